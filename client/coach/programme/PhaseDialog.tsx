import { kinds, phaseKinds } from '../../../shared/domain/phases/kinds.ts'
import type { PhaseKind, PhaseSettings } from '../../../shared/domain/phases.ts'
import { same } from '../../../shared/domain/same.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import { mostIn } from '../../../shared/wire/mostIn.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useAct } from '../../session/useAct.ts'
import { useFormDraft } from '../../session/useFormDraft.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import type { ProgrammePhase } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { PhaseFields } from './PhaseFields.tsx'
import { usePhaseName } from './phaseName.ts'
import '../../styles/phaseForm.css'

export type PhaseTask = { task: 'edit'; phase: ProgrammePhase } | { task: 'insert'; after: ProgrammePhase }

type Phase = { kind: PhaseKind; title: string | null; settings: PhaseSettings }
export type PhaseChange = { kind?: PhaseKind; title?: string; settings?: Partial<PhaseSettings> }

/** What differs from the phase as it is now; what was put back as it was is not touched. */
const differing = ({ kind, title, settings = {} }: PhaseChange, phase: Phase): PhaseChange => {
  const set = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(phase.settings[name as keyof PhaseSettings]),
  )
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined || title === (phase.title ?? '') ? {} : { title }),
    ...(set.length === 0 ? {} : { settings: Object.fromEntries(set) }),
  }
}

/** Settings of a phase that is there, or of a new one. Only what was touched is kept, over a reload too, and sent: the rest follows what
 *  another coach sets meanwhile. */
export const PhaseDialog = ({ task, onClose }: { task: PhaseTask; onClose: () => void }) => {
  const w = useCoachWords()
  const nameOf = usePhaseName()
  const { act, busy, refusal } = useAct()
  const { plein } = useDesk()
  const at = task.task === 'edit' ? task.phase : task.after
  const [draft, setDraft, latest] = useFormDraft<PhaseChange>(plein, `phase-form:${task.task}:${at.id}`)
  const plain = (kind: PhaseKind): Phase => ({ kind, title: null, settings: kinds[kind].defaults })
  const phase = task.task === 'edit' ? task.phase : plain(draft?.kind ?? 'ideas')
  const { kind } = phase
  const changed = differing(draft ?? {}, phase)
  const title = changed.title ?? phase.title ?? ''
  const settings = { ...phase.settings, ...changed.settings }
  const change = (more: PhaseChange) => setDraft(differing({ ...draft, ...more }, phase))
  const why =
    task.task === 'edit' && Object.keys(changed).length === 0
      ? w.why.nothingChanged
      : (settings.minutes ?? 0) > mostIn.minutes
        ? w.why.mostMinutes(mostIn.minutes)
        : (changed.settings?.maximum ?? 0) > mostIn.onOne
          ? w.why.tooManyDots(mostIn.onOne)
          : null
  const close = () => {
    setDraft(null)
    onClose()
  }
  const save = async () => {
    if (why !== null) return
    const touched = {
      ...(changed.title === undefined ? {} : { title: changed.title.trim() === '' ? null : changed.title.trim() }),
      ...(changed.settings === undefined ? {} : { settings: changed.settings }),
    }
    const answer = await act(
      task.task === 'edit' ? { type: 'phase.edit', phase: at.id, ...touched } : { type: 'phase.insert', kind, after: at.id, ...touched },
    )
    // A new phase is there: its form would make another one.
    if (answer.ok && (task.task === 'insert' || same(latest(), draft))) close()
  }
  return (
    <Dialog heading={task.task === 'edit' ? w.phase.edit : w.phase.insert} onClose={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {task.task === 'edit' ? null : (
          <>
            <p className="help">{w.phase.insertAfter(nameOf(at))}</p>
            <label className="field">
              {w.phase.kind}
              <select value={kind} onChange={(event) => change({ kind: event.target.value as PhaseKind, settings: {} })}>
                {phaseKinds.map((one) => (
                  <option key={one} value={one}>
                    {w.kinds[one]}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        <label className="field">
          {w.phase.title}
          <input
            type="text"
            value={title}
            maxLength={lengths.title}
            placeholder={w.kinds[kind]}
            onChange={(event) => change({ title: event.target.value })}
          />
          <small>{w.phase.titleHelp}</small>
        </label>
        <PhaseFields kind={kind} settings={settings} onChange={(more) => change({ settings: { ...changed.settings, ...more } })} />
        <Refused refusal={refusal} />
        <div className="row">
          <Button tone="main" why={why} busy={busy} onPress={() => void save()}>
            {w.save}
          </Button>
          <Button onPress={close}>{w.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

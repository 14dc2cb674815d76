import { kinds, phaseKinds } from '../../../shared/domain/phases/kinds.ts'
import type { PhaseKind, PhaseSettings } from '../../../shared/domain/phases.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useAct } from '../../session/useAct.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useFormDraft } from '../draft.ts'
import type { ProgrammePhase } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { PhaseFields } from './PhaseFields.tsx'
import { usePhaseName } from './phaseName.ts'

export type PhaseTask = { task: 'edit'; phase: ProgrammePhase } | { task: 'insert'; after: ProgrammePhase }

type Form = { kind: PhaseKind; title: string; settings: PhaseSettings }
const formOf = ({ kind, title, settings }: ProgrammePhase): Form => ({ kind, title: title ?? '', settings })

/** Settings of a phase that is there, or of a new one. What was changed outlives a reload. */
export const PhaseDialog = ({ task, onClose }: { task: PhaseTask; onClose: () => void }) => {
  const w = useCoachWords()
  const nameOf = usePhaseName()
  const { act, busy, refusal } = useAct()
  const { plein } = useDesk()
  const [draft, setDraft] = useFormDraft<Form>(plein, 'phase-form')
  const form = draft ?? (task.task === 'edit' ? formOf(task.phase) : { kind: 'ideas', title: '', settings: kinds.ideas.defaults })
  const { kind, title, settings } = form
  const change = (changed: Partial<Form>) => setDraft({ ...form, ...changed })
  const close = () => {
    setDraft(null)
    onClose()
  }
  const save = async () => {
    const named = title.trim() === '' ? null : title.trim()
    const answer = await act(
      task.task === 'edit'
        ? { type: 'phase.edit', phase: task.phase.id, title: named, settings }
        : { type: 'phase.insert', kind, after: task.after.id, title: named, settings },
    )
    if (answer.ok) close()
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
            <p className="help">{w.phase.insertAfter(nameOf(task.after))}</p>
            <label className="field">
              {w.phase.kind}
              <select
                value={kind}
                onChange={(event) => {
                  const chosen = event.target.value as PhaseKind
                  change({ kind: chosen, settings: kinds[chosen].defaults })
                }}
              >
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
        <PhaseFields kind={kind} settings={settings} onChange={(changed) => change({ settings: { ...settings, ...changed } })} />
        <Refused refusal={refusal} />
        <div className="row">
          <Button tone="main" busy={busy} onPress={() => void save()}>
            {w.save}
          </Button>
          <Button onPress={close}>{w.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

import { same } from '../../../shared/domain/same.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import type { PleinFields } from '../../../shared/wire/documents.ts'
import { mostIn } from '../../../shared/wire/mostIn.ts'
import { useAct } from '../../session/useAct.ts'
import { usePlein } from '../../session/useDocument.ts'
import { useFormDraft } from '../../session/useFormDraft.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

export const SettingsForm = () => {
  const plein = usePlein()
  return plein === null ? null : <Fields plein={plein} />
}

type Changed = { title?: string; lenses?: string; adopts?: boolean; listens?: boolean }

/** What is typed here stays as it was typed, over a reload and when another coach changes the settings; what was not touched follows. */
const Fields = ({ plein }: { plein: PleinFields }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const { act, busy, refusal } = useAct()
  const [draft, setDraft, latest] = useFormDraft<Changed>(useDesk().plein, 'settings')
  const { title = null, lenses = null, adopts = null, listens = null } = draft ?? {}
  const change = (changed: Changed) => setDraft({ ...draft, ...changed })
  const perspectives = (lenses ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const untouched = title === null && lenses === null && adopts === null && listens === null
  const over = perspectives.length - mostIn.perspectives
  const why = untouched
    ? w.why.nothingChanged
    : title?.trim() === ''
      ? w.why.empty
      : over > 0
        ? w.why.tooManyLenses(mostIn.perspectives, over)
        : whyNot('plein.set')
  const save = async () => {
    if (why !== null) return
    const settings = {
      ...(lenses === null ? {} : { perspectives }),
      ...(adopts === null ? {} : { ownerAdopts: adopts }),
      ...(listens === null ? {} : { ownerListens: listens }),
    }
    const answer = await act({
      type: 'plein.set',
      ...(title === null ? {} : { title: title.trim() }),
      ...(Object.keys(settings).length === 0 ? {} : { settings }),
    })
    if (answer.ok && same(latest(), draft)) setDraft(null)
  }
  return (
    <section className="panel">
      <h2>{w.manage.settings}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label className="field">
          {w.manage.pleinTitle}
          <input
            type="text"
            value={title ?? plein.title}
            maxLength={lengths.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </label>
        <label className="field">
          {w.manage.perspectives}
          <textarea
            rows={4}
            value={lenses ?? plein.settings.perspectives.join('\n')}
            onChange={(event) => change({ lenses: event.target.value })}
          />
          <small>{w.manage.perspectivesHelp(mostIn.perspectives)}</small>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={adopts ?? plein.settings.ownerAdopts}
            onChange={(event) => change({ adopts: event.target.checked })}
          />
          {w.manage.ownerAdopts}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={listens ?? plein.settings.ownerListens}
            onChange={(event) => change({ listens: event.target.checked })}
          />
          {w.manage.ownerListens}
        </label>
        <Refused refusal={refusal} />
        <div className="row">
          <Button tone="main" why={why} busy={busy} onPress={() => void save()}>
            {w.save}
          </Button>
        </div>
      </form>
    </section>
  )
}

import { useState } from 'react'
import { lengths } from '../../../shared/text/lengths.ts'
import type { PleinFields } from '../../../shared/wire/documents.ts'
import { useAct } from '../../session/useAct.ts'
import { usePlein } from '../../session/useDocument.ts'
import { Button, Refused } from '../Action.tsx'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

export const SettingsForm = () => {
  const plein = usePlein()
  return plein === null ? null : <Fields plein={plein} />
}

/** What is typed here stays as it was typed when another coach changes the settings; what was not touched follows. */
const Fields = ({ plein }: { plein: PleinFields }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const { act, busy, refusal } = useAct()
  const [title, setTitle] = useState<string | null>(null)
  const [lenses, setLenses] = useState<string | null>(null)
  const [adopts, setAdopts] = useState<boolean | null>(null)
  const perspectives = (lenses ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const why =
    title === null && lenses === null && adopts === null ? w.why.nothingChanged : title?.trim() === '' ? w.why.empty : whyNot('plein.set')
  const save = async () => {
    if (why !== null) return
    const settings = { ...(lenses === null ? {} : { perspectives }), ...(adopts === null ? {} : { ownerAdopts: adopts }) }
    const answer = await act({
      type: 'plein.set',
      ...(title === null ? {} : { title: title.trim() }),
      ...(Object.keys(settings).length === 0 ? {} : { settings }),
    })
    if (!answer.ok) return
    setTitle(null)
    setLenses(null)
    setAdopts(null)
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
          <input type="text" value={title ?? plein.title} maxLength={lengths.title} onChange={(event) => setTitle(event.target.value)} />
        </label>
        <label className="field">
          {w.manage.perspectives}
          <textarea rows={4} value={lenses ?? plein.settings.perspectives.join('\n')} onChange={(event) => setLenses(event.target.value)} />
          <small>{w.manage.perspectivesHelp}</small>
        </label>
        <label className="check">
          <input type="checkbox" checked={adopts ?? plein.settings.ownerAdopts} onChange={(event) => setAdopts(event.target.checked)} />
          {w.manage.ownerAdopts}
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

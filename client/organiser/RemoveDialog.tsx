import { useEffect, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import type { Api, Details, Listed } from './api.ts'
import { useOrganiserWords } from './words.ts'

/** Says what goes before it goes: nothing of it comes back. */
export const RemoveDialog = ({
  api,
  plein,
  onClose,
  onRemoved,
}: {
  api: Api
  plein: Listed
  onClose: () => void
  onRemoved: () => void
}) => {
  const w = useOrganiserWords()
  /** As it is now: on an open page the list may be of this morning. */
  const [details, setDetails] = useState<Details | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const even = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
  const { title, stage } = details ?? plein
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is opened; a change of language asks for nothing
  useEffect(() => {
    let over = false
    void api.read(plein.id).then((answer) => {
      if (over) return
      if (answer.ok) setDetails(answer.body)
      else if (answer.code === 'plein-unknown') onRemoved()
      else setProblem(answer.message ?? w.away)
    })
    return () => {
      over = true
    }
  }, [api, plein.id])
  const why = details === null ? w.detail.removeCounting : even(typed) === even(title) ? null : w.detail.removeWhy
  const remove = async () => {
    if (why !== null) return
    setBusy(true)
    const answer = await api.remove(plein.id)
    setBusy(false)
    // Gone already: the answer of before was lost, or somebody else did it.
    if (answer.ok || answer.code === 'plein-unknown') onRemoved()
    else setProblem(answer.message ?? w.away)
  }
  return (
    <Dialog heading={w.detail.removeHeading(title)} close={w.detail.cancel} onClose={onClose}>
      {stage === 'open' ? <p role="alert">{w.detail.removeOpen}</p> : null}
      {details === null ? (
        <p role="status">{w.detail.removeCounting}</p>
      ) : (
        <>
          <p>{w.detail.removeHelp}</p>
          <ul>
            {w.detail.removes(details.counts.seats, details.counts.ideas, details.counts.rounds, details.counts.framings).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>
            <strong>{w.detail.removeFinal}</strong>
          </p>
        </>
      )}
      <label className="field">
        {w.detail.removeType(title)}
        <input type="text" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} />
      </label>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className="row">
        <Button tone="alarm" why={why} busy={busy} onPress={() => void remove()}>
          {w.detail.removeGo}
        </Button>
        <Button onPress={onClose}>{w.detail.cancel}</Button>
      </div>
    </Dialog>
  )
}

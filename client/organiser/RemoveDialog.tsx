import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import type { Api, Details, Listed } from './api.ts'
import { useOrganiserWords } from './words.ts'

/** Says what goes before it goes: nothing of it comes back. */
export const RemoveDialog = ({
  api,
  plein,
  details,
  onClose,
  onRemoved,
}: {
  api: Api
  plein: Listed
  details: Details | null
  onClose: () => void
  onRemoved: () => void
}) => {
  const w = useOrganiserWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const counts = details?.counts ?? { seats: 0, ideas: 0, rounds: 0, framings: 0 }
  const remove = async () => {
    setBusy(true)
    const answer = await api.remove(plein.id)
    setBusy(false)
    if (answer.ok) onRemoved()
    else setProblem(answer.message ?? w.away)
  }
  return (
    <Dialog heading={w.detail.removeHeading(plein.title)} close={w.detail.cancel} onClose={onClose}>
      {plein.stage === 'open' ? <p role="alert">{w.detail.removeOpen}</p> : null}
      <p>{w.detail.removeHelp}</p>
      <ul>
        {w.detail.removes(counts.seats, counts.ideas, counts.rounds, counts.framings).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className="row">
        <Button tone="alarm" busy={busy} onPress={() => void remove()}>
          {w.detail.removeGo}
        </Button>
        <Button onPress={onClose}>{w.detail.cancel}</Button>
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { Dialog } from '../../parts/Dialog.tsx'
import { useAct } from '../../session/useAct.ts'
import { useCrowd } from '../../session/useSeat.ts'
import { Button, Refused } from '../Action.tsx'
import { useDeskWords } from '../deskWords.ts'
import type { DeskRound } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'

/** Closing is final after a minute, so it is asked first, with the count that the server gives. */
export const CloseRound = ({ round }: { round: DeskRound }) => {
  const w = useDeskWords()
  const whyNot = useWhyNot()
  const crowd = useCrowd()
  const { act, busy, refusal, forget } = useAct()
  const [ballots, setBallots] = useState<number | null>(null)
  const ask = async () => {
    const answer = await act({ type: 'round.close', round: round.id })
    if (answer.ok || answer.error.code !== 'not-confirmed') return
    const counts = answer.error['counts'] as Record<string, number> | undefined
    setBallots(counts?.['ballots'] ?? 0)
    forget()
  }
  const close = async () => {
    const answer = await act({ type: 'round.close', round: round.id, confirmed: true })
    if (answer.ok) setBallots(null)
  }
  return (
    <div className="row">
      <Button tone="main" busy={busy} why={whyNot('round.close')} onPress={() => void ask()}>
        {w.votes.close}
      </Button>
      {ballots === null ? (
        <Refused refusal={refusal} />
      ) : (
        <Dialog heading={w.votes.closeHeading} onClose={() => setBallots(null)}>
          <p className="big">{w.votes.closeCount(ballots, crowd?.present ?? 0)}</p>
          {ballots < 3 ? <p>{w.why.heldBack}</p> : null}
          <p>{w.votes.closeHelp}</p>
          <Refused refusal={refusal} />
          <div className="row">
            <Button tone="main" busy={busy} onPress={() => void close()}>
              {w.votes.closeGo}
            </Button>
            <Button onPress={() => setBallots(null)}>{w.cancel}</Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

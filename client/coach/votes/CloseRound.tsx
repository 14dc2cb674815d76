import { useState } from 'react'
import { fewOf } from '../../../shared/domain/votes/enough.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useAct } from '../../session/useAct.ts'
import { useCrowd } from '../../session/useSeat.ts'
import { Button, Refused } from '../Action.tsx'
import { useDeskWords } from '../deskWords.ts'
import type { DeskRound } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { SlipsOut } from './SlipsOut.tsx'

/** Closing is final after a minute, so it is asked first, with the count that the server gives. */
export const CloseRound = ({ round }: { round: DeskRound }) => {
  const w = useDeskWords()
  const whyNot = useWhyNot()
  const crowd = useCrowd()
  const { act, busy, refusal, forget } = useAct()
  /** As the server counts them; `null`: not asked. */
  const [counts, setCounts] = useState<{ ballots: number; paper: number } | null>(null)
  const few = counts === null ? null : fewOf(counts.ballots, counts.paper)
  const ask = async () => {
    const answer = await act({ type: 'round.close', round: round.id })
    if (answer.ok || answer.error.code !== 'not-confirmed') return
    const told = answer.error['counts'] as Record<string, number> | undefined
    setCounts({ ballots: told?.['ballots'] ?? 0, paper: told?.['paper'] ?? 0 })
    forget()
  }
  const close = async () => {
    const answer = await act({ type: 'round.close', round: round.id, confirmed: true })
    if (answer.ok) setCounts(null)
  }
  return (
    <div className="row">
      <Button tone="main" busy={busy} why={whyNot('round.close')} onPress={() => void ask()}>
        {w.votes.close}
      </Button>
      {counts === null ? (
        <Refused refusal={refusal} />
      ) : (
        <Dialog heading={w.votes.closeHeading} onClose={() => setCounts(null)}>
          <p className="big">{w.votes.closeCount(counts.ballots, counts.paper, crowd?.present ?? 0)}</p>
          {few === null ? null : (
            <p>
              {w.why.heldBack[few]} {w.votes.closeWait}
            </p>
          )}
          <SlipsOut round={round.id} />
          <p>{w.votes.closeHelp}</p>
          <Refused refusal={refusal} />
          <div className="row">
            <Button tone="main" busy={busy} onPress={() => void close()}>
              {w.votes.closeGo}
            </Button>
            <Button onPress={() => setCounts(null)}>{w.cancel}</Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

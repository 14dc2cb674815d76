import { useState } from 'react'
import type { Dots } from '../../../shared/domain/state.ts'
import { useAct } from '../../session/useAct.ts'
import { Button, Refused } from '../Action.tsx'
import type { DeskRound } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { useItemName } from './itemName.ts'

/** For who votes on a numbered slip. The number is the voter, so that a slip counts once. */
export const PaperBallot = ({ round }: { round: DeskRound }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const itemName = useItemName()
  const { act, busy, refusal } = useAct()
  const [paper, setPaper] = useState('1')
  const [dots, setDots] = useState<Dots>({})
  const [done, setDone] = useState<number | null>(null)
  const used = Object.values(dots).reduce((sum, n) => sum + n, 0)
  const number = Number.parseInt(paper, 10)
  const why = !(number > 0) ? w.why.paperNumber : used > round.budget ? w.why.tooMany(round.budget) : whyNot('ballot.enter')
  const send = async () => {
    if (why !== null) return
    const given = Object.fromEntries(Object.entries(dots).filter(([, n]) => n > 0))
    const answer = await act({ type: 'ballot.enter', round: round.id, paper: number, dots: given })
    if (!answer.ok) return
    setDone(number)
    setDots({})
    setPaper(String(number + 1))
  }
  return (
    <details>
      <summary>{w.votes.paper}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <label className="field">
          {w.votes.paperNumber}
          <input type="number" min={1} value={paper} onChange={(event) => setPaper(event.target.value)} />
          <small>{w.votes.paperHelp}</small>
        </label>
        <div className="paper">
          {round.items.map((item) => (
            <label key={item.id}>
              <input
                type="number"
                min={0}
                max={round.maximum}
                value={dots[item.id] ?? ''}
                placeholder="0"
                onChange={(event) => setDots({ ...dots, [item.id]: Math.max(0, Number.parseInt(event.target.value, 10) || 0) })}
              />
              <b>{item.letter}</b> {itemName(item)}
            </label>
          ))}
        </div>
        <p className="help">{w.votes.paperUsed(used, round.budget)}</p>
        <Refused refusal={refusal} />
        <div className="row">
          <Button why={why} busy={busy} onPress={() => void send()}>
            {w.votes.paperGo}
          </Button>
          <span role="status">{done === null ? '' : w.votes.paperDone(done)}</span>
        </div>
      </form>
    </details>
  )
}

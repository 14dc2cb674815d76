import { type KeyboardEvent, useRef, useState } from 'react'
import { useAct } from '../../session/useAct.ts'
import { useDraft } from '../../session/useDraft.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import type { DeskRound } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { useItemName } from './itemName.ts'
import { readLetters } from './letters.ts'

/** For who votes on a numbered slip: its number, its letters, Enter, the next one. The number is the voter, so that a slip counts once. */
export const PaperBallot = ({ round }: { round: DeskRound }) => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const whyNot = useWhyNot()
  const itemName = useItemName()
  const { act, busy, refusal } = useAct()
  const [paper, setPaper] = useDraft(plein, `paper:${round.id}`)
  const [letters, setLetters] = useState('')
  const [done, setDone] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const number = Number.parseInt(paper === '' ? '1' : paper, 10)
  const { dots, unknown } = readLetters(letters, round.items)
  const used = Object.values(dots).reduce((sum, n) => sum + n, 0)
  const over = round.items.find((item) => (dots[item.id] ?? 0) > round.maximum)
  const why = !(number > 0)
    ? w.why.paperNumber
    : unknown !== null
      ? w.votes.paperUnknown(unknown)
      : over !== undefined
        ? w.votes.paperOver(over.letter, round.maximum)
        : used > round.budget
          ? w.why.tooMany(round.budget)
          : whyNot('ballot.enter')
  const send = async () => {
    if (why !== null || busy) return
    const answer = await act({ type: 'ballot.enter', round: round.id, paper: number, dots })
    if (!answer.ok) return
    setDone(number)
    setLetters('')
    setPaper(String(number + 1))
    field.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  return (
    <details>
      <summary>{w.votes.paper}</summary>
      <div className="form">
        <div className="row paper">
          <label className="field">
            {w.votes.paperNumber}
            <input type="number" min={1} value={paper === '' ? '1' : paper} onChange={(event) => setPaper(event.target.value)} />
          </label>
          <label className="field">
            {w.votes.paperLetters}
            <input
              ref={field}
              type="text"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              value={letters}
              onChange={(event) => setLetters(event.target.value)}
              onKeyDown={keys}
            />
          </label>
          <Button hint="Enter" why={why} busy={busy} onPress={() => void send()}>
            {w.votes.paperGo}
          </Button>
        </div>
        <p className="help">{w.votes.paperHow}</p>
        <p>
          {w.votes.paperUsed(used, round.budget)}
          {round.items
            .filter((item) => (dots[item.id] ?? 0) > 0)
            .map((item) => ` · ${dots[item.id]} × ${item.letter} ${itemName(item)}`)
            .join('')}
        </p>
        <Refused refusal={refusal} />
        <p role="status">{done === null ? '' : w.votes.paperDone(done)}</p>
      </div>
    </details>
  )
}

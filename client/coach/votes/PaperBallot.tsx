import { type KeyboardEvent, useRef, useState } from 'react'
import { Notice } from '../../parts/Notice.tsx'
import { useAct } from '../../session/useAct.ts'
import { useDraft } from '../../session/useDraft.ts'
import { useSlips } from '../../session/useSeat.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import type { DeskRound } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { useItemName } from './itemName.ts'
import { readLetters } from './letters.ts'
import { inRanges, nextFree } from './slips.ts'

/** For who votes on a numbered slip: its number, its letters, Enter, the next one. The number is the voter, so that a slip counts once. */
export const PaperBallot = ({ round }: { round: DeskRound }) => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const whyNot = useWhyNot()
  const itemName = useItemName()
  const slips = useSlips(round.id)
  const { act, busy, refusal, forget } = useAct()
  const [paper, setPaper] = useDraft(plein, `paper:${round.id}`)
  const [letters, setLetters] = useState('')
  const [said, setSaid] = useState('')
  /** A number of another slip, perhaps of another desk. */
  const [taken, setTaken] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  // Behind the last one: a pile that another desk goes through may have gaps still.
  const number = paper === '' ? nextFree(slips, slips.at(-1) ?? 0) : Number.parseInt(paper, 10)
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
  const send = async (as: number, replace?: true) => {
    if (why !== null || busy) return
    const answer = await act({ type: 'ballot.enter', round: round.id, paper: as, dots, ...(replace ? { replace } : {}) })
    if (!answer.ok) {
      if (answer.error.code !== 'paper-taken') return
      forget()
      setSaid('')
      setTaken(as)
      return
    }
    setTaken(null)
    setSaid(w.votes.paperDone(as))
    setLetters('')
    setPaper(String(nextFree(slips, as)))
    field.current?.focus()
  }
  const remove = async () => {
    const answer = await act({ type: 'ballot.remove', round: round.id, paper: number })
    if (answer.ok) setSaid(w.votes.paperRemoved(number))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send(number)
  }
  return (
    <details>
      <summary>{w.votes.paper}</summary>
      <div className="form">
        <div className="row paper">
          <label className="field">
            {w.votes.paperNumber}
            <input
              type="number"
              min={1}
              value={paper === '' ? number : paper}
              onChange={(event) => {
                setTaken(null)
                setPaper(event.target.value)
              }}
            />
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
          <Button hint="Enter" why={why} busy={busy} onPress={() => void send(number)}>
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
        {taken === null ? null : (
          <Notice tone="alarm">
            <p>{w.votes.paperTaken(taken)}</p>
            <div className="row">
              <Button why={why} busy={busy} onPress={() => void send(nextFree(slips, taken))}>
                {w.votes.paperOther(nextFree(slips, taken))}
              </Button>
              <Button why={why} busy={busy} onPress={() => void send(taken, true)}>
                {w.votes.paperReplace(taken)}
              </Button>
            </div>
          </Notice>
        )}
        <Refused refusal={refusal} />
        <p role="status">{said}</p>
        <div className="row">
          <p className="help">{slips.length === 0 ? w.votes.paperNone : w.votes.paperEntered(inRanges(slips))}</p>
          {!slips.includes(number) ? null : (
            <Button tone="quiet" why={whyNot('ballot.remove')} busy={busy} onPress={() => void remove()}>
              {w.votes.paperRemove(number)}
            </Button>
          )}
        </div>
      </div>
    </details>
  )
}

import { type KeyboardEvent, useRef, useState } from 'react'
import { mostIn } from '../../../shared/wire/mostIn.ts'
import { useDraft } from '../../session/useDraft.ts'
import { useSlips } from '../../session/useSeat.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import type { DeskRound } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { useItemName } from './itemName.ts'
import { apart, readLetters } from './letters.ts'
import { ReturnedSlip } from './ReturnedSlip.tsx'
import { inRanges, nextFree } from './slips.ts'
import { type Slip, useEntering } from './useEntering.ts'

/** For who votes on a numbered slip: its number, its letters, Enter, the next one. The number is the voter, so that a slip counts once. */
export const PaperBallot = ({ round }: { round: DeskRound }) => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const whyNot = useWhyNot()
  const itemName = useItemName()
  const { enter, leave, sending, returned, entered: slips, last, remove: takeOut, removing } = useEntering(round, useSlips(round.id))
  const [paper, setPaper] = useDraft(plein, `paper:${round.id}`)
  const [letters, setLetters] = useState('')
  const [removed, setRemoved] = useState<number | null>(null)
  // Not the next number in its place, or what is typed would stand behind that.
  const [emptied, setEmptied] = useState(false)
  const [open, setOpen] = useState(returned.length > 0)
  const field = useRef<HTMLInputElement>(null)
  // Behind the last one: a pile that another desk goes through may have gaps still.
  const number = paper === '' && !emptied ? nextFree(slips, slips.at(-1) ?? 0) : Number.parseInt(paper, 10)
  const under = [...slips, ...sending.map((slip) => slip.paper)]
  const { dots, unknown } = readLetters(letters, round.items)
  const used = Object.values(dots).reduce((sum, n) => sum + n, 0)
  const over = round.items.find((item) => (dots[item.id] ?? 0) > round.maximum)
  const why = !(number > 0)
    ? w.why.paperNumber
    : number > mostIn.slips
      ? w.why.mostSlips(mostIn.slips)
      : unknown !== null
        ? w.votes.paperUnknown(unknown)
        : over !== undefined
          ? w.votes.paperOver(over.letter, round.maximum)
          : used > round.budget
            ? w.why.tooMany(round.budget)
            : whyNot('ballot.enter')
  const goesOnAfter = (as: number) => {
    setPaper(String(nextFree([...under, as], as)))
    field.current?.focus()
  }
  const send = () => {
    // The second half of a double press is no blank slip.
    if (why !== null || (letters === '' && sending.length > 0)) return
    setRemoved(null)
    void enter({ paper: number, letters })
    setLetters('')
    goesOnAfter(number)
  }
  const sendAgain = (was: Slip, slip: Slip, replace?: true) => {
    leave(was)
    void enter(slip, replace)
    if (slip.paper === number) goesOnAfter(number)
    else field.current?.focus()
  }
  const remove = async () => {
    if (await takeOut(number)) setRemoved(number)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!event.repeat) send()
  }
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        // Under thirty letters the field, and what is said of a slip, would open out of sight.
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' })
      }}
    >
      <summary>{w.votes.paper}</summary>
      <div className="form">
        <div className="row paper">
          <label className="field">
            {w.votes.paperNumber}
            <input
              type="number"
              min={1}
              max={mostIn.slips}
              value={paper === '' && !emptied ? number : paper}
              onChange={(event) => {
                setPaper(event.target.value)
                setEmptied(event.target.value === '')
              }}
              onBlur={() => setEmptied(false)}
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
          <Button hint="Enter" why={why} onPress={send}>
            {w.votes.paperGo}
          </Button>
        </div>
        <p className="help">{apart(round.items) ? w.votes.paperApart : w.votes.paperHow}</p>
        <p>
          {w.votes.paperUsed(used, round.budget)}
          {round.items
            .filter((item) => (dots[item.id] ?? 0) > 0)
            .map((item) => ` · ${dots[item.id]} × ${item.letter} ${itemName(item)}`)
            .join('')}
        </p>
        {returned.map((it) => (
          <ReturnedSlip
            key={it.nth}
            it={it}
            why={whyNot('ballot.enter')}
            // What stands in the field has its number.
            free={nextFree(letters === '' ? under : [...under, number], it.slip.paper)}
            onEnter={(slip, replace) => sendAgain(it.slip, slip, replace)}
            onLeave={() => {
              leave(it.slip)
              field.current?.focus()
            }}
          />
        ))}
        <Refused refusal={removing.refusal} />
        <p role="status">
          {sending.length > 0
            ? w.votes.paperSending(inRanges(sending.map((slip) => slip.paper).sort((a, b) => a - b)))
            : removed !== null
              ? w.votes.paperRemoved(removed)
              : last === null
                ? ''
                : w.votes.paperDone(last)}
        </p>
        <div className="row">
          <p className="help">{slips.length === 0 ? w.votes.paperNone : w.votes.paperEntered(inRanges(slips))}</p>
          {!slips.includes(number) ? null : (
            <Button tone="quiet" why={whyNot('ballot.remove')} busy={removing.busy} onPress={() => void remove()}>
              {w.votes.paperRemove(number)}
            </Button>
          )}
        </div>
      </div>
    </details>
  )
}

import { useId, useState } from 'react'
import type { AskEntry } from '../../shared/wire/documents.ts'
import { type Round, useItems, useRounds } from '../parts/rounds.ts'
import { readDraft } from '../session/drafts.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import type { OwnStore } from '../session/ownStore.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useLaterWords } from '../writing/laterWords.ts'
import { OwnIdea } from '../writing/OwnIdea.tsx'
import { useStays } from '../writing/useStays.ts'
import { Answer, answerDraft } from './Answer.tsx'
import { useGave } from './useGave.ts'

type Own = { lines: readonly OwnLine[]; post: OwnStore['post']; forget: OwnStore['forget'] }

/** Whether this phone gave dots to what is asked about; `null`: it did not vote in that round, or does not know it any more. */
const gaveTo = (gave: ReturnType<typeof useGave>, round: Round, { parts }: AskEntry): boolean | null => {
  const dots = gave?.get(round.id)
  return dots === undefined ? null : parts.some((part) => (dots[part] ?? 0) > 0)
}

/** What is asked after a vote. All phones show the same until their owner opens it: whoever looks over a shoulder does not see for whom it is. */
export const Asked = ({ lines, closed, ...own }: Own & { closed: boolean }) => {
  const w = useLaterWords()
  const { plein } = useSession()
  const rounds = useRounds()
  const gave = useGave(rounds.map(({ id, status, asks }) => `${id}${status}${asks?.length}`).join())
  const answers = (round: Round, { item }: AskEntry) => lines.filter(({ about }) => about?.round === round.id && about.item === item)
  const asks = (closed ? [] : rounds).flatMap((round) =>
    (round.asks ?? []).flatMap((ask) => {
      const mine = answers(round, ask)
      const begun = readDraft(plein, answerDraft(round.id, ask.item)) !== ''
      return ask.asked || mine.length > 0 || begun ? [{ round, ask, mine }] : []
    }),
  )
  return (
    <>
      <p className="for-ears" role="status">
        {asks.some(({ ask }) => ask.asked) ? w.asked.heading : ''}
      </p>
      {asks.map(({ round, ask, mine }) => (
        <Question key={`${round.id}/${ask.item}`} round={round} ask={ask} lines={mine} gave={gaveTo(gave, round, ask)} {...own} />
      ))}
    </>
  )
}

const Question = ({ round, ask, gave, lines, post, forget }: Own & { round: Round; ask: AskEntry; gave: boolean | null }) => {
  const w = useLaterWords()
  const id = useId()
  const [open, setOpen] = useState(false)
  // What this phone gave goes from it when the Plein is closed for good.
  const answers = useStays(gave === false, readDraft(useSession().plein, answerDraft(round.id, ask.item)) !== '')
  const item = useItems(round).find((one) => one.id === ask.item)
  // A later round has given the same letter to something else.
  const lettered = useRounds().at(-1)?.id === round.id
  return (
    <section className="asked" aria-labelledby={id}>
      <h2 id={id}>{w.asked.heading}</h2>
      <p className="said lettered">
        {lettered ? <strong className="letter">{item?.letter}</strong> : null} {item?.words ?? w.asked.gone}
      </p>
      <p className="help">{ask.asked ? w.asked.everybody : w.asked.ended}</p>
      <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{w.asked.open}</summary>
        {!open ? null : lines.length > 0 ? (
          lines.map((line) =>
            line.state === 'withdrawn' ? (
              <p key={line.key}>{w.asked.back}</p>
            ) : (
              <OwnIdea key={line.key} line={line} post={post} forget={forget} />
            ),
          )
        ) : answers ? (
          <Answer round={round} item={ask.item} post={post} />
        ) : (
          <p>{gave === null ? w.asked.noBallot : w.asked.notYou}</p>
        )}
      </details>
    </section>
  )
}

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Dots as DotsGiven } from '../../shared/domain/state.ts'
import { voterOrder } from '../../shared/domain/votes/order.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { type Round, useItems } from '../parts/rounds.ts'
import { deviceSeed } from '../session/deviceSeed.ts'
import { useLater } from '../session/later.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useAct } from '../session/useAct.ts'
import { useOutbox } from '../session/useMine.ts'
import { useCrowd, useOwn, useVoted } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { Bar } from '../writing/Bar.tsx'
import { useWhyNot } from '../writing/whyNot.ts'
import { pagesLater } from './later.ts'
import { VoteItems } from './VoteItems.tsx'
import { usePhoneWords } from './words.ts'

const none: DotsGiven = {}

/** One's own ballot: each tap sends the whole of it, and it counts as soon as it is answered. */
export const Vote = ({
  round,
  told = null,
  beside = null,
  barred = false,
}: {
  round: Round
  told?: ReactNode
  beside?: ReactNode
  /** It is what the page is about, so what is left stands in the bar. */
  barred?: boolean
}) => {
  const w = usePhoneWords()
  const say = useSentence()
  const { connection, hello } = useSession()
  const barredBy = useWhyNot()('ballot.cast')
  /** Said until something is given or taken. */
  const [why, setWhy] = useState<string | null>(null)
  const own = useOwn()
  const crowd = useCrowd()
  const voted = useVoted(round.id)
  const { act, refusal } = useAct()
  const items = useItems(round)
  const come = useLater(pagesLater, round.over === 'framings')
  const waiting = [...useOutbox()]
    .reverse()
    .find((it) => it.refused === null && it.command.type === 'ballot.cast' && it.command.round === round.id)?.command
  /** What was last answered `ok`, until the server's own picture of it comes; it never comes back: a key that is lost takes the ballot with it. */
  const [cast, setCast] = useState<{ dots: DotsGiven; before: DotsGiven | undefined; hello: number | undefined } | null>(null)
  const known = own.ballots[round.id]
  const picture = { before: known, hello: hello?.now }
  if (cast !== null && (cast.before !== picture.before || cast.hello !== picture.hello)) setCast(null)
  const dots = waiting?.type === 'ballot.cast' ? waiting.dots : (cast?.dots ?? known)
  const given = dots ?? none
  const used = Object.values(given).reduce((sum, n) => sum + n, 0)
  const left = round.budget - used
  const order = useMemo(() => voterOrder(items, `${deviceSeed()}/${round.id}`), [items, round.id])

  const give = async (next: DotsGiven) => {
    setWhy(null)
    const answer = await act({ type: 'ballot.cast', round: round.id, dots: next })
    if (answer.ok) setCast({ dots: next, ...latest.current.picture })
  }
  const change = (item: string, by: 1 | -1) => {
    const now = (given[item] ?? 0) + by
    const { [item]: _, ...rest } = given
    void give(now > 0 ? { ...rest, [item]: now } : rest)
  }
  const latest = useRef({ change, picture })
  useEffect(() => {
    latest.current = { change, picture }
  })
  const step = useCallback((item: string, by: 1 | -1) => latest.current.change(item, by), [])
  const state = waiting
    ? connection === 'live'
      ? w.vote.sending
      : w.vote.away
    : dots === undefined
      ? w.vote.notYet
      : used === 0
        ? w.vote.blankCounts
        : w.vote.counts

  const tally = (
    <div className="vote-left">
      <p className="digits">
        <strong>{w.vote.left(left, round.budget)}</strong>
      </p>
      <p role="status">{barredBy ?? why ?? state}</p>
    </div>
  )
  return (
    <section className="vote">
      {round.question === null ? null : <h2>{round.question}</h2>}
      {dots === undefined && crowd?.unopened[round.id] ? (
        <Notice>
          <p>{w.vote.lost}</p>
        </Notice>
      ) : null}
      <p className="help">
        {round.maximum < round.budget ? `${w.vote.maximum(round.maximum)} ` : ''}
        {w.vote.secret}
      </p>
      <VoteItems
        items={order}
        given={given}
        maximum={round.maximum}
        spent={left <= 0}
        barred={barredBy}
        onChange={step}
        onWhy={setWhy}
        Under={round.over === 'framings' ? (come?.Wording ?? null) : null}
      />
      {dots === undefined ? (
        <Button tone="quiet" why={barredBy} onPress={() => void give({})}>
          {w.vote.blank}
        </Button>
      ) : null}
      {refusal === null ? null : (
        <Notice tone="alarm">
          <p>{say(refusal)}</p>
        </Notice>
      )}
      {voted ? <p className="help">{w.vote.voted(voted)}</p> : null}
      {barred ? (
        <Bar>
          {told}
          <div className="vote-bar">
            {tally}
            {beside}
          </div>
        </Bar>
      ) : (
        tally
      )}
    </section>
  )
}

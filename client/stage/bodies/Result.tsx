import type { CSSProperties } from 'react'
import type { Shift } from '../../../shared/domain/votes/shift.ts'
import type { Row } from '../../shown/rounds.ts'
import type { Shown } from '../../shown/shown.ts'
import { Heading } from '../Heading.tsx'
import { paged } from '../paged.ts'
import { type ScreenWords, useScreenWords } from '../words.ts'
import '../../styles/screenRounds.css'

type Page = Extract<Shown, { what: 'result' }>

/** A signal, no podium: how many dots beside how many people, and each bar in the pieces that single people put on it. */
export const Result = ({ shown }: { shown: Page }) => {
  const w = useScreenWords()
  if (shown.heldBack !== null)
    return (
      <section className="stage-body">
        <Heading shown={shown} />
        <p className="stage-calm">{w.votes.heldBack[shown.heldBack]}</p>
      </section>
    )
  return (
    <section className="stage-body">
      <Heading shown={shown} aside={paged(shown) ? <p>{w.page(shown.page + 1, shown.pages)}</p> : null} />
      <div className="stage-help stage-sorted">
        <p>{shown.votersBefore === null && shown.paper === 0 ? w.votes.signal : w.votes.signalShort}</p>
        <p>{casting(w, shown)}</p>
      </div>
      <ol
        key={shown.size}
        className={`plain-list stage-rows${shown.beside ? ' stage-rows-beside' : ''}${shown.above ? ' stage-rows-above' : ''}`}
        style={{ '--letters': `calc(${shown.size} * var(--vh))`, '--names': shown.names + 1 } as CSSProperties}
      >
        {shown.rows.map((row) => (
          <ResultRow key={row.item} row={row} longest={shown.longest} />
        ))}
      </ol>
    </section>
  )
}

const casting = ({ votes }: ScreenWords, { voters, votersBefore, ballots, paper }: Page): string => {
  if (paper > 0) return votes.onPaper(ballots, paper)
  return votersBefore === null ? votes.cast(voters) : votes.castBefore(voters, votersBefore)
}

const ResultRow = ({ row, longest }: { row: Row; longest: number }) => {
  const w = useScreenWords()
  return (
    <li className="stage-row">
      <b className="stage-letter">{row.letter}</b>
      <span className="stage-name">{row.cut ?? row.name ?? w.votes.gone}</span>
      <div className="stage-bar">
        <Bar row={row} longest={longest} />
        <b>{row.dots}</b>
        <small>{w.votes.by(row.voters)}</small>
        {row.was === null ? null : <Was was={row.was} longest={longest} />}
        {row.strongMinority ? <p className="stage-note">{w.votes.strong}</p> : null}
        {row.needs > 0 ? (
          <p className="stage-note">{w.votes.needs(row.needs)}</p>
        ) : row.divided ? (
          <p className="stage-note">{w.votes.divided}</p>
        ) : null}
        {row.withdrawn ? <p className="stage-note stage-note-plain">{w.votes.withdrawn}</p> : null}
      </div>
    </li>
  )
}

/** The first round under the second: a thinner bar, its numbers, and what moved in a word. */
const Was = ({ was: { dots, voters, moved }, longest }: { was: Shift; longest: number }) => {
  const w = useScreenWords()
  const still = moved === 'steady' || moved === 'same'
  return (
    <>
      {dots.before === 0 ? null : (
        <span className="stage-was" aria-hidden="true" style={{ '--share': dots.before / longest } as CSSProperties} />
      )}
      <b className="stage-was-dots">{dots.before}</b>
      <small className="stage-was-people">{w.votes.was(voters.before)}</small>
      <p className={`stage-note stage-moved${still ? ' stage-note-plain' : ''}`}>{w.votes.moved[moved]}</p>
    </>
  )
}

/** One piece for each person who put dots on it, the largest first. Too fine to see, it is one bar. */
const Bar = ({ row, longest }: { row: Row; longest: number }) => {
  const people = row.spread.flatMap((ballots, dots) => Array.from({ length: dots > 0 ? ballots : 0 }, () => dots)).sort((a, b) => b - a)
  const pieces = longest <= 40 ? people : [row.dots]
  return (
    <span className="stage-pieces" aria-hidden="true" style={{ '--share': row.dots / longest } as CSSProperties}>
      {pieces.map((dots, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces belong to nobody
        <i key={at} style={{ flexGrow: dots }} />
      ))}
    </span>
  )
}

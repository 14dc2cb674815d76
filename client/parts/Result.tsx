import { Fragment } from 'react'
import type { ResultRow } from '../../shared/domain/state.ts'
import { fewIn } from '../../shared/domain/votes/enough.ts'
import { within } from '../../shared/text/ownLines.ts'
import { useEntries } from '../session/useDocument.ts'
import { useLaterSharedWords } from './laterWords.ts'
import { Bars, Moved } from './Moved.tsx'
import { type Round, useItems } from './rounds.ts'
import { useShared } from './Shared.tsx'
import { useShifts } from './shifts.ts'

/** What came out: totals beside how many people and how they spread. No winner. */
export const Result = ({
  round,
  signal = true,
}: {
  round: Round /** Not where the page says already what it is worth. */
  signal?: boolean
}) => {
  const w = useLaterSharedWords()
  const items = useItems(round)
  const clusters = useEntries('board', 'clusters')
  const conditions = useShared('condition')
  const rounds = useEntries('board', 'rounds')
  const shifts = useShifts(round, rounds)
  const { result } = round
  if (result === null) return null
  if (result.heldBack) return <p className="help">{w.result.heldBack[fewIn(result)]}</p>
  const before = (row: ResultRow) => shifts?.of.get(row.item)?.dots.before ?? null
  const most = Math.max(1, ...result.rows.flatMap((row) => [row.dots, before(row) ?? 0]))
  const wordsOf = (row: ResultRow) => {
    const item = items.find((it) => it.id === row.item)
    return { letter: item?.letter ?? '', words: item?.words ?? clusters.get(row.item)?.name ?? w.result.gone }
  }
  /** Conditions stand beside what they are about, also when that was put together with something else. */
  const askedOf = (row: ResultRow) =>
    (round.asks ?? []).flatMap(({ item, answers }) => {
      if (answers === null || (item !== row.item && !row.merged.includes(item))) return []
      return [{ item, answers, said: conditions.filter(({ about }) => about?.round === round.id && about.item === item) }]
    })
  const spread = (row: ResultRow) =>
    row.spread.flatMap((people, dots) => (dots > 0 && people > 0 ? [w.result.spreadOf(people, dots)] : [])).join(', ')
  return (
    <section className={round.over === 'framings' ? 'result result-long' : 'result'}>
      {round.question === null ? null : <h2>{round.question}</h2>}
      {shifts === null ? null : <p className="help">{w.result.again(shifts.ballotsBefore)}</p>}
      <table>
        <caption>{w.result.caption(result.ballots, result.paper ?? 0, result.voters)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="for-ears">{w.result.item}</span>
            </th>
            <th scope="col">{w.result.dots}</th>
            <th scope="col">{w.result.voters}</th>
          </tr>
        </thead>
        <tbody>
          {[...result.rows]
            .sort((a, b) => b.dots - a.dots)
            .map((row) => {
              const { letter, words } = wordsOf(row)
              const shift = shifts?.of.get(row.item)
              return (
                <Fragment key={row.item}>
                  <tr>
                    <th scope="row">
                      <span className="said lettered">
                        <strong className="letter">{letter}</strong> {words}
                      </span>
                    </th>
                    <td className="digits">
                      <Unit>{w.result.dots}</Unit>
                      {row.dots}
                    </td>
                    <td className="digits">
                      <Unit>{w.result.voters}</Unit>
                      {row.voters}
                    </td>
                  </tr>
                  <tr className="result-more">
                    <td colSpan={3}>
                      <Bars dots={row.dots} before={before(row)} most={most} />
                      <small>
                        {shift === undefined ? null : <Moved shift={shift} />}
                        {row.voters === 0 ? null : `${w.result.spread}: ${spread(row)}. `}
                        {row.strongMinority ? <b>{w.result.strongMinority} </b> : null}
                        {row.divided ? `${w.result.divided} ` : null}
                        {row.withdrawn ? `${w.result.gone}. ` : null}
                        {row.merged.length > 0 ? w.result.merged : null}
                      </small>
                      {askedOf(row).map(({ item, answers, said }) => (
                        <section key={item} className="needed">
                          <h3>{w.result.needed(answers)}</h3>
                          <ul className="plain-list cards">
                            {said.map(({ id, text }) => (
                              <li key={id} className="card said">
                                {within(text)}
                              </li>
                            ))}
                          </ul>
                        </section>
                      ))}
                    </td>
                  </tr>
                </Fragment>
              )
            })}
        </tbody>
      </table>
      {result.perspectives.length === 0 ? null : (
        <details className="group">
          <summary>{w.result.perspectives}</summary>
          {result.perspectives.map((one) => (
            <div key={one.perspective}>
              <h3>{one.perspective}</h3>
              <ul className="plain-list">
                {result.rows
                  .filter((row) => (one.dots[row.item] ?? 0) > 0)
                  .map((row) => (
                    <li key={row.item}>
                      <strong className="letter">{wordsOf(row).letter}</strong> {one.dots[row.item]}
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </details>
      )}
      {shifts === null ? null : <p className="help">{w.result.movedHelp}</p>}
      {signal ? <p className="help">{w.result.signal}</p> : null}
    </section>
  )
}

/** Stands in for the head of its column where there is no room for columns. */
const Unit = ({ children }: { children: string }) => (
  <span className="result-unit" aria-hidden="true">
    {children}{' '}
  </span>
)

import { useMemo } from 'react'
import type { Result, ResultRow } from '../../../shared/domain/state.ts'
import { useLaterSharedWords } from '../../parts/laterWords.ts'
import { Moved } from '../../parts/Moved.tsx'
import { type Shifts, useShifts } from '../../parts/shifts.ts'
import { type DeskRound, useRounds } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { Adopt } from './Adopt.tsx'
import { Asking } from './Asking.tsx'
import { useItemName } from './itemName.ts'

/** Totals, how they are spread, and where few people care much: a signal for the conversation. */
export const Results = ({ round, result }: { round: DeskRound; result: Result }) => {
  const w = useCoachWords()
  const shared = useLaterSharedWords()
  const rounds = useRounds()
  const shifts = useShifts(
    round,
    useMemo(() => new Map(rounds.map((one) => [one.id, one])), [rounds]),
  )
  return (
    <>
      <p className="help">{w.votes.signal}</p>
      <ResultTable
        caption={w.votes.caption(result.voters, result.ballots, result.paper ?? 0)}
        round={round}
        rows={result.rows}
        shifts={shifts}
      />
      {shifts === null ? null : (
        <p className="help">
          {shared.result.again(shifts.ballotsBefore)} {shared.result.movedHelp}
        </p>
      )}
      <Asking round={round} result={result} />
      {result.clusters.length === 0 ? null : (
        <ResultTable caption={w.votes.perCluster} round={round} rows={result.clusters} shifts={null} />
      )}
      {result.perspectives.length === 0 ? null : (
        <details>
          <summary>{w.votes.perPerspective}</summary>
          {result.perspectives.map((one) => (
            <p key={one.perspective}>
              <strong>{one.perspective}</strong> ({w.votes.ballots(one.ballots)}):{' '}
              {round.items
                .filter((item) => (one.dots[item.id] ?? 0) > 0)
                .map((item) => `${item.letter} ${one.dots[item.id]}`)
                .join(', ')}
            </p>
          ))}
        </details>
      )}
    </>
  )
}

type TableProps = { caption: string; round: DeskRound; rows: ResultRow[] /** Of these rows. */; shifts: Shifts | null }

const ResultTable = ({ caption, round, rows, shifts }: TableProps) => {
  const w = useCoachWords()
  const itemName = useItemName()
  const before = (row: ResultRow) => shifts?.of.get(row.item)?.dots.before
  const most = Math.max(1, ...rows.flatMap((row) => [row.dots, before(row) ?? 0]))
  const sorted = [...rows].sort((a, b) => b.dots - a.dots)
  return (
    <table className="result">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{w.votes.item}</th>
          <th scope="col">{w.votes.dots}</th>
          <th scope="col">{w.votes.voters}</th>
          <th scope="col">
            {w.votes.spread} <small>{w.votes.spreadHelp}</small>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => {
          const item = round.items.find((one) => one.id === row.item)
          const shift = shifts?.of.get(row.item)
          return (
            <tr key={row.item}>
              <th scope="row">
                <span className={item === undefined ? undefined : 'lettered'}>
                  {item === undefined ? null : <b className="letter">{item.letter}</b>} {itemName(item ?? { id: row.item, name: null })}
                </span>
                {row.strongMinority ? (
                  <small className="minority">
                    {w.votes.strong}: {w.votes.strongHelp}
                  </small>
                ) : null}
                {row.divided ? (
                  <small className="minority">
                    {w.votes.divided}: {w.votes.dividedHelp}
                  </small>
                ) : null}
                {row.withdrawn ? <small>{w.votes.withdrawn}</small> : null}
                {row.merged.length === 0 ? null : <small>{w.votes.merged}</small>}
                {shift === undefined ? null : (
                  <small>
                    <Moved shift={shift} />
                  </small>
                )}
                {round.over === 'framings' && item !== undefined ? <Adopt round={round} item={item} /> : null}
              </th>
              <td className="bar">
                <span style={{ inlineSize: `calc((100% - 3em) * ${row.dots / most})` }} />
                <b>{row.dots}</b>
                {shift === undefined ? null : <i style={{ inlineSize: `calc((100% - 3em) * ${shift.dots.before / most})` }} />}
              </td>
              <td>
                <span className="result-unit" aria-hidden="true">
                  {w.votes.voters}{' '}
                </span>
                {row.voters}
              </td>
              <td>
                <Spread counts={row.spread} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Spread = ({ counts }: { counts: number[] }) => {
  const w = useCoachWords()
  const most = Math.max(1, ...counts)
  return (
    <span className="spread" role="img" aria-label={w.votes.spreadCell(counts)} title={w.votes.spreadCell(counts)}>
      {counts.map((count, dots) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the number of dots
        <span key={dots}>
          <i style={{ blockSize: `${(count / most) * 100}%` }} />
          <small>{dots}</small>
        </span>
      ))}
    </span>
  )
}

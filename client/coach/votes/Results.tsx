import type { Result, ResultRow } from '../../../shared/domain/state.ts'
import type { DeskRound } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { Asking } from './Asking.tsx'
import { useItemName } from './itemName.ts'

/** Totals, how they are spread, and where few people care much: a signal for the conversation. */
export const Results = ({ round, result }: { round: DeskRound; result: Result }) => {
  const w = useCoachWords()
  return (
    <>
      <p className="help">{w.votes.signal}</p>
      <ResultTable caption={w.votes.caption(result.voters, result.ballots)} round={round} rows={result.rows} />
      <Asking round={round} result={result} />
      {result.clusters.length === 0 ? null : <ResultTable caption={w.votes.perCluster} round={round} rows={result.clusters} />}
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

const ResultTable = ({ caption, round, rows }: { caption: string; round: DeskRound; rows: ResultRow[] }) => {
  const w = useCoachWords()
  const itemName = useItemName()
  const most = Math.max(1, ...rows.map((row) => row.dots))
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
              </th>
              <td className="bar">
                <span style={{ inlineSize: `calc((100% - 3em) * ${row.dots / most})` }} />
                <b>{row.dots}</b>
              </td>
              <td>{row.voters}</td>
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

import { outOf } from '../../session/outOf.ts'
import { useCrowd } from '../../session/useSeat.ts'
import { useDeskWords } from '../deskWords.ts'
import { useAsked } from './useAsked.ts'

/** The few numbers that matter in this phase, large: they are read in passing. */
export const NowCounts = () => {
  const w = useDeskWords()
  const crowd = useCrowd()
  const { writes } = useAsked()
  if (crowd === null) return null
  const { present, joined, ready, written, voted, hands } = crowd
  const away = Math.max(0, joined - present)
  const counts: [string, string, string][] = [
    ...(writes || voted !== null || ready > 0 ? ([['ready', w.now.of(ready, present), w.now.ready]] as [string, string, string][]) : []),
    ...(voted === null
      ? writes
        ? ([['written', w.now.of(written ?? w.now.few, outOf(written, crowd)), w.now.written]] as [string, string, string][])
        : []
      : ([['voted', w.now.of(voted, outOf(voted, crowd)), w.now.voted]] as [string, string, string][])),
    ...(writes || voted !== null ? [] : ([['present', `${present}`, w.now.present(present)]] as [string, string, string][])),
    ...(away === 0 ? [] : ([['away', `${away}`, w.now.away]] as [string, string, string][])),
    ...(hands === 0 ? [] : ([['hands', `${hands}`, w.now.hands(hands)]] as [string, string, string][])),
  ]
  return (
    <dl className="now-counts">
      {counts.map(([name, count, what]) => (
        <div key={name} className={`now-${name}`}>
          <dd>{count}</dd>
          <dt>{what}</dt>
        </div>
      ))}
    </dl>
  )
}

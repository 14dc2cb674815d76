import { Paving } from '../parts/Paving.tsx'
import { useCrowd } from '../session/useSeat.ts'
import { useDeskWords } from './deskWords.ts'
import { Notices } from './Notices.tsx'
import { useAsked } from './now/useAsked.ts'
import { OnScreen } from './OnScreen.tsx'
import { Undo } from './Undo.tsx'
import { Waiting } from './Waiting.tsx'

/** What the room sees and how many are in it; counts only. What comes by itself stands last, so that it pushes nothing away. */
export const Side = () => {
  const w = useDeskWords()
  return (
    <aside className="side" aria-label={w.side.folded}>
      <OnScreen />
      <Undo />
      <Waiting />
      <section>
        <h2>{w.side.square}</h2>
        <Square />
      </section>
      <Notices />
    </aside>
  )
}

const Square = () => {
  const w = useDeskWords()
  const crowd = useCrowd()
  const asked = useAsked()
  if (crowd === null) return null
  const rows: [string, number | string][] = [
    [w.side.present, crowd.present],
    [w.side.away, Math.max(0, crowd.joined - crowd.present)],
    [w.side.ready, crowd.ready],
    ...(asked.writes ? ([[w.side.written, crowd.written ?? w.now.few]] as [string, number | string][]) : []),
    ...(crowd.voted === null ? [] : ([[w.side.voted, crowd.voted]] as [string, number][])),
    [w.side.hands, crowd.hands],
  ]
  return (
    <>
      <Paving present={crowd.present} chalked={crowd.voted ?? Math.max(crowd.written ?? 1, crowd.ready)} />
      <dl className="counts">
        {rows.map(([name, count]) => (
          <div key={name} className={name === w.side.hands && crowd.hands > 0 ? 'count-raised' : undefined}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

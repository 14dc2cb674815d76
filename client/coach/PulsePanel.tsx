import { concernOf } from '../../shared/domain/taps/concern.ts'
import { type TapCounts, taps } from '../../shared/domain/taps/taps.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { shownFor } from './Cover.tsx'
import { useDeskWords } from './deskWords.ts'
import { useFlap } from './useFlap.ts'
import { useCoachWords } from './words.ts'
import '../styles/coachPulse.css'

/** How it is in the room, as a picture of five people or more, and one thing that a coach could do; never done by itself. It always has its
 *  place, so that nothing moves when it comes, and stands behind a flap where the room can see this device. */
export const PulsePanel = () => {
  const w = useCoachWords()
  const desk = useDeskWords()
  const pulse = useSession().hello?.pulse ?? null
  const { shut, touch } = useFlap(shownFor)
  return (
    <section className="pulse-panel" aria-labelledby="pulse-panel">
      <h2 id="pulse-panel">{w.pulse.heading}</h2>
      {pulse === null ? (
        <p className="help">{w.pulse.few}</p>
      ) : shut ? (
        <button type="button" className="flap" onClick={touch}>
          {desk.cover.covered}
        </button>
      ) : (
        <Picture counts={pulse} />
      )}
    </section>
  )
}

const Picture = ({ counts }: { counts: TapCounts<'pulse'> }) => {
  const w = useCoachWords()
  const values = taps.pulse.values as readonly (keyof typeof counts)[]
  const people = values.reduce((sum, value) => sum + counts[value], 0)
  const concern = concernOf(counts)
  return (
    <>
      <dl className="pulse-picture">
        {values.map((value) => (
          <div key={value}>
            <dt>{w.pulse.values[value]}</dt>
            <dd>
              <meter aria-hidden="true" min={0} max={people} value={counts[value]} />
              {counts[value]}
            </dd>
          </div>
        ))}
      </dl>
      <p role="status">
        {w.pulse.says[concern](counts[concern], people)} {w.pulse.could[concern]}
      </p>
      <p className="help">{w.pulse.stands}</p>
    </>
  )
}

import { useAway } from '../parts/ConnectionLine.tsx'
import { Timer } from '../parts/Timer.tsx'
import { useSharedWords } from '../parts/words.ts'
import { useWakeLock } from '../session/useWakeLock.ts'
import { type Scene, useHeld } from './held.ts'
import { Inside } from './Inside.tsx'
import { headingOf, phaseName } from './phase.ts'
import { Question } from './Question.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { usePhoneWords } from './words.ts'

/** The page of somebody who is in: where we are, the question, and the one thing that is asked. */
export const Square = ({ now }: { now: Scene }) => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const { shown, moved, goAlong } = useHeld(now)
  const away = useAway()
  const { plein, phase } = shown
  useWakeLock(phase !== null && phase.kind !== 'pause' && phase.kind !== 'plenary')
  // Before a coach starts it, and after it was stopped, a clock says nothing.
  const { timer } = plein
  const begun = plein.stage === 'open' && (timer.status === 'running' || (timer.status === 'paused' && timer.left < timer.length))
  const name = phase === null ? '' : phaseName(shared, phase)
  return (
    <main className="phone">
      <div className="phone-top">
        <p>{name === '' ? plein.title : name}</p>
        <ReadAloud
          what={w.aloud.question}
          texts={[...shown.framings.slice(-1).map(({ text }) => text), ...(phase === null ? [] : [headingOf(shared, phase)])]}
        />
        {begun && moved === 'no' ? <Timer timer={timer} /> : null}
      </div>
      <p className="for-ears" role="status">
        {away ?? ''}
      </p>
      <Question phase={plein.current} framings={shown.framings} />
      <Inside scene={shown} name={name} moved={moved} goAlong={goAlong} away={away} />
    </main>
  )
}

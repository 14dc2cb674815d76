import { asksOf } from '../../shared/domain/phases/asked.ts'
import { minutesAndSeconds, timeLeft } from '../parts/Timer.tsx'
import { useLater } from '../session/later.ts'
import { useEntry, usePhase } from '../session/useDocument.ts'
import { useNow } from '../session/useNow.ts'
import { useDeskWords } from './deskWords.ts'
import { sheetsLater } from './later.ts'
import { ClosePlein, Life } from './manage/Life.tsx'
import { useProgramme } from './model.ts'
import { NowActs } from './now/NowActs.tsx'
import { NowCounts } from './now/NowCounts.tsx'
import { nextFrom, usePhaseName } from './programme/phaseName.ts'
import { Room } from './room/Room.tsx'

/** One card: now, how long, how far the room is, what a coach does in this phase, what comes next. The room itself stands folded under it, and last how it is in there. */
export const NowSheet = () => {
  const come = useLater(sheetsLater)
  const w = useDeskWords()
  const phase = usePhase()
  const nameOf = usePhaseName()
  const next = nextFrom(useProgramme(), phase?.id ?? null)
  const stage = useEntry('board', 'plein', 'stage')
  if (stage !== 'open')
    return (
      <>
        <Life />
        {stage === 'closed' && come !== null ? (
          <>
            <come.OutcomePanel />
            <come.BlogAtDesk />
            <come.ReminderAtDesk />
          </>
        ) : null}
        <Room />
      </>
    )
  return (
    <>
      <section className="card-now" aria-labelledby="now-name">
        <p className="now-label">{w.now.label}</p>
        <h2 id="now-name">{phase === null ? w.now.notStarted : nameOf(phase)}</h2>
        {phase === null ? null : (
          <>
            <p className="now-asked">
              {w.now.prompt} <q>{phase.settings.prompt ?? w.prompts[asksOf(phase)]}</q>
            </p>
            <NowCounts />
            <NowClock />
            <div className="now-acts">
              <NowActs kind={phase.kind} />
              {come === null ? null : <come.NowOwner />}
            </div>
          </>
        )}
        <div className="now-next row">
          <p>{next === undefined ? w.now.last : w.now.next(nameOf(next), next.settings.minutes)}</p>
          {next === undefined && phase !== null ? <ClosePlein /> : null}
        </div>
      </section>
      <Room />
      {come === null ? null : <come.PulsePanel />}
    </>
  )
}

/** How long. What turns the clock stands above, at the clock, the same on every sheet. */
const NowClock = () => {
  const w = useDeskWords()
  const timer = useEntry('board', 'plein', 'timer') ?? { status: 'stopped' as const }
  const now = useNow(timer.status === 'running' ? 500 : null)
  const left = timeLeft(timer, now)
  return (
    <p className="now-clock digits">
      {left === null ? w.now.noClock : left === 0 ? w.timer.over : w.now.left(minutesAndSeconds(left), timer.status === 'paused')}
    </p>
  )
}

import { Qr } from '../parts/Qr.tsx'
import { minutesAndSeconds, timeLeft } from '../parts/Timer.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { useNow } from '../session/useNow.ts'
import { bare, grouped, joinAddress } from './join.ts'
import { useScreenWords } from './words.ts'

/** The clock on the left, the way in on the right: in every phase, because somebody always comes late. */
export const Foot = () => (
  <footer className="screen-foot">
    <Clock />
    <Join />
  </footer>
)

const nearly = 60_000
const round = 2 * Math.PI * 42

const Clock = () => {
  const w = useScreenWords()
  const timer = useEntry('board', 'plein', 'timer')
  const stage = useEntry('board', 'plein', 'stage')
  const now = useNow(timer?.status === 'running' ? 250 : null)
  const left = timer === undefined ? null : timeLeft(timer, now)
  if (timer === undefined || timer.status === 'stopped' || left === null || stage === 'closed') return <div />
  const share = timer.length === 0 ? 0 : Math.min(1, left / timer.length)
  const note = left === 0 ? w.timer.over : timer.status === 'paused' ? w.timer.paused : left <= nearly ? w.timer.nearly : null
  return (
    <div className={`screen-clock${left <= nearly ? ' screen-clock-near' : ''}`} role="timer">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className="ring" cx="50" cy="50" r="42" />
        <circle className="ring-left" cx="50" cy="50" r="42" strokeDasharray={`${share * round} ${round}`} transform="rotate(-90 50 50)" />
      </svg>
      <strong className="digits">{minutesAndSeconds(left)}</strong>
      {note === null ? null : <span>{note}</span>}
    </div>
  )
}

const Join = () => {
  const w = useScreenWords()
  const join = useSession().hello?.join
  const locked = useEntry('board', 'plein', 'doorLocked')
  const stage = useEntry('board', 'plein', 'stage')
  if (!join || stage === 'closed') return <div />
  return (
    <div className="screen-join">
      <p>
        {locked ? <span>{w.locked}</span> : <span>{bare(join.address)}</span>}
        <strong>{grouped(join.code)}</strong>
      </p>
      <Qr text={joinAddress(join)} label={w.qr(bare(join.address))} />
    </div>
  )
}

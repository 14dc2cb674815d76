import { useEffect } from 'react'
import { ConnectionLine } from '../parts/ConnectionLine.tsx'
import { Ended } from '../parts/Ended.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Timer } from '../parts/Timer.tsx'
import { useSharedWords } from '../parts/words.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { usePhase, usePlein } from '../session/useDocument.ts'
import { useWakeLock } from '../session/useWakeLock.ts'
import { Inside } from './Inside.tsx'
import { Question } from './Question.tsx'
import { usePhoneWords } from './words.ts'

export const Room = () => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const { connection } = useSession()
  const plein = usePlein()
  const phase = usePhase()
  const open = plein?.stage === 'open'
  useWakeLock(open && phase !== null && phase.kind !== 'pause' && phase.kind !== 'plenary')
  const title = plein?.title
  useEffect(() => {
    if (title) document.title = title
  }, [title])

  if (connection === 'ended') return <Ended />
  if (plein === null)
    return (
      <main className="phone">
        {connection === 'live' ? <p role="status">{w.inside.waiting}</p> : <Loading />}
        <ConnectionLine />
      </main>
    )
  const name = phase === null ? '' : (phase.title ?? shared.kinds[phase.kind])
  return (
    <main className="phone">
      <div className="phone-top">
        <p>{plein.stage === 'open' && name !== '' ? name : plein.title}</p>
        {open ? <Timer timer={plein.timer} /> : null}
      </div>
      <ConnectionLine />
      <Question phase={plein.current} />
      <Inside plein={plein} phase={open ? phase : null} name={name} />
    </main>
  )
}

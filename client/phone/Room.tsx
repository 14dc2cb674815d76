import { useEffect, useMemo } from 'react'
import { ConnectionLine, useAway } from '../parts/ConnectionLine.tsx'
import { Ended } from '../parts/Ended.tsx'
import { Loading } from '../parts/Loading.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useFramings, usePhase, usePlein } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import type { Scene } from './held.ts'
import { Left } from './Left.tsx'
import { LinesLinkWhenLong } from './LinesLink.tsx'
import { useWaitsForRest } from './later.ts'
import { Square } from './Square.tsx'
import { useKeyboard } from './useKeyboard.ts'

export const Room = () => {
  const { connection } = useSession()
  const away = useAway()
  const plein = usePlein()
  const phase = usePhase()
  const framings = useFramings()
  const posts = useMay()('idea.post')
  const scene = useMemo<Scene | null>(
    () => (plein === null ? null : { plein, phase: plein.stage === 'open' ? phase : null, framings, posts }),
    [plein, phase, framings, posts],
  )
  const title = plein?.title
  useEffect(() => {
    if (!title) return
    const before = document.title
    document.title = title
    return () => {
      document.title = before
    }
  }, [title])
  const waits = useWaitsForRest(scene)
  useKeyboard()

  if (connection === 'ended')
    return (
      <Ended>
        <Left />
      </Ended>
    )
  if (scene === null || waits)
    return (
      <main className="phone">
        {away === null ? <Loading /> : null}
        <ConnectionLine />
        <LinesLinkWhenLong />
      </main>
    )
  return <Square now={scene} />
}

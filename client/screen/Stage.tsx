import { useEffect, useState } from 'react'
import type { Shape } from '../../shared/wire/messages.ts'
import { Loading } from '../parts/Loading.tsx'
import { Spoken } from '../parts/Spoken.tsx'
import { useSession, useWorks } from '../session/SessionProvider.tsx'
import { useWakeLock } from '../session/useWakeLock.ts'
import { Surface } from '../stage/Surface.tsx'
import { useBoard, useShown } from '../stage/useShown.ts'
import { useScreenWords } from '../stage/words.ts'
import { useComeBack } from './useComeBack.ts'
import { usePointerRest } from './usePointerRest.ts'
import { useSilent } from './useSilent.ts'

/** What the room looks at, in the shape of this window. */
export const Stage = ({ shape, onGone }: { shape: Shape; onGone: () => void }) => {
  const w = useScreenWords()
  const { ending } = useSession()
  const board = useBoard()
  const shown = useShown(shape)
  const resting = usePointerRest()
  const { connection } = useWorks()
  const title = board?.plein.title
  useEffect(() => connection.shaped(shape), [connection, shape])
  useWakeLock(board !== null)
  useComeBack()
  useEffect(() => {
    if (title !== undefined) document.title = w.title(title)
  }, [title, w])
  useEffect(() => {
    if (ending === 'revoked' || ending === 'deleted' || ending === 'token-unknown') onGone()
    if (ending === 'protocol') location.reload()
  }, [ending, onGone])
  if (board === null || shown === null)
    return (
      <main className="screen screen-outside" translate="no">
        <Loading />
        <Away />
      </main>
    )
  const dark = shown.what === 'dark'
  return (
    // Nobody reads here in a language of their own, and what goes from the board must go from here.
    <main translate="no" className={`screen${dark ? ' screen-dark' : ''}${resting ? ' screen-resting' : ''}`} data-shape={shape}>
      {dark ? null : <Spoken />}
      <Surface board={board} shown={shown} shape={shape} />
      {dark ? null : <Away />}
    </main>
  )
}

const quiet = 2000

/** A small mark and never an error page: what the room looks at stays as it was. */
const Away = () => {
  const w = useScreenWords()
  const { connection } = useSession()
  const [shown, setShown] = useState(false)
  const silent = useSilent()
  useEffect(() => {
    if (connection === 'live') return setShown(false)
    const timer = setTimeout(() => setShown(true), quiet)
    return () => clearTimeout(timer)
  }, [connection])
  return shown || silent ? (
    <p className="screen-away" role="status">
      {w.away}
    </p>
  ) : null
}

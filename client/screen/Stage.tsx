import { useEffect, useState } from 'react'
import { Sign } from '../parts/Sign.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useFramings, usePhase, usePlein } from '../session/useDocument.ts'
import { Body } from './Body.tsx'
import { Lobby } from './bodies/Lobby.tsx'
import { Foot } from './Foot.tsx'
import { long } from './signSize.ts'
import { useScreenWords } from './words.ts'

/** What the room looks at. Reads `board` and counts, and has no controls: it cannot show what it does not have. */
export const Stage = ({ onGone }: { onGone: () => void }) => {
  const w = useScreenWords()
  const { ending } = useSession()
  const plein = usePlein()
  const phase = usePhase()
  const title = plein?.title
  useEffect(() => {
    if (title !== undefined) document.title = w.title(title)
  }, [title, w])
  useEffect(() => {
    if (ending === 'revoked' || ending === 'deleted' || ending === 'token-unknown') onGone()
    if (ending === 'protocol') location.reload()
  }, [ending, onGone])
  if (plein === null)
    return (
      <main className="screen screen-outside">
        <p>{w.loading}</p>
        <Away />
      </main>
    )
  const lobby = plein.stage === 'prepared' || phase === null || phase.kind === 'welcome'
  return (
    <main className={`screen${lobby && plein.stage !== 'closed' ? ' screen-lobby' : ''}`}>
      {lobby && plein.stage !== 'closed' ? (
        <Lobby />
      ) : (
        <>
          {phase?.kind === 'reframe' && plein.stage !== 'closed' ? null : <Dilemma />}
          <Body closed={plein.stage === 'closed'} phase={phase} />
          <Foot />
        </>
      )}
      <Away />
    </main>
  )
}

const fresh = 20_000

/** The sign, always in view. A new wording keeps its chalk for a while, for who was looking elsewhere. */
const Dilemma = () => {
  const chain = useFramings()
  const now = chain.at(-1)
  const before = chain.at(-2)
  const id = now?.id
  const [chalked, setChalked] = useState<string | null>(null)
  const [known, setKnown] = useState(id)
  if (id !== known) {
    setKnown(id)
    if (known !== undefined) setChalked(id ?? null)
  }
  useEffect(() => {
    if (chalked === null) return
    const timer = setTimeout(() => setChalked(null), fresh)
    return () => clearTimeout(timer)
  }, [chalked])
  if (now === undefined) return null
  return (
    <div className={`screen-sign ${long(now.text)}`}>
      <Sign text={now.text} before={chalked === now.id ? (before?.text ?? null) : null} size="screen" heading={1} />
    </div>
  )
}
const quiet = 2000

/** A small mark and never an error page: what the room looks at stays as it was. */
const Away = () => {
  const w = useScreenWords()
  const { connection } = useSession()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (connection === 'live') return setShown(false)
    const timer = setTimeout(() => setShown(true), quiet)
    return () => clearTimeout(timer)
  }, [connection])
  return shown ? (
    <p className="screen-away" role="status">
      {w.away}
    </p>
  ) : null
}

import { useCallback } from 'react'
import type { Role } from '../../shared/domain/state.ts'
import { Knock } from '../parts/Knock.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Practice } from '../parts/Practice.tsx'
import { usePleinAt } from '../parts/place.tsx'
import { Qr } from '../parts/Qr.tsx'
import { useClaim } from '../parts/useClaim.ts'
import { go } from '../session/place.ts'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { forgetToken, readToken } from '../session/tokens.ts'
import { useScreenWords } from '../stage/words.ts'
import { Stage } from './Stage.tsx'
import { useShape } from './useShape.ts'
import '../styles/screen.css'

const role = 'screen'

export const Screen = () => {
  const plein = usePleinAt('scherm')
  const token = plein === null ? null : readToken('screen', plein)
  const shape = useShape()
  const enter = useCallback((id: string, role: Role) => go(`/${role === 'coach' ? 'coach' : 'scherm'}/${id}`, true), [])
  const leave = useCallback(() => {
    if (plein !== null) forgetToken('screen', plein)
    go('/scherm', true)
  }, [plein])
  if (plein === null || token === null) return <Outside onClaimed={enter} />
  return (
    <SessionProvider key={plein} role={role} plein={plein} token={token}>
      <Practice at="screen" />
      <Stage shape={shape} onGone={leave} />
    </SessionProvider>
  )
}

const pictureOf = (code: string) => <Qr text={`${location.origin}/coach#scherm:${code}`} label={code} />

/** A screen has no keyboard: by its link, or by a code that a coach enters. A link that is refused falls back to the code. */
const Outside = ({ onClaimed }: { onClaimed: (plein: string, role: Role) => void }) => {
  const w = useScreenWords()
  const { busy, problem } = useClaim(onClaimed, w.knock.away)
  if (busy)
    return (
      <main className="screen screen-outside" translate="no">
        <Loading />
      </main>
    )
  return (
    <main className="screen screen-outside" translate="no">
      <h1>{w.knock.heading}</h1>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <Knock size="screen" picture={pictureOf} words={w.knock} onClaimed={onClaimed} />
    </main>
  )
}

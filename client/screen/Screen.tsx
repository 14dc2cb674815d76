import { useCallback } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { Role } from '../../shared/domain/state.ts'
import { Knock } from '../parts/Knock.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Practice } from '../parts/Practice.tsx'
import { useClaim } from '../parts/useClaim.ts'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { forgetToken, readToken } from '../session/tokens.ts'
import { useScreenWords } from '../stage/words.ts'
import { Stage } from './Stage.tsx'
import { useShape } from './useShape.ts'
import '../styles/screen.css'

const role = 'screen'

export const Screen = () => {
  const [, params] = useRoute('/scherm/:plein')
  const [, go] = useLocation()
  const plein = params?.['plein']
  const token = plein === undefined ? null : readToken('screen', plein)
  const shape = useShape()
  const enter = useCallback((id: string, role: Role) => go(`/${role === 'coach' ? 'coach' : 'scherm'}/${id}`, { replace: true }), [go])
  const leave = useCallback(() => {
    if (plein !== undefined) forgetToken('screen', plein)
    go('/scherm', { replace: true })
  }, [plein, go])
  if (plein === undefined || token === null) return <Outside onClaimed={enter} />
  return (
    <SessionProvider key={plein} role={role} plein={plein} token={token}>
      <Practice at="screen" />
      <Stage shape={shape} onGone={leave} />
    </SessionProvider>
  )
}

/** A screen has no keyboard: by its link, or by a code that a coach enters. A link that is refused falls back to the code. */
const Outside = ({ onClaimed }: { onClaimed: (plein: string, role: Role) => void }) => {
  const w = useScreenWords()
  const { busy, problem } = useClaim(onClaimed, w.knock.away)
  if (busy)
    return (
      <main className="screen screen-outside">
        <Loading />
      </main>
    )
  return (
    <main className="screen screen-outside">
      <h1>{w.knock.heading}</h1>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <Knock size="screen" words={w.knock} onClaimed={onClaimed} />
    </main>
  )
}

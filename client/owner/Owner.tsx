import { useLocation, useRoute } from 'wouter'
import '../styles/board.css'
import '../styles/owner.css'
import '../styles/writing.css'
import { Practice } from '../parts/Practice.tsx'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { readToken } from '../session/tokens.ts'
import { Claim } from './Claim.tsx'
import { Issue } from './Issue.tsx'

const role = 'owner'

export const Owner = () => {
  const [, params] = useRoute('/eigenaar/:plein')
  const [, go] = useLocation()
  const plein = params?.['plein']
  const token = plein === undefined ? null : readToken(role, plein)
  if (plein === undefined || token === null)
    return (
      <Claim
        onClaimed={(id, as) => go(`/${as === 'coach' ? 'coach' : as === 'screen' ? 'scherm' : 'eigenaar'}/${id}`, { replace: true })}
      />
    )
  return (
    <SessionProvider key={plein} role={role} plein={plein} token={token}>
      <Practice />
      <Issue />
    </SessionProvider>
  )
}

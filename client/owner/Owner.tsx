import '../styles/board.css'
import '../styles/owner.css'
import '../styles/writing.css'
import { Practice } from '../parts/Practice.tsx'
import { usePleinAt } from '../parts/place.tsx'
import { contributing } from '../session/contributing.ts'
import { cowriting } from '../session/cowriting.ts'
import { go } from '../session/place.ts'
import { press } from '../session/press.ts'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { readToken } from '../session/tokens.ts'
import { Claim } from './Claim.tsx'
import { Issue } from './Issue.tsx'

const role = 'owner'

export const Owner = () => {
  const plein = usePleinAt('eigenaar')
  const token = plein === null ? null : readToken(role, plein)
  if (plein === null || token === null)
    return <Claim onClaimed={(id, as) => go(`/${as === 'coach' ? 'coach' : as === 'screen' ? 'scherm' : 'eigenaar'}/${id}`, true)} />
  return (
    <SessionProvider key={plein} role={role} plein={plein} token={token} contributes={contributing} cowrites={cowriting} presses={press}>
      <Practice />
      <Issue />
    </SessionProvider>
  )
}

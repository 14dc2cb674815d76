import { Practice } from '../parts/Practice.tsx'
import { usePleinAt } from '../parts/place.tsx'
import { cowriting } from '../session/cowriting.ts'
import { go } from '../session/place.ts'
import { press } from '../session/press.ts'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { useShade } from '../session/shade.ts'
import { readToken } from '../session/tokens.ts'
import { Claim } from './Claim.tsx'
import { Desk } from './Desk.tsx'
import '../styles/coachRail.css'
import '../styles/coachSide.css'
import '../styles/coach.css'
import '../styles/coachNarrow.css'
import '../styles/coachSheets.css'
import '../styles/coachWork.css'
import '../styles/coachNow.css'

const role = 'coach'

export const Coach = () => {
  useShade()
  const plein = usePleinAt('coach')
  const token = plein === null ? null : readToken('coach', plein)
  if (plein === null || token === null)
    return <Claim onClaimed={(id, role) => go(`/${role === 'screen' ? 'scherm' : role === 'owner' ? 'eigenaar' : 'coach'}/${id}`, true)} />
  return (
    <SessionProvider key={plein} role={role} plein={plein} token={token} cowrites={cowriting} presses={press}>
      <Practice at="desk" />
      <Desk />
    </SessionProvider>
  )
}

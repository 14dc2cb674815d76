import { useLocation, useRoute } from 'wouter'
import '../styles/board.css'
import '../styles/phone.css'
import '../styles/writing.css'
import { Practice } from '../parts/Practice.tsx'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { readToken } from '../session/tokens.ts'
import { Join } from './Join.tsx'
import { Lines } from './Lines.tsx'
import { Room } from './Room.tsx'

const role = 'participant'

export const Phone = () => {
  const [, params] = useRoute('/p/:plein')
  const [path, go] = useLocation()
  const plein = params?.['plein']
  const token = plein === undefined ? null : readToken(role, plein)
  if (path === '/verbinding') return <Lines />
  if (plein === undefined || token === null) return <Join onJoined={(id) => go(`/p/${id}`, { replace: true })} />
  return (
    <SessionProvider key={plein} role={role} plein={plein} token={token}>
      <Practice />
      <Room />
    </SessionProvider>
  )
}

import '../styles/board.css'
import '../styles/phone.css'
import '../styles/writing.css'
import { Practice } from '../parts/Practice.tsx'
import { contributing } from '../session/contributing.ts'
import { SessionProvider } from '../session/SessionProvider.tsx'
import { Room } from './Room.tsx'

export const Phone = ({ plein, token }: { plein: string; token: string }) => (
  <SessionProvider key={plein} role="participant" plein={plein} token={token} contributes={contributing}>
    <Practice />
    <Room />
  </SessionProvider>
)

import type { WireError } from '../../shared/wire/messages.ts'
import { Sign } from '../parts/Sign.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useDilemma, useEntry } from '../session/useDocument.ts'
import { Refused } from './Action.tsx'
import type { Moved } from './desk.ts'
import { Moves } from './programme/Moves.tsx'
import { TimerBar } from './programme/TimerBar.tsx'
import { useCoachWords } from './words.ts'

export const Header = ({ moved, refusal }: { moved: Moved; refusal: WireError | null }) => {
  const w = useCoachWords()
  const { connection } = useSession()
  const dilemma = useDilemma()
  const title = useEntry('board', 'plein', 'title')
  return (
    <header className="desk-head">
      <h1 className="for-ears">{w.title(title ?? '')}</h1>
      <div className="desk-sign">{dilemma === null ? null : <Sign text={dilemma.text} size="small" />}</div>
      <TimerBar />
      <Moves moved={moved} />
      <Refused refusal={refusal} />
      <p className="away" role="status">
        {connection === 'live' ? '' : w.lost}
      </p>
    </header>
  )
}

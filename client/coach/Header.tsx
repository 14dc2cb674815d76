import { useEffect, useState } from 'react'
import type { WireError } from '../../shared/wire/messages.ts'
import { Sign } from '../parts/Sign.tsx'
import { useLater } from '../session/later.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry, useFramings, usePhase } from '../session/useDocument.ts'
import { Refused, Told } from './Action.tsx'
import { useDesk } from './desk.ts'
import { useDeskWords } from './deskWords.ts'
import { sheetsLater } from './later.ts'
import { useProgramme } from './model.ts'
import { Moves } from './programme/Moves.tsx'
import { usePhaseName } from './programme/phaseName.ts'
import { TimerBar } from './programme/TimerBar.tsx'
import type { Keyed } from './useKeyed.ts'

const quietFor = 2000
/** What fits on two lines of the sign; more of it is smaller, on three. */
const shortSign = 84

export const Header = ({ refusal, keyed }: { refusal: WireError | null; keyed: Keyed }) => {
  const w = useDeskWords()
  const title = useEntry('board', 'plein', 'title')
  const question = useFramings().at(-1)?.text ?? ''
  const come = useLater(sheetsLater)
  const size = question.length > shortSign ? 'tiny' : 'small'
  return (
    <header className="desk-head">
      <h1 className="for-ears">{w.title(title ?? '')}</h1>
      <div className="desk-sign">
        {come === null ? <Sign text={question} size={size} /> : <come.Reframing size={size} caption={null} above={false} />}
      </div>
      <TimerBar />
      <Moves>
        <Lost />
      </Moves>
      <Refused refusal={refusal} />
      <Refused refusal={keyed.refusal} />
      {keyed.why === null ? null : <Told sentence={keyed.why} onDismiss={keyed.dismiss} />}
      <Said />
    </header>
  )
}

/** Lies over what cannot be pressed without a line, so that nothing moves when it goes and comes, and the question stays in view. */
const Lost = () => {
  const w = useDeskWords()
  const { connection } = useSession()
  const away = connection !== 'live'
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!away) return setShown(false)
    const timer = setTimeout(() => setShown(true), quietFor)
    return () => clearTimeout(timer)
  }, [away])
  return (
    <p className={shown ? 'away' : 'for-ears'} role="status">
      {shown ? w.lost : ''}
    </p>
  )
}

/** Each move is said once, with what can be taken back. */
const Said = () => {
  const w = useDeskWords()
  const { moved } = useDesk()
  const phase = usePhase()
  const nameOf = usePhaseName()
  const from = useProgramme().find((one) => one.id === moved?.from)
  const now = phase === null ? '' : w.rail.movedTo(nameOf(phase))
  return (
    <p className="for-ears" role="status">
      {from === undefined ? now : `${now} ${w.rail.backFor(nameOf(from))}`}
    </p>
  )
}

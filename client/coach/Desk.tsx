import { useEffect, useMemo, useRef, useState } from 'react'
import { Loading } from '../parts/Loading.tsx'
import { useLater } from '../session/later.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { AskCover } from './Cover.tsx'
import { DeskContext, type SheetName } from './desk.ts'
import { useDeskWords } from './deskWords.ts'
import { Folds, type Unfolded } from './Folds.tsx'
import { Gone } from './Gone.tsx'
import { Header } from './Header.tsx'
import { useDeviceSwitch } from './keys.ts'
import { fetchTheRest, sheetsLater } from './later.ts'
import { Rail } from './programme/Rail.tsx'
import { forgetWifi } from './room/useWifi.ts'
import { Sheets } from './Sheets.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { Side } from './Side.tsx'
import { useFocusKept } from './useFocusKept.ts'
import { useKeyed } from './useKeyed.ts'
import { useRoomMoves } from './useRoomMoves.ts'

/** What stands in a list and does something to the room, or to somebody: its rows slide under the finger. */
const sliding = '.idea-tools button, label.idea-text, .devices button, .group-tools, .group-names button, .waiting button'

export const Desk = () => {
  const w = useDeskWords()
  const { plein, ending, hello } = useSession()
  const title = useEntry('board', 'plein', 'title')
  const [sheet, setSheet] = useState<SheetName>('now')
  const [unfolded, setUnfolded] = useState<Unfolded>(null)
  const [covered, setCovered] = useDeviceSwitch(`covered:${plein}`)
  const [letters, setLetters] = useDeviceSwitch('letters')
  const { move, moved, takeBack, elsewhere, refusal } = useRoomMoves(setSheet)
  const keyed = useKeyed()
  const come = useLater(sheetsLater)
  const frame = useRef<HTMLDivElement>(null)
  const ready = hello !== null && title !== undefined && (ending === null || ending === 'restarting')
  useFocusKept(frame, ready)
  useEffect(() => {
    if (ready) fetchTheRest()
  }, [ready])
  useEffect(() => {
    if (title) document.title = w.title(title)
  }, [title, w])
  // Nobody lays out this room any more: its password has no business on this device.
  const sealed = useEntry('board', 'plein', 'sealed') === true
  const over = sealed || ending === 'deleted' || ending === 'revoked' || ending === 'token-unknown'
  useEffect(() => {
    if (over) forgetWifi(plein)
  }, [over, plein])

  const desk = useMemo(
    () => ({
      plein,
      sheet,
      open: (next: SheetName) => {
        setSheet(next)
        setUnfolded(null)
      },
      move,
      moved,
      takeBack,
      // Until somebody has answered, text is covered: a laptop may hang at the projector from the first second.
      covered: covered !== false,
      setCovered,
      letters: letters !== false,
      setLetters,
    }),
    [plein, sheet, move, moved, takeBack, covered, setCovered, letters, setLetters],
  )
  if (ending !== null && ending !== 'restarting') return <Gone ending={ending} />
  if (!ready)
    return (
      <main className="claim">
        <Loading />
      </main>
    )
  return (
    <DeskContext value={desk}>
      <div className={`desk${unfolded === null ? '' : ` desk-${unfolded}`}`} ref={frame}>
        <a className="skip" href="#work">
          {w.skipToWork}
        </a>
        <Header refusal={refusal} keyed={keyed} />
        <Folds unfolded={unfolded} onUnfold={setUnfolded} />
        <Rail />
        <div className="middle">
          {covered === null ? <AskCover /> : null}
          <Sheets elsewhere={elsewhere} />
        </div>
        <Side />
        <Shortcuts keyed={keyed} />
        {come === null ? null : <come.Slides place={frame} what={sliding} at={sheet} unheard={w.rail.unheard} />}
      </div>
    </DeskContext>
  )
}

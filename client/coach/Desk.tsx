import { useEffect, useMemo, useRef, useState } from 'react'
import type { Command } from '../../shared/domain/commands.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useAct } from '../session/useAct.ts'
import { useEntry, usePhase } from '../session/useDocument.ts'
import { AskCover } from './Cover.tsx'
import { DeskContext, type SheetName } from './desk.ts'
import { Gone } from './Gone.tsx'
import { Header } from './Header.tsx'
import { useDeviceSwitch } from './keys.ts'
import { Rail } from './programme/Rail.tsx'
import { Sheets } from './Sheets.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { Side } from './Side.tsx'
import { useCoachWords } from './words.ts'

const sheetOf: Record<PhaseKind, SheetName> = {
  welcome: 'now',
  checkin: 'now',
  ideas: 'ideas',
  cluster: 'groups',
  vote: 'votes',
  reframe: 'question',
  harvest: 'harvest',
  plenary: 'now',
  pause: 'now',
}
const wayBack = 10_000

export const Desk = () => {
  const w = useCoachWords()
  const { plein, ending, hello } = useSession()
  const title = useEntry('board', 'plein', 'title')
  const phase = usePhase()
  const { act, refusal } = useAct()
  const [sheet, setSheet] = useState<SheetName>('now')
  const [moved, setMoved] = useState<{ from: string | null; until: number } | null>(null)
  const [covered, setCovered] = useDeviceSwitch(`covered:${plein}`)
  const [letters, setLetters] = useDeviceSwitch('letters')
  const following = useRef(true)
  const clearing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const now = useSession().now

  // The desk follows its own moves only: a second coach's move must not take the page away from this one.
  useEffect(() => {
    if (title === undefined || !following.current) return
    following.current = false
    if (phase !== null) setSheet(sheetOf[phase.kind])
  }, [phase, title])
  useEffect(() => () => clearTimeout(clearing.current), [])
  useEffect(() => {
    if (title) document.title = w.title(title)
  }, [title, w])

  const current = phase?.id ?? null
  const desk = useMemo(
    () => ({
      plein,
      sheet,
      open: setSheet,
      move: async (command: Command) => {
        // Before it is sent: the board may show the new phase before the answer is here.
        following.current = true
        const answer = await act(command)
        following.current = false
        if (!answer.ok) return
        const until = now() + wayBack
        setMoved(command.type === 'phase.back' ? null : { from: current, until })
        clearTimeout(clearing.current)
        clearing.current = setTimeout(() => setMoved(null), wayBack)
      },
      covered: covered === true,
      setCovered,
      letters: letters !== false,
      setLetters,
    }),
    [plein, sheet, act, now, current, covered, setCovered, letters, setLetters],
  )
  if (ending !== null && ending !== 'restarting') return <Gone ending={ending} />
  if (hello === null || title === undefined)
    return (
      <main className="claim">
        <p role="status">{w.loading}</p>
      </main>
    )
  return (
    <DeskContext value={desk}>
      <div className="desk">
        <a className="skip" href="#work">
          {w.skipToWork}
        </a>
        <Header moved={moved} refusal={refusal} />
        <Rail />
        <Sheets follow={phase === null ? null : { phase, sheet: sheetOf[phase.kind] }} />
        <Side />
        <Shortcuts />
        {covered === null ? <AskCover /> : null}
      </div>
    </DeskContext>
  )
}

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Command } from '../../shared/domain/commands.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { Timer } from '../../shared/domain/state.ts'
import type { PhaseEntry, PleinFields } from '../../shared/wire/documents.ts'
import { wallNow } from '../session/clock.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useAct } from '../session/useAct.ts'
import { useEntry, usePhase } from '../session/useDocument.ts'
import type { Moved, SheetName } from './desk.ts'
import { isSo } from './isSo.ts'

/** Where a coach's own move leads on this desk: to the work where the phase has any, else to the one card. */
export const sheetOf: Record<PhaseKind, SheetName> = {
  welcome: 'now',
  checkin: 'now',
  ideas: 'now',
  burst: 'now',
  cluster: 'groups',
  vote: 'votes',
  reframe: 'question',
  write: 'question',
  harvest: 'harvest',
  plenary: 'now',
  pause: 'now',
}
const wayBack = 10_000

/** How the clock is put back as if nobody had moved: with what it would have had left now. */
const clockCommands = (timer: Timer, during: string, now: number): Command[] => {
  if (timer.status === 'stopped') return [{ type: 'timer.stop', during }]
  const left = timer.status === 'running' ? timer.endsAt - now : timer.left
  // A clock that nobody had started yet is set ready by entering the phase.
  if (left <= 0 || (timer.status === 'paused' && left === timer.length)) return []
  const start: Command = { type: 'timer.start', seconds: Math.ceil(left / 1000), during }
  return timer.status === 'running' ? [start] : [start, { type: 'timer.pause', during }]
}

type Before = { phase: string; timer: Timer; show: PleinFields['show'] }

/** Moving the room, the way back for ten seconds, and whether another coach has moved it. */
export const useRoomMoves = (open: (sheet: SheetName) => void) => {
  const { act, refusal } = useAct(isSo)
  const { now } = useSession()
  const phase = usePhase()
  const timer = useEntry('board', 'plein', 'timer')
  const show = useEntry('board', 'plein', 'show')
  const interrupted = useEntry('board', 'plein', 'interrupted')
  const [moved, setMoved] = useState<Moved | null>(null)
  const [elsewhere, setElsewhere] = useState<(PhaseEntry & { id: string }) | null>(null)
  const own = useRef(false)
  /** Where another coach went when this one pressed for the same: this desk goes along. */
  const along = useRef<unknown>(undefined)
  const last = useRef<string | null>(null)
  const before = useRef<Before | null>(null)
  /** While a move is being taken back: the clock that it gives back. The next move waits for it, or would find another clock and leave that. */
  const restoring = useRef<Promise<Timer | null>>(Promise.resolve(null))
  const clearing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ phase, timer, show, interrupted })
  useEffect(() => {
    latest.current = { phase, timer, show, interrupted }
  })
  useEffect(() => () => clearTimeout(clearing.current), [])

  const forget = useCallback(() => {
    clearTimeout(clearing.current)
    setMoved(null)
  }, [])
  const current = phase?.id ?? null
  useEffect(() => {
    if (current === last.current) return
    const first = last.current === null
    last.current = current
    const goes = own.current || along.current === current
    along.current = undefined
    if (goes) {
      setElsewhere(null)
      if (latest.current.phase) open(sheetOf[latest.current.phase.kind])
      return
    }
    // A second coach's move must not take the page away from this one, and leaves nothing here to take back.
    forget()
    if (!first) setElsewhere(latest.current.phase)
  }, [current, open, forget])

  const send = useCallback(
    async (command: Command, pressed: number): Promise<boolean> => {
      // The second half of a double tap, while the first is still under way.
      if (own.current) return false
      // Before it is sent: the board may show the new phase before the answer is here.
      own.current = true
      const answer = await act(command, pressed)
      own.current = false
      if (!answer.ok && isSo(command, answer.error) && answer.error['phase'] !== last.current) along.current = answer.error['phase']
      return answer.ok
    },
    [act],
  )
  const move = useCallback(
    async (command: Command, spot = 'next') => {
      const pressed = wallNow()
      const restored = await restoring.current
      const { phase: left, timer: clock = { status: 'stopped' }, show: shown } = latest.current
      if (!(await send(command, pressed)) || left === null || left === undefined) return
      before.current = { phase: left.id, timer: restored ?? clock, show: shown ?? { on: 'phase', page: null } }
      setMoved({ from: left.id, spot })
      clearTimeout(clearing.current)
      clearing.current = setTimeout(() => setMoved(null), wayBack)
    },
    [send],
  )
  const restore = useCallback(
    async (was: Before, pressed: number): Promise<Timer | null> => {
      const waits = latest.current.interrupted?.at(-1)?.phase === was.phase
      const back = await send(waits ? { type: 'phase.resume', to: was.phase } : { type: 'phase.enter', phase: was.phase }, pressed)
      forget()
      if (!back) return null
      for (const command of clockCommands(was.timer, was.phase, now())) await act(command, pressed)
      if (was.show.on !== 'phase' || was.show.page !== null) await act({ type: 'screen.show', show: was.show, during: was.phase }, pressed)
      return was.timer
    },
    [act, send, forget, now],
  )
  const takeBack = useCallback(async () => {
    if (before.current === null) return
    restoring.current = restore(before.current, wallNow())
    await restoring.current
    restoring.current = Promise.resolve(null)
  }, [restore])
  return { move, moved, takeBack, elsewhere, refusal }
}

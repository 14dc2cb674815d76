import { createContext, useContext } from 'react'
import type { Command } from '../../shared/domain/commands.ts'

export type SheetName = 'now' | 'ideas' | 'groups' | 'votes' | 'intake' | 'question' | 'harvest' | 'manage' | 'cards'

/** A move of this desk, while the way back is offered. */
export type Moved = {
  /** The phase that was left. */
  from: string
  /** Which button was pressed: the way back stands there, under the same thumb. */
  spot: string
}

/** What the parts of one desk share on this device. */
export type Desk = {
  plein: string
  sheet: SheetName
  open: (sheet: SheetName) => void
  /** Moves the room; the desk follows its own move, and offers the way back for ten seconds, at `spot`. */
  move: (command: Command, spot?: string) => Promise<void>
  moved: Moved | null
  /** Back to the phase that was left, with the clock as it would have run on. */
  takeBack: () => Promise<void>
  /** The room can see this device: text that is not shared is covered. */
  covered: boolean
  setCovered: (covered: boolean) => void
  letters: boolean
  setLetters: (on: boolean) => void
}

export const DeskContext = createContext<Desk | null>(null)
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside a desk')
  return desk
}

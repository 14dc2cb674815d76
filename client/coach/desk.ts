import { createContext, useContext } from 'react'
import type { Command } from '../../shared/domain/commands.ts'

export type SheetName = 'now' | 'ideas' | 'groups' | 'votes' | 'question' | 'harvest' | 'manage'

/** What the parts of one desk share on this device. */
export type Desk = {
  plein: string
  sheet: SheetName
  open: (sheet: SheetName) => void
  /** Moves the room; the desk follows its own move, and offers the way back for ten seconds. */
  move: (command: Command) => Promise<void>
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

/** The phase that this desk has just left, while the way back is offered. */
export type Moved = { from: string | null; until: number } | null

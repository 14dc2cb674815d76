import { useState } from 'react'
import type { Command, CommandType } from '../../shared/domain/commands.ts'
import type { WireError } from '../../shared/wire/messages.ts'
import { useAct } from '../session/useAct.ts'
import { useEntry } from '../session/useDocument.ts'
import { useDeskWords } from './deskWords.ts'
import { isSo } from './isSo.ts'
import { useProgramme } from './model.ts'
import { nextFrom } from './programme/phaseName.ts'
import { useTakeBack } from './useSteps.ts'
import { useWhyNot } from './whyNot.ts'

export type Keyed = {
  /** Runs this, if it can be done now: a key that is pressed without a line must not act when the room has moved on. */
  press: (type: CommandType, run: () => void) => void
  act: (command: Command) => void
  takeBack: () => void
  /** Why the last key did nothing, for as long as that is so. */
  why: string | null
  refusal: WireError | null
  dismiss: () => void
}

/** Keys of the whole desk do what their buttons do, and say what those say. */
export const useKeyed = (): Keyed => {
  const w = useDeskWords()
  const whyNot = useWhyNot()
  const next = nextFrom(useProgramme(), useEntry('board', 'plein', 'current') ?? null)
  const { act, refusal, forget } = useAct(isSo)
  const takeBack = useTakeBack(act)
  const [barred, setBarred] = useState<CommandType | null>(null)
  const why = (type: CommandType) => (type === 'phase.next' && next === undefined ? w.why.noNext : whyNot(type))
  // Once it can be done again, nothing is said of it any more: not when the line goes a second time either.
  if (barred !== null && why(barred) === null) setBarred(null)
  const press = (type: CommandType, run: () => void) => {
    forget()
    const can = why(type) === null
    setBarred(can ? null : type)
    if (can) run()
  }
  return {
    press,
    act: (command) => press(command.type, () => void act(command)),
    takeBack: () => press('undo', () => void takeBack()),
    why: barred === null ? null : why(barred),
    refusal,
    dismiss: () => setBarred(null),
  }
}

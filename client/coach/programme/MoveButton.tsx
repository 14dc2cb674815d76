import { type ReactNode, useEffect, useState } from 'react'
import type { Command } from '../../../shared/domain/commands.ts'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useProgramme } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { usePhaseName } from './phaseName.ts'

/** The second half of a double tap must not press what has just come under the thumb. */
const settles = 500
const useSettling = (turned: boolean): boolean => {
  const [seen, setSeen] = useState(turned)
  useEffect(() => {
    if (seen === turned) return
    const timer = setTimeout(() => setSeen(turned), settles)
    return () => clearTimeout(timer)
  }, [seen, turned])
  return seen !== turned
}

/** A button that moves the room and turns, for ten seconds, into the way back. It stays the same button: no focus is lost, nothing shifts. */
export const MoveButton = ({
  spot,
  command,
  why,
  tone = 'plain',
  hint,
  children,
}: {
  spot: string
  command: Command
  why: string | null
  tone?: 'main' | 'plain'
  hint?: string
  children: ReactNode
}) => {
  const w = useCoachWords()
  const desk = useDesk()
  const nameOf = usePhaseName()
  const from = useProgramme().find((phase) => phase.id === desk.moved?.from)
  const turned = desk.moved?.spot === spot && from !== undefined
  const settling = useSettling(turned)
  return turned ? (
    <Button look="back" busy={settling} hint="←" onPress={() => void desk.takeBack()}>
      {w.rail.backTo(nameOf(from))}
    </Button>
  ) : (
    <Button tone={tone} busy={settling} why={why} onPress={() => void desk.move(command, spot)} {...(hint === undefined ? {} : { hint })}>
      {children}
    </Button>
  )
}

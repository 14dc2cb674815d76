import { type MouseEvent, type ReactNode, useEffect, useState } from 'react'
import type { Command } from '../../../shared/domain/commands.ts'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useProgramme } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { usePhaseName } from './phaseName.ts'

/** The second half of a double tap must not press what has just come under the thumb. A key (`detail` is 0) is no slip of the thumb. */
const isSlip = (settling: boolean, event: MouseEvent): boolean => settling && event.detail > 0
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
    <Button look="back" hint="←" onPress={(event) => void (isSlip(settling, event) || desk.takeBack())}>
      {w.rail.backTo(nameOf(from))}
    </Button>
  ) : (
    <Button
      tone={tone}
      why={why}
      onPress={(event) => void (isSlip(settling, event) || desk.move(command, spot))}
      {...(hint === undefined ? {} : { hint })}
    >
      {children}
    </Button>
  )
}

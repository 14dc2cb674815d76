import { type ReactNode, useState } from 'react'
import type { Command } from '../../../shared/domain/commands.ts'
import { isPointer } from '../../parts/Button.tsx'
import { useSettling } from '../../parts/useSettling.ts'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useDeskWords } from '../deskWords.ts'
import { useProgramme } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { usePhaseName } from './phaseName.ts'

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
  const w = useDeskWords()
  const desk = useDesk()
  const whyNot = useWhyNot()
  const nameOf = usePhaseName()
  const from = useProgramme().find((phase) => phase.id === desk.moved?.from)
  const turned = desk.moved?.spot === spot && from !== undefined
  const [byPointer, setByPointer] = useState(false)
  const turning = useSettling(turned) && (byPointer || !turned) ? w.rail.turning : null
  return turned ? (
    <Button look="back" hint="←" why={whyNot('phase.enter')} turning={turning} onPress={() => void desk.takeBack()}>
      {w.rail.backTo(nameOf(from))}
    </Button>
  ) : (
    <Button
      tone={tone}
      why={why}
      turning={turning}
      onPress={(event) => {
        setByPointer(isPointer(event))
        void desk.move(command, spot)
      }}
      {...(hint === undefined ? {} : { hint })}
    >
      {children}
    </Button>
  )
}

import { useEntry } from '../../session/useDocument.ts'
import { Action, Button } from '../Action.tsx'
import { useDeskWords } from '../deskWords.ts'
import { Fold } from '../Fold.tsx'
import type { ProgrammePhase } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { MoveButton } from './MoveButton.tsx'
import type { PhaseTask } from './PhaseDialog.tsx'

type Props = {
  phase: ProgrammePhase
  at: number
  programme: ProgrammePhase[]
  onTask: (task: PhaseTask['task']) => void
  onDone: () => void
}

/** What can be done with one phase of the programme; opened by a tap on it. What a coach needs in the room comes first. */
export const PhaseTools = ({ phase, at, programme, onTask, onDone }: Props) => {
  const w = useDeskWords()
  const whyNot = useWhyNot()
  const current = useEntry('board', 'plein', 'current') === phase.id
  const before = programme[at - 2]?.id ?? null
  const after = programme[at + 1]
  const gone = current ? w.why.current : phase.played > 0 ? w.why.played : null
  return (
    <div className="rail-tools">
      <MoveButton
        spot={`enter:${phase.id}`}
        command={{ type: 'phase.enter', phase: phase.id }}
        why={whyNot('phase.enter') ?? (current ? w.why.current : null)}
      >
        {w.rail.enter}
      </MoveButton>
      <MoveButton spot={`repeat:${phase.id}`} command={{ type: 'phase.repeat', phase: phase.id }} why={whyNot('phase.repeat')}>
        {w.rail.repeat}
      </MoveButton>
      <Action command={{ type: 'phase.skip', phase: phase.id, skipped: !phase.skipped }} why={current ? w.why.current : null}>
        {phase.skipped ? w.rail.unskip : w.rail.skip}
      </Action>
      <Fold summary={w.rail.change}>
        <div className="rail-change">
          <Button why={whyNot('phase.edit')} onPress={() => onTask('edit')}>
            {w.rail.edit}
          </Button>
          <Button why={whyNot('phase.insert')} onPress={() => onTask('insert')}>
            {w.rail.insert}
          </Button>
          <Action command={{ type: 'phase.move', phase: phase.id, after: before }} why={at === 0 ? w.why.first : null}>
            {w.rail.up}
          </Action>
          <Action command={{ type: 'phase.move', phase: phase.id, after: after?.id ?? null }} why={after === undefined ? w.why.last : null}>
            {w.rail.down}
          </Action>
          <Action command={{ type: 'phase.remove', phase: phase.id }} why={gone} onDone={onDone}>
            {w.rail.remove}
          </Action>
        </div>
      </Fold>
    </div>
  )
}

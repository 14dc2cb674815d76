import { useEntry } from '../../session/useDocument.ts'
import { Action, Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import type { ProgrammePhase } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import type { PhaseTask } from './PhaseDialog.tsx'

type Props = { phase: ProgrammePhase; at: number; programme: ProgrammePhase[]; onTask: (task: PhaseTask) => void; onDone: () => void }

/** What can be done with one phase of the programme; opened by a tap on it. */
export const PhaseTools = ({ phase, at, programme, onTask, onDone }: Props) => {
  const w = useCoachWords()
  const desk = useDesk()
  const whyNot = useWhyNot()
  const current = useEntry('board', 'plein', 'current') === phase.id
  const before = programme[at - 2]?.id ?? null
  const after = programme[at + 1]
  const gone = current ? w.why.current : phase.played > 0 ? w.why.played : null
  return (
    <div className="rail-tools">
      <Button
        tone="main"
        why={current ? w.why.current : whyNot('phase.enter')}
        onPress={() => {
          onDone()
          void desk.move({ type: 'phase.enter', phase: phase.id })
        }}
      >
        {w.rail.enter}
      </Button>
      <Button
        why={whyNot('phase.repeat')}
        onPress={() => {
          onDone()
          void desk.move({ type: 'phase.repeat', phase: phase.id })
        }}
      >
        {w.rail.repeat}
      </Button>
      <Action command={{ type: 'phase.skip', phase: phase.id, skipped: !phase.skipped }} why={current ? w.why.current : null}>
        {phase.skipped ? w.rail.unskip : w.rail.skip}
      </Action>
      <Button why={whyNot('phase.edit')} onPress={() => onTask({ task: 'edit', phase })}>
        {w.rail.edit}
      </Button>
      <Button why={whyNot('phase.insert')} onPress={() => onTask({ task: 'insert', after: phase })}>
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
  )
}

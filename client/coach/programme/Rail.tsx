import { useState } from 'react'
import { phaseKinds } from '../../../shared/domain/phases/kinds.ts'
import { useEntry } from '../../session/useDocument.ts'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { type ProgrammePhase, useProgramme } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { PhaseDialog, type PhaseTask } from './PhaseDialog.tsx'
import { PhaseTools } from './PhaseTools.tsx'
import { usePhaseName } from './phaseName.ts'

export const Rail = () => {
  const w = useCoachWords()
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current') ?? null
  const [opened, setOpened] = useState<string | null>(null)
  const [task, setTask] = useState<PhaseTask | null>(null)
  return (
    <nav className="rail" aria-label={w.rail.heading}>
      <h2>{w.rail.heading}</h2>
      {programme.length === 0 ? <p>{w.rail.empty}</p> : null}
      <ol>
        {programme.map((phase, at) => (
          <li
            key={phase.id}
            className={phase.id === current ? 'rail-now' : undefined}
            aria-current={phase.id === current ? 'step' : undefined}
          >
            <RailButton
              phase={phase}
              current={phase.id === current}
              open={opened === phase.id}
              onToggle={() => setOpened(opened === phase.id ? null : phase.id)}
            />
            {opened === phase.id ? (
              <PhaseTools phase={phase} at={at} programme={programme} onTask={setTask} onDone={() => setOpened(null)} />
            ) : null}
          </li>
        ))}
      </ol>
      <Otherwise />
      {task === null ? null : <PhaseDialog task={task} onClose={() => setTask(null)} />}
    </nav>
  )
}

const RailButton = ({
  phase,
  current,
  open,
  onToggle,
}: {
  phase: ProgrammePhase
  current: boolean
  open: boolean
  onToggle: () => void
}) => {
  const w = useCoachWords()
  const nameOf = usePhaseName()
  const state = current ? w.rail.now : phase.skipped ? w.rail.skipped : phase.played > 0 ? w.rail.done : ''
  return (
    <button type="button" className={`rail-item${phase.skipped ? ' rail-skipped' : ''}`} aria-expanded={open} onClick={onToggle}>
      <span className="rail-mark" aria-hidden="true">
        {current ? '▸' : phase.skipped ? '–' : phase.played > 0 ? '✓' : ''}
      </span>
      <span className="rail-name">
        {nameOf(phase)}
        {state === '' ? null : <small>{state}</small>}
        {phase.repeats === null ? null : <small>{w.rail.again}</small>}
      </span>
      {phase.settings.minutes === null ? null : <span className="rail-minutes">{w.rail.minutes(phase.settings.minutes)}</span>}
    </button>
  )
}

/** Any kind, at once; the second tap plays it with its defaults. */
const Otherwise = () => {
  const w = useCoachWords()
  const desk = useDesk()
  const whyNot = useWhyNot()
  const [open, setOpen] = useState(false)
  return (
    <div className="otherwise">
      <button type="button" className="button button-dashed" aria-expanded={open} onClick={() => setOpen(!open)}>
        {w.rail.otherwise}
      </button>
      {open ? (
        <div>
          <p className="help">{w.rail.otherwiseHelp}</p>
          {phaseKinds.map((kind) => (
            <Button
              key={kind}
              why={whyNot('phase.play')}
              onPress={() => {
                setOpen(false)
                void desk.move({ type: 'phase.play', kind })
              }}
            >
              {w.kinds[kind]}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

import { useState } from 'react'
import { useLater } from '../../session/later.ts'
import { useEntry } from '../../session/useDocument.ts'
import { useFormDraft } from '../../session/useFormDraft.ts'
import { useDesk } from '../desk.ts'
import { useDeskWords } from '../deskWords.ts'
import { Glyph } from '../Glyph.tsx'
import { sheetsLater } from '../later.ts'
import { type ProgrammePhase, useProgramme } from '../model.ts'
import type { PhaseTask } from './PhaseDialog.tsx'
import { PhaseTools } from './PhaseTools.tsx'
import { usePhaseName } from './phaseName.ts'

type Kept = { task: PhaseTask['task']; phase: string }

/** The programme, or in its place all kinds of phases that can be played at once. */
export const Rail = () => {
  const come = useLater(sheetsLater)
  const w = useDeskWords()
  const { plein } = useDesk()
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current') ?? null
  const [opened, setOpened] = useState<string | null>(null)
  const [other, setOther] = useState(false)
  // Kept over a reload: a half-filled form comes back as it was left.
  const [kept, setKept] = useFormDraft<Kept>(plein, 'phase-task')
  const chosen = programme.find((phase) => phase.id === kept?.phase)
  return (
    <nav className="rail" aria-label={w.rail.heading}>
      <div className="rail-list">
        {other && come !== null ? (
          <come.Otherwise onDone={() => setOther(false)} />
        ) : (
          <>
            <h2>{w.rail.heading}</h2>
            {programme.length === 0 ? <p className="help">{w.rail.empty}</p> : null}
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
                    <PhaseTools
                      phase={phase}
                      at={at}
                      programme={programme}
                      onTask={(task) => setKept({ task, phase: phase.id })}
                      onDone={() => setOpened(null)}
                    />
                  ) : null}
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
      <div className="rail-foot">
        <button type="button" className="button button-dashed" aria-expanded={other} onClick={() => setOther(!other)}>
          {other ? w.rail.otherwiseClose : w.rail.otherwise}
        </button>
      </div>
      {kept === null || programme.length === 0 || come === null ? null : chosen === undefined ? (
        <come.PhaseGone task={kept.task} phase={kept.phase} onClose={() => setKept(null)} />
      ) : (
        <come.PhaseDialog
          key={`${kept.task}${chosen.id}`}
          task={kept.task === 'edit' ? { task: 'edit', phase: chosen } : { task: 'insert', after: chosen }}
          onClose={() => setKept(null)}
        />
      )}
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
  const w = useDeskWords()
  const nameOf = usePhaseName()
  const done = phase.played > 0
  return (
    <button type="button" className={`rail-item${phase.skipped ? ' rail-skipped' : ''}`} aria-expanded={open} onClick={onToggle}>
      <span className="rail-mark">
        {current ? <Glyph shape="now" /> : phase.skipped ? <Glyph shape="skipped" /> : done ? <Glyph shape="done" /> : null}
      </span>
      <span className="rail-name">
        {nameOf(phase)}
        {current ? (
          <span className="for-ears">, {w.rail.now}</span>
        ) : phase.skipped ? (
          <small>{w.rail.skipped}</small>
        ) : done ? (
          <span className="for-ears">, {w.rail.done}</span>
        ) : null}
        {phase.repeats === null ? null : <small>{w.rail.again}</small>}
        {phase.interlude ? <small>{w.rail.between}</small> : null}
      </span>
      {phase.settings.minutes === null ? null : <span className="rail-minutes">{w.rail.minutes(phase.settings.minutes)}</span>}
    </button>
  )
}

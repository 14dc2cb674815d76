import type { StepLabel } from '../../shared/domain/clusters/step.ts'
import { Action } from './Action.tsx'
import { useDeskWords } from './deskWords.ts'
import { takingBack, useSteps } from './useSteps.ts'

/** One's own last step, and the last one of whichever coach. */
export const Undo = () => {
  const w = useDeskWords()
  const { own, last } = useSteps()
  const other = last === own ? undefined : last
  const name = (label: string) => w.steps[label as StepLabel] ?? label
  return (
    <section className="undo" aria-label={w.undo.mine}>
      <Action compact command={takingBack(own)} hint="Ctrl Z" why={own ? null : w.why.nothingToUndo}>
        {own ? w.undo.mineTitle(name(own.label)) : w.undo.mine}
      </Action>
      {other === undefined ? null : (
        <Action compact command={{ type: 'undo', any: true, step: other.id }}>
          {w.undo.anyTitle(name(other.label))}
        </Action>
      )}
    </section>
  )
}

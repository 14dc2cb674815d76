import type { StepLabel } from '../../shared/domain/clusters/step.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { Action } from './Action.tsx'
import { useDeskWords } from './deskWords.ts'

/** One's own last step, and the last one of whichever coach. */
export const Undo = () => {
  const w = useDeskWords()
  const seat = useSession().hello?.seat
  const steps = useEntry('desk', 'undo', 'steps') ?? []
  const own = steps.findLast((step) => step.seat === seat)
  const last = steps.at(-1)
  const other = last !== undefined && last.seat !== seat ? last : undefined
  const name = (label: string) => w.steps[label as StepLabel] ?? label
  return (
    <section className="undo" aria-label={w.undo.mine}>
      <Action compact command={{ type: 'undo' }} hint="Ctrl Z" why={own ? null : w.why.nothingToUndo}>
        {own ? w.undo.mineTitle(name(own.label)) : w.undo.mine}
      </Action>
      {other === undefined ? null : (
        <Action compact command={{ type: 'undo', any: true }}>
          {w.undo.anyTitle(name(other.label))}
        </Action>
      )}
    </section>
  )
}

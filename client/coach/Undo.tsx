import type { StepLabel } from '../../shared/domain/clusters/step.ts'
import { useSettling } from '../parts/useSettling.ts'
import { useAct } from '../session/useAct.ts'
import { Action, Button, Refused } from './Action.tsx'
import { useDeskWords } from './deskWords.ts'
import { isSo } from './isSo.ts'
import { useSteps, useTakeBack } from './useSteps.ts'
import { useWhyNot } from './whyNot.ts'

/** One's own last step, and the last one of whichever coach. */
export const Undo = () => {
  const w = useDeskWords()
  const { own, last } = useSteps()
  const { act, busy, refusal } = useAct(isSo)
  const takeBack = useTakeBack(act)
  const whyNot = useWhyNot()
  const other = last === own ? undefined : last
  const turning = useSettling(other?.id) ? w.rail.turning : null
  const name = (label: string) => w.steps[label as StepLabel] ?? label
  return (
    <section className="undo" aria-label={w.undo.mine}>
      <span className="act">
        <Button compact hint="Ctrl Z" busy={busy} why={own ? whyNot('undo') : w.why.nothingToUndo} onPress={() => void takeBack()}>
          {own ? w.undo.mineTitle(name(own.label)) : w.undo.mine}
        </Button>
        <Refused refusal={refusal} />
      </span>
      {other === undefined ? null : (
        <Action compact command={{ type: 'undo', any: true, step: other.id }} turning={turning}>
          {w.undo.anyTitle(name(other.label))}
        </Action>
      )}
    </section>
  )
}

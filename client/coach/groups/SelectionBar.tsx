import { Action, Button } from '../Action.tsx'
import type { Card } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import type { GroupTask } from './GroupDialog.tsx'

type Props = { cards: Card[]; chosen: string[]; onTask: (task: GroupTask) => void; onNone: () => void; onLoose: () => void }

/** Appears under the thumb as soon as something is chosen. */
export const SelectionBar = ({ cards, chosen, onTask, onNone, onLoose }: Props) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const placed = cards.some((card) => card.cluster !== null && chosen.includes(card.id))
  return (
    <section className="selection" aria-label={w.groups.selection}>
      <strong role="status">{w.ideasSheet.chosen(chosen.length)}</strong>
      <Button hint="G" why={whyNot('ideas.assign')} onPress={() => onTask({ task: 'move', ideas: chosen })}>
        {w.groups.move}
      </Button>
      <Button hint="N" why={whyNot('cluster.create')} onPress={() => onTask({ task: 'create', ideas: chosen })}>
        {w.groups.create}
      </Button>
      <Button hint="0" why={placed ? whyNot('ideas.assign') : w.why.alreadyLoose} onPress={onLoose}>
        {w.groups.loosen}
      </Button>
      <Action hint="H" command={{ type: 'idea.hide', ideas: chosen }}>
        {w.ideasSheet.hide}
      </Action>
      <Button hint="Esc" onPress={onNone}>
        {w.ideasSheet.chooseNone}
      </Button>
    </section>
  )
}

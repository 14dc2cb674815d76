import { Action, Button } from '../Action.tsx'
import type { Card, Group } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { CardList, dropTarget, type Lists } from './CardList.tsx'
import type { GroupTask } from './GroupDialog.tsx'

type Props = Lists & {
  group: Group
  number: number /** without regard to the search */
  all: Card[]
  cards: Card[]
  groups: Group[]
  onTask: (task: GroupTask) => void
}

export const GroupColumn = ({ group, number, all, cards, groups, onTask, ...lists }: Props) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const inside = lists.chosen.filter((id) => all.some((card) => card.id === id))
  const split = inside.length === 0 || inside.length === all.length ? w.why.oneGroup : whyNot('cluster.split')
  return (
    <section className="column" aria-label={group.name} {...dropTarget(lists.onDrop, group.id)}>
      <div className="column-head">
        <h2>
          {number > 9 ? null : <kbd title={w.groups.key(number)}>{number}</kbd>} {group.name}
        </h2>
        <b>{all.length}</b>
      </div>
      <div className="row column-tools">
        <Button
          compact
          why={lists.chosen.length === 0 ? w.why.chooseIdeas : whyNot('ideas.assign')}
          label={w.groups.into(group.name)}
          onPress={() => lists.onDrop(lists.chosen, group.id)}
        >
          {w.groups.here}
        </Button>
        <details className="menu">
          <summary aria-label={w.groups.menu(group.name)}>{w.groups.more}</summary>
          <div className="menu-body">
            <Button why={whyNot('cluster.rename')} onPress={() => onTask({ task: 'rename', group })}>
              {w.groups.rename}
            </Button>
            <Button why={groups.length < 2 ? w.why.noOtherGroup : whyNot('cluster.merge')} onPress={() => onTask({ task: 'merge', group })}>
              {w.groups.merge}
            </Button>
            <Button why={split} onPress={() => onTask({ task: 'split', group, ideas: inside })}>
              {w.groups.split}
            </Button>
            <Action command={{ type: 'cluster.open', cluster: group.id }} why={group.open ? w.groups.isOpen : null}>
              {w.groups.open}
            </Action>
            <Action command={{ type: 'cluster.remove', cluster: group.id }}>{w.groups.remove}</Action>
            <small>{w.groups.removeHelp(all.length)}</small>
          </div>
        </details>
        <small>{group.shown ? w.groups.isOpen : w.groups.notOpen}</small>
      </div>
      {all.length === 0 ? <p className="help">{w.groups.empty}</p> : null}
      <CardList name={group.name} cards={cards} {...lists} />
    </section>
  )
}

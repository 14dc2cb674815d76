import { useRef } from 'react'
import { Action, Button } from '../Action.tsx'
import type { Card, Group } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import type { GroupTask } from './GroupTasks.tsx'
import type { Grouping } from './useGrouping.ts'
import { useGroupWords } from './useGroupWords.ts'

/** What is done with a group less often. */
export const GroupMenu = ({ group, cards, inside, work }: { group: Group; cards: Card[]; inside: string[]; work: Grouping }) => {
  const w = useGroupWords()
  const whyNot = useWhyNot()
  const split = inside.length === 0 || inside.length === cards.length ? w.why.oneGroup : whyNot('cluster.split')
  const box = useRef<HTMLDetailsElement>(null)
  const ask = (task: GroupTask) => {
    // A dialog gives the focus back to where it was, and what stands in a shut menu cannot have it.
    box.current?.querySelector('summary')?.focus()
    if (box.current) box.current.open = false
    work.ask(task)
  }
  return (
    <details className="menu" ref={box}>
      <summary aria-label={w.groups.menu(group.name)}>{w.groups.more}</summary>
      <div className="menu-body">
        <Button why={whyNot('cluster.rename')} onPress={() => ask({ task: 'rename', group })}>
          {w.groups.rename}
        </Button>
        <Button why={work.groups.length < 2 ? w.why.noOtherGroup : whyNot('cluster.merge')} onPress={() => ask({ task: 'merge', group })}>
          {w.groups.merge}
        </Button>
        <Button why={split} onPress={() => ask({ task: 'split', group, ideas: inside })}>
          {w.groups.split}
        </Button>
        <Action command={{ type: 'cluster.open', cluster: group.id }} why={group.open ? w.groups.isOpen : null}>
          {w.groups.open}
        </Action>
        <Action
          command={{ type: 'cluster.ask', clusters: [group.id], asking: !group.asked }}
          why={group.shown || group.asked ? null : w.names.notShown}
        >
          {group.asked ? w.names.stop : w.names.ask}
        </Action>
        <Action command={{ type: 'cluster.remove', cluster: group.id }} onDone={() => work.say(w.groups.removed(group.name, cards.length))}>
          {w.groups.remove}
        </Action>
        <small>{w.groups.removeHelp(cards.length)}</small>
      </div>
    </details>
  )
}

import { Action } from '../Action.tsx'
import { type Group, useCards } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** Asks the authors in all groups at once, or stops asking. */
export const AskNames = ({ groups }: { groups: readonly Group[] }) => {
  const w = useCoachWords()
  const held = new Set(useCards().flatMap((card) => (card.released && !card.hidden ? [card.cluster] : [])))
  const shown = groups.filter((group) => group.shown)
  const asked = shown.filter((group) => group.asked)
  // A group of which the room sees no idea is not among all (S1).
  const unasked = shown.filter((group) => !group.asked && held.has(group.id))
  const all = asked.length > 0 && unasked.length === 0
  return (
    <Action
      compact
      why={shown.length === 0 ? w.names.notShown : asked.length + unasked.length === 0 ? w.names.empty : null}
      command={
        all
          ? { type: 'cluster.ask', clusters: asked.map(({ id }) => id), asking: false }
          : { type: 'cluster.ask', clusters: 'all', asking: true }
      }
    >
      {all ? w.names.stopAll : w.names.askAll}
    </Action>
  )
}

import { Action } from '../Action.tsx'
import type { Group } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** Asks the authors in all groups at once, or stops asking. */
export const AskNames = ({ groups }: { groups: readonly Group[] }) => {
  const w = useCoachWords()
  const shown = groups.filter((group) => group.shown)
  const asked = shown.filter((group) => group.asked)
  const all = shown.length > 0 && asked.length === shown.length
  return (
    <Action
      compact
      why={shown.length === 0 ? w.names.notShown : null}
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

import type { Command } from '../../../shared/domain/commands.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useAct } from '../../session/useAct.ts'
import { Refused } from '../Action.tsx'
import type { Group } from '../model.ts'
import type { CoachWords } from '../words.ts'
import { NameForm } from './NameForm.tsx'
import { Picker } from './Picker.tsx'
import type { Grouping } from './useGrouping.ts'
import { useGroupWords } from './useGroupWords.ts'

export type GroupTask =
  | { task: 'move'; ideas: string[] }
  | { task: 'create'; ideas: string[] }
  | { task: 'rename'; group: Group }
  | { task: 'merge'; group: Group }
  | { task: 'split'; group: Group; ideas: string[] }

const heading = (w: CoachWords, task: GroupTask): string => {
  switch (task.task) {
    case 'move':
      return w.groups.moveHeading(task.ideas.length)
    case 'create':
      return task.ideas.length === 0 ? w.groups.createEmpty : w.groups.createHeading(task.ideas.length)
    case 'rename':
      return w.groups.rename
    case 'merge':
      return w.groups.mergeHeading(task.group.name)
    case 'split':
      return w.groups.splitHeading(task.ideas.length)
    default:
      return task satisfies never
  }
}

/** Asks for what a step with groups still needs: a group, or a name. */
export const GroupTasks = ({ task, work }: { task: GroupTask; work: Grouping }) => {
  const w = useGroupWords()
  const { act, busy, refusal } = useAct()
  const run = async (command: Command, sentence: string) => {
    if (busy) return
    const answer = await act(command)
    if (answer.ok) work.done('ideas' in task ? task.ideas : [], sentence)
  }
  const nameOf = (id: string) => work.groups.find((group) => group.id === id)?.name ?? ''
  const rest = (ideas: readonly string[]) => work.loose.filter((card) => !ideas.includes(card.id)).length
  const create = (ideas: string[], name: string, open: boolean) =>
    void run(
      { type: 'cluster.create', name, ideas, open, ...work.of },
      ideas.length === 0 ? w.groups.made(name) : w.groups.placed(ideas.length, name, rest(ideas)),
    )
  const body = () => {
    switch (task.task) {
      case 'move':
        return (
          <Picker
            groups={[...work.groups, ...work.others.map((group) => ({ ...group, name: w.groups.otherKind(group.name) }))]}
            numbers={work.numbers}
            onPick={(group) => {
              work.ask(null)
              void work.assign(task.ideas, group)
            }}
            onCreate={(name) => create(task.ideas, name, false)}
          />
        )
      case 'merge':
        return (
          <Picker
            groups={work.groups.filter((group) => group.id !== task.group.id)}
            numbers={work.numbers}
            onPick={(into) =>
              void run({ type: 'cluster.merge', from: task.group.id, into }, w.groups.mergedInto(task.group.name, nameOf(into)))
            }
          />
        )
      case 'create':
        return (
          <NameForm
            asksOpen={!work.cards.some((card) => card.released && task.ideas.includes(card.id))}
            openFirst={task.ideas.length === 0}
            busy={busy}
            onName={(name, open) => create(task.ideas, name, open)}
          />
        )
      case 'rename':
        return (
          <NameForm
            first={task.group.name}
            busy={busy}
            onName={(name) => void run({ type: 'cluster.rename', cluster: task.group.id, name }, w.groups.renamed(name))}
          />
        )
      case 'split':
        return (
          <NameForm
            busy={busy}
            onName={(name) =>
              void run(
                { type: 'cluster.split', cluster: task.group.id, ideas: task.ideas, name },
                w.groups.placed(task.ideas.length, name, work.loose.length),
              )
            }
          />
        )
      default:
        return task satisfies never
    }
  }
  return (
    <Dialog close={w.close} heading={heading(w, task)} onClose={() => work.ask(null)}>
      {body()}
      <Refused refusal={refusal} />
    </Dialog>
  )
}

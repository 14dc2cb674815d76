import { useState } from 'react'
import type { Command } from '../../../shared/domain/commands.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useAct } from '../../session/useAct.ts'
import { Button, Refused } from '../Action.tsx'
import type { Group } from '../model.ts'
import { type CoachWords, useCoachWords } from '../words.ts'

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
      return w.groups.createHeading
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
export const GroupDialog = ({
  task,
  groups,
  onClose,
  onDone,
}: {
  task: GroupTask
  groups: Group[]
  onClose: () => void
  onDone: () => void
}) => {
  const w = useCoachWords()
  const { act, busy, refusal } = useAct()
  const run = async (command: Command) => {
    const answer = await act(command)
    if (!answer.ok) return
    onDone()
    onClose()
  }
  return (
    <Dialog close={w.close} heading={heading(w, task)} onClose={onClose}>
      {task.task === 'move' ? (
        <Choices groups={groups} onChoose={(cluster) => void run({ type: 'ideas.assign', ideas: task.ideas, cluster })} busy={busy} />
      ) : task.task === 'merge' ? (
        <Choices
          groups={groups.filter((group) => group.id !== task.group.id)}
          onChoose={(into) => void run({ type: 'cluster.merge', from: task.group.id, into })}
          busy={busy}
        />
      ) : (
        <NameForm task={task} busy={busy} onRun={(command) => void run(command)} />
      )}
      <Refused refusal={refusal} />
    </Dialog>
  )
}

const Choices = ({ groups, onChoose, busy }: { groups: Group[]; onChoose: (cluster: string) => void; busy: boolean }) => {
  const w = useCoachWords()
  if (groups.length === 0) return <p>{w.why.noGroup}</p>
  return (
    <ul className="choices">
      {groups.map((group) => (
        <li key={group.id}>
          <Button busy={busy} onPress={() => onChoose(group.id)}>
            {group.name}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const NameForm = ({
  task,
  busy,
  onRun,
}: {
  task: Exclude<GroupTask, { task: 'move' | 'merge' }>
  busy: boolean
  onRun: (command: Command) => void
}) => {
  const w = useCoachWords()
  const [name, setName] = useState(task.task === 'rename' ? task.group.name : '')
  const [open, setOpen] = useState(task.task === 'create' && task.ideas.length === 0)
  const why = name.trim() === '' ? w.why.empty : task.task === 'rename' && name.trim() === task.group.name ? w.why.nothingChanged : null
  const send = () => {
    if (why !== null || busy) return
    if (task.task === 'create') onRun({ type: 'cluster.create', name, ideas: task.ideas, open })
    else if (task.task === 'rename') onRun({ type: 'cluster.rename', cluster: task.group.id, name })
    else onRun({ type: 'cluster.split', cluster: task.group.id, ideas: task.ideas, name })
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className="field">
        {w.groups.name}
        {/* biome-ignore lint/a11y/noAutofocus: the dialog was asked for, and this is all that it asks */}
        <input type="text" autoFocus value={name} maxLength={lengths.cluster} onChange={(event) => setName(event.target.value)} />
      </label>
      {task.task === 'create' ? (
        <label className="check">
          <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
          {w.groups.createOpen}
        </label>
      ) : null}
      <Button tone="main" why={why} busy={busy} onPress={send}>
        {w.save}
      </Button>
    </form>
  )
}

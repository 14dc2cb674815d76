/** What stands in the log for a command that was answered with yes. Kinds that may change nothing (a vote as it was, a door for nobody), or that
 *  stand elsewhere (ballots, taps, cards, signals), are not here. */
import type { Command, CommandType } from '../../shared/domain/commands.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import type { Answer } from '../../shared/wire/messages.ts'

/** `seat`: of who asked. */
export type Accepted = { command: Command; answer: Extract<Answer, { ok: true }>; seat: string | null }
/** `labels`: of each step, what it was. */
type Effect = { type: PleinEvent['type']; fits(event: PleinEvent, told: Accepted, labels: ReadonlyMap<string, string>): boolean }

/** As the answer names it, or else the command. */
const named = ({ command, answer }: Accepted, name: string): unknown =>
  answer[name] ?? (command as unknown as Record<string, unknown>)[name]
/** An event of this kind that says the same as the answer or the command in these fields. */
const one = (type: Effect['type'], ...fields: readonly string[]): Effect => ({
  type,
  fits: (event, told) => fields.every((field) => (event as unknown as Record<string, unknown>)[field] === named(told, field)),
})
const step = one('step.done', 'step')
const timer = (...status: readonly string[]): Effect => ({
  type: 'timer.set',
  fits: (event, { command }) =>
    event.type === 'timer.set' &&
    status.includes(event.timer.status) &&
    (command.type !== 'timer.start' || ('length' in event.timer && event.timer.length === command.seconds * 1000)),
})
const inserted: Effect = {
  type: 'phase.inserted',
  fits: (event, { answer }) => event.type === 'phase.inserted' && event.phase.id === answer['phase'],
}
const released: Effect = {
  type: 'ideas.released',
  fits: (event, { answer }) => event.type === 'ideas.released' && event.ideas.length === answer['released'],
}
const undone: Effect = {
  type: 'step.undone',
  fits: (event, { answer }, labels) => event.type === 'step.undone' && labels.get(event.step) === answer['undone'],
}

const effects: { [T in CommandType]?: Effect } = {
  'plein.open': one('plein.opened'),
  'plein.close': one('plein.closed'),
  'plein.reopen': one('plein.reopened'),
  'plein.set': one('plein.set'),
  'door.set': one('door.set', 'locked'),
  'outcome.set': one('outcome.set', 'shared'),
  'phase.enter': one('phase.entered', 'phase'),
  'phase.next': one('phase.entered', 'phase'),
  'phase.back': one('phase.entered', 'phase'),
  'phase.resume': one('phase.entered', 'phase'),
  'phase.play': inserted,
  'phase.insert': inserted,
  'phase.repeat': inserted,
  'phase.edit': one('phase.edited', 'phase'),
  'phase.move': one('phase.moved', 'phase'),
  'phase.skip': one('phase.skipped', 'phase', 'skipped'),
  'phase.remove': one('phase.removed', 'phase'),
  'timer.start': timer('running'),
  'timer.add': timer('running', 'paused'),
  'timer.pause': timer('paused'),
  'timer.resume': timer('running'),
  'timer.stop': timer('stopped'),
  'screen.show': one('screen.shown'),
  'idea.post': one('idea.posted', 'idea'),
  'idea.enter': one('idea.posted', 'idea'),
  'condition.post': one('idea.posted', 'idea'),
  'condition.enter': one('idea.posted', 'idea'),
  'idea.edit': one('idea.edited', 'idea'),
  'idea.withdraw': one('idea.withdrawn', 'idea'),
  'ideas.release': released,
  'edit.release': one('edit.released', 'idea'),
  'edit.drop': one('edit.dropped', 'idea'),
  'idea.hide': step,
  'idea.show': step,
  'ideas.assign': step,
  'cluster.create': step,
  'cluster.rename': step,
  'cluster.merge': step,
  'cluster.split': step,
  'cluster.remove': step,
  'cluster.open': step,
  'cluster.ask': one('clusters.asked', 'asking'),
  undo: undone,
  'round.open': one('round.opened', 'round'),
  'round.close': one('round.closed', 'round'),
  'round.reopen': one('round.reopened', 'round'),
  'round.reveal': one('round.revealed', 'round', 'revealed'),
  'round.ask': one('round.asked', 'round', 'item'),
  'framing.adopt': step,
  'framing.correct': one('framing.corrected', 'framing'),
  'owner.mark': one('idea.marked', 'idea', 'marked'),
  'owner.word': one('owner.worded'),
  'word.hide': one('word.hidden', 'hidden'),
}

/** Those that were answered with yes and of which the log holds nothing. Each has an event of its own: two who press alike have two. */
export const unstored = (accepted: readonly Accepted[], events: readonly PleinEvent[]): Accepted[] => {
  const labels = new Map(events.flatMap((event) => (event.type === 'step.done' ? [[event.step, event.label] as const] : [])))
  const left = new Map<string, Set<PleinEvent>>()
  for (const event of events) left.set(event.type, (left.get(event.type) ?? new Set()).add(event))
  const isMissing = (told: Accepted): boolean => {
    const effect = effects[told.command.type]
    if (!effect) return false
    const open = left.get(effect.type) ?? new Set()
    for (const event of open)
      if (effect.fits(event, told, labels) && (!('seat' in event) || event.seat === told.seat)) {
        open.delete(event)
        return false
      }
    return true
  }
  // First those that say for how long a timer runs: one that is made longer takes what is left.
  const says = ({ command }: Accepted): boolean => command.type === 'timer.start'
  return [...accepted.filter(says), ...accepted.filter((told) => !says(told))].filter(isMissing)
}

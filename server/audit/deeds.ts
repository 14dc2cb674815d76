/** Which commands are noted, and what of them: never a text, a name, or which idea. */
import type { Command, CommandOf, CommandType } from '../../shared/domain/commands.ts'
import type { Deed } from './audit.ts'

/** At the door, over HTTP, and by the program itself. */
export const deedsBeside = [
  'claim',
  'plein.make',
  'plein.import',
  'plein.delete',
  'outcome.download',
  'blog.share',
  'blog.publish',
  'blog.takeBack',
  'reminder.ask',
  'reminder.drop',
  'backup.make',
  'backup.restore',
] as const
export type DeedName = CommandType | (typeof deedsBeside)[number]

type More = Omit<Deed, 'what'>
/** `null`: not noted. */
type Row<T extends CommandType> = null | ((command: CommandOf<T>, answer: Readonly<Record<string, unknown>>) => More)

const bare = (): More => ({})
const of = (ideas: readonly unknown[]): More => ({ count: ideas.length })

/** A new command has to say here whether it is noted. */
const rows: { readonly [T in CommandType]: Row<T> } = {
  'plein.open': bare,
  'plein.close': bare,
  'plein.reopen': bare,
  'plein.set': ({ type: _, settings, ...others }) => ({
    detail: [...Object.keys(others), ...Object.keys(settings ?? {})].sort().join(' '),
  }),
  'door.set': ({ locked, asks }) => ({ detail: locked ? 'locked' : asks ? 'asks' : 'open' }),
  'door.admit': ({ who }) => ({ detail: who }),
  'door.refuse': bare,
  'outcome.set': ({ shared }) => ({ detail: shared ? 'shared' : 'not-shared' }),

  'phase.enter': null,
  'phase.next': null,
  'phase.back': null,
  'phase.resume': null,
  'phase.play': null,
  'phase.insert': null,
  'phase.repeat': null,
  'phase.edit': null,
  'phase.move': null,
  'phase.skip': null,
  'phase.remove': bare,
  'timer.start': null,
  'timer.add': null,
  'timer.pause': null,
  'timer.resume': null,
  'timer.stop': null,
  'screen.show': null,

  'idea.post': null,
  'idea.edit': null,
  'idea.withdraw': null,
  'idea.place': null,
  mine: null,
  'text.earlier': null,
  'intake.widen': ({ to }) => ({ detail: to }),
  'idea.enter': bare,
  'ideas.release': (_, { released }) => ({ count: Number(released) }),
  'edit.release': bare,
  'edit.drop': bare,
  'idea.hide': ({ ideas }) => of(ideas),
  'idea.show': ({ ideas }) => of(ideas),
  'seat.mute': ({ muted }) => ({ detail: muted ? 'muted' : 'unmuted' }),

  'card.seal': null,
  'card.allow': null,
  'card.withdraw': null,
  // How many cards there are, and when they were read, is the coaches' alone.
  'card.ask': null,
  'card.aside': null,
  'card.release': bare,

  'ideas.assign': null,
  'cluster.create': null,
  'cluster.rename': null,
  'cluster.merge': null,
  'cluster.split': null,
  'cluster.remove': bare,
  'cluster.open': null,
  'cluster.ask': null,
  'cluster.verify': null,
  undo: (_, { undone }) => ({ detail: String(undone) }),

  'round.open': bare,
  'ballot.cast': null,
  'ballot.enter': bare,
  'ballot.remove': bare,
  'round.close': bare,
  'round.reopen': bare,
  'round.reveal': ({ revealed }) => ({ detail: revealed ? 'shown' : 'not-shown' }),

  'round.ask': ({ asked = true }) => ({ detail: asked ? 'asked' : 'not-asked' }),
  'condition.post': null,
  'condition.enter': bare,

  'framing.adopt': bare,
  'framing.correct': bare,

  'owner.mark': null,
  'owner.word': ({ text }) => ({ detail: text === null ? 'withdrawn' : 'written' }),
  'word.hide': ({ hidden }) => ({ detail: hidden ? 'hidden' : 'shown' }),

  'seat.perspective': null,
  'seat.ready': null,
  'seat.hand': null,
  'tap.set': null,
  'link.rotate': ({ role }) => ({ detail: role }),
  'screen.admit': ({ role }) => ({ detail: role }),
  'device.end': ({ device }) => ({ detail: device.slice(0, 4) }),
  'time.passed': null,
}

/** `null`: it is not noted. */
export const deedOf = (command: Command, answer: Readonly<Record<string, unknown>>): Deed | null => {
  const row = rows[command.type] as Row<CommandType>
  return row === null ? null : { what: command.type, ...row(command as never, answer) }
}
/** Those of the commands that are noted. */
export const notedCommands = (): CommandType[] => (Object.keys(rows) as CommandType[]).filter((type) => rows[type] !== null)

import type { Command, CommandType } from '../../shared/domain/commands.ts'
import type { PhaseId } from '../../shared/domain/state.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { wallNow } from './clock.ts'
import type { Connection } from './connection.ts'
import { deliver } from './deliver.ts'

/** All that say of which phase they are, or it does not compile. */
const ofPhase: { [C in Command as 'during' extends keyof C ? C['type'] : never]: true } = {
  'phase.enter': true,
  'phase.next': true,
  'phase.back': true,
  'phase.resume': true,
  'phase.play': true,
  'phase.repeat': true,
  'timer.start': true,
  'timer.add': true,
  'timer.pause': true,
  'timer.resume': true,
  'timer.stop': true,
  'screen.show': true,
  'round.open': true,
  'seat.hand': true,
}

/** With the phase that stood on the page when it was pressed. Two who press at once, or a line that was away, would else move the room twice. */
const aimed = (command: Command, current: PhaseId | null | undefined): Command =>
  current === undefined || !(command.type in ofPhase) || 'during' in command ? command : ({ ...command, during: current } as Command)

/** What is done before the room and did not come through in so many milliseconds is not done later: whoever pressed has looked on, or pressed elsewhere. */
const stands = 15_000
/** Of what waits for something else before it is sent: its time is that of its own press (L7). What it waited for has said that it lapsed. */
export const isLate = (pressed: number): boolean => wallNow() - pressed > stands
/** One after another. One that came too late takes the rest along: the line is back, and the press is long ago. */
export const inTurn = async (commands: readonly Command[], send: (command: Command) => Promise<Answer>): Promise<void> => {
  for (const command of commands) {
    const answer = await send(command)
    if (!answer.ok && answer.error.code === 'lapsed') return
  }
}
/** These do nothing before the room, or are as true later. */
const lateIsFine: ReadonlySet<CommandType> = new Set<CommandType>([
  'mine',
  'text.earlier',
  'idea.enter',
  'condition.enter',
  'ballot.enter',
  'owner.mark',
  'owner.word',
  'seat.ready',
  'seat.hand',
  'tap.set',
])

/** For desk and owner: what is pressed means what stands on the page, and now. */
export const press = (connection: Connection, command: Command): Promise<Answer> => {
  const current = connection.documents.replica('board').snapshot('plein').get('current') as PhaseId | null | undefined
  // Before the first hello this device does not know the server's time.
  const lapses = !lateIsFine.has(command.type) && connection.told().hello !== null
  return deliver(connection, aimed(command, current), lapses ? connection.clock.now() + stands : undefined)
}

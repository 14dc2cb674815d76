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

/** For desk and owner: what is pressed means what stands on the page, and now. `pressed`: when, by the clock of this device, where it had to wait for
 *  something else before it could be sent: on a line that had died it would else come minutes later (L7). */
export const press = (connection: Connection, command: Command, pressed?: number): Promise<Answer> => {
  const current = connection.documents.replica('board').snapshot('plein').get('current') as PhaseId | null | undefined
  // Before the first hello this device does not know the server's time.
  const lapses = !lateIsFine.has(command.type) && connection.told().hello !== null
  const waited = pressed === undefined ? 0 : wallNow() - pressed
  return deliver(connection, aimed(command, current), lapses ? connection.clock.now() + stands - waited : undefined)
}

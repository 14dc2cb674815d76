/** While a command is decided nobody else in the process is heard, so one that takes long is told to who runs the server. */
import { anonymous } from '../../shared/domain/commands.ts'
import type { Log } from './contract.ts'
import type { Waiting } from './queue.ts'

/** Milliseconds; most take a tenth of one. */
const long = 20

/** Only of what a coach signs, and of which Plein never: a line for what somebody else sends, or for the batch that follows it, would tell when,
 *  and nothing else tells that (S2). */
const maySay = ({ role, command }: Pick<Waiting, 'role' | 'command'>): boolean => role === 'coach' && !anonymous.has(command.type)

export const timed = <T>(waiting: Pick<Waiting, 'role' | 'command'>, { log, now }: { log: Log; now: () => number }, work: () => T): T => {
  const began = now()
  const done = work()
  const ms = now() - began
  if (ms > long && maySay(waiting)) log.warn({ command: waiting.command.type, ms }, 'a command took long')
  return done
}

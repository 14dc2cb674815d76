/** While a command is decided nobody else in the process is heard, so one that takes long is told to who runs the server. */
import { anonymous } from '../../shared/domain/commands.ts'
import type { Log } from './contract.ts'
import type { Waiting } from './queue.ts'

/** Milliseconds; most take a tenth of one. */
const long = 20

/** Which command is said only of what coaches and the server do, and of which Plein never: or a line of the log would tell when an idea came
 *  in, which nothing else tells (S2). */
const nameOf = ({ role, command }: Pick<Waiting, 'role' | 'command'>): { command?: string } =>
  (role === 'coach' || role === 'server') && !anonymous.has(command.type) ? { command: command.type } : {}

export const timed = <T>(waiting: Pick<Waiting, 'role' | 'command'>, log: Log, work: () => T, clock = () => performance.now()): T => {
  const began = clock()
  const done = work()
  const ms = Math.round(clock() - began)
  if (ms > long) log.warn({ ...nameOf(waiting), ms }, 'a command took long')
  return done
}

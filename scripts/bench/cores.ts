/** Server and load on a core of their own, ahead of everything else on the machine. Under normal scheduling the p99 of one and the same relay
 *  scatters from 40 to 260 ms. */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

export type Cores = {
  /** Puts a server on its core; for `ProcessOptions.wrap`. */
  wrap(command: readonly string[]): readonly string[]
  /** What holds for this run, for the report. */
  notes: string[]
}

const priority = '5'
const works = (program: string, args: readonly string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** Moves this process, which is the load side, and answers how to start servers. */
export const takeCores = (wanted: boolean): Cores => {
  if (!wanted) return { wrap: (command) => command, notes: ['Nothing is pinned (`--no-pin`): only ratios of CPU mean something.'] }
  const notes: string[] = []
  const pid = String(process.pid)
  const pins = availableParallelism() > 1 && works('taskset', ['-c', '0', 'true'])
  if (pins) works('taskset', ['-acp', '1', pid])
  notes.push(pins ? 'Servers on core 0, the load side on core 1 (`taskset`).' : 'No pinning: one core, or no `taskset`. Times scatter.')
  const first = works('chrt', ['-r', priority, 'true'])
  if (first) works('chrt', ['-a', '-r', '-p', priority, pid])
  notes.push(
    first
      ? `Both with real-time priority (\`chrt -r ${priority}\`).`
      : 'No real-time priority: `chrt -r` is not allowed here. Times scatter.',
  )
  const before = [...(first ? ['chrt', '-r', priority] : []), ...(pins ? ['taskset', '-c', '0'] : [])]
  return { wrap: (command) => [...before, ...command], notes }
}

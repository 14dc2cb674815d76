/** How the command is called. */
import { availableParallelism } from 'node:os'
import { onlyWith, options, whole } from '../players/call.ts'

export const usage = 'npm run simulate -- [--schedules N] [--seed S] [--threads N] [--planted] [--json] | --decisions N [--seed S] [--json]'
export type Call = { schedules: number; decisions: number | null; seed: number; threads: number; planted: boolean; json: boolean }

const parsed = (args: string[]) =>
  options({
    args,
    options: {
      schedules: { type: 'string' },
      decisions: { type: 'string' },
      seed: { type: 'string', default: String(Math.floor(performance.timeOrigin % 1_000_000)) },
      threads: { type: 'string' },
      planted: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  }).values

/** `--planted` seeks each fault in the first thousand. Throws `WrongCall`. */
export const callOf = (args: string[]): Call => {
  const values = parsed(args)
  if (values.decisions !== undefined) onlyWith('--decisions', ['decisions', 'seed', 'json'], values)
  return {
    schedules: whole('schedules', values.schedules ?? (values.planted ? '1000' : '5000'), 1),
    decisions: values.decisions === undefined ? null : whole('decisions', values.decisions, 1),
    seed: whole('seed', values.seed, 0),
    threads: whole('threads', values.threads ?? String(availableParallelism()), 1),
    planted: values.planted,
    json: values.json,
  }
}

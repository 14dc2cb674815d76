/** How the command is called. */
import { options, WrongCall, whole } from '../players/call.ts'

export type Call = {
  minutes: number
  /** In each of the two Pleinen that are going on. */
  people: number
  seed: number
  json: boolean
  say(line: string): void
}

export const usage = 'npm run soak -- [--minutes M] [--people N] [--seed S] [--json]'
/** Nobody is kept busy by accident for longer than the goal of a release asks. */
const longest = 600

const parsed = (args: string[]) =>
  options({
    args,
    options: {
      minutes: { type: 'string', default: '60' },
      people: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Math.floor(performance.timeOrigin % 1_000_000)) },
      json: { type: 'boolean', default: false },
    },
  }).values

/** Throws `WrongCall`. */
export const callOf = (args: string[]): Call => {
  const values = parsed(args)
  const minutes = Number(values.minutes)
  if (!(minutes >= 0.25 && minutes <= longest))
    throw new WrongCall(`--minutes must be a number from 0.25 to ${longest}, not "${values.minutes}".`)
  return {
    minutes,
    people: whole('people', values.people, 4),
    seed: whole('seed', values.seed, 0),
    json: values.json,
    say: (line) => console.error(line),
  }
}

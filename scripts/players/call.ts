/** What a command was called with, read strictly: what it does not know is never passed over, because whoever typed it waits for what it does. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** A sentence for the person who called it. */
export class WrongCall extends Error {}

/** Throws `WrongCall`. */
export const options = <T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new WrongCall((error as Error).message)
  }
}

/** Throws `WrongCall`. Digits only: `Number` makes 0 of nothing, and another number of one that is too large. */
export const whole = (name: string, text: string, least: number): number => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(value) || value < least)
    throw new WrongCall(`--${name} must be a whole number from ${least} to ${Number.MAX_SAFE_INTEGER}, not "${text}".`)
  return value
}

/** Throws `WrongCall`: an option that means nothing here is not passed over either. `given`: without what stands there when nobody gives it. */
export const onlyWith = (here: string, taken: readonly string[], given: Readonly<Record<string, unknown>>): void => {
  const other = Object.keys(given).find((name) => given[name] !== undefined && given[name] !== false && !taken.includes(name))
  if (other) throw new WrongCall(`--${other} does nothing with ${here}.`)
}

/** Throws `WrongCall`. */
export const above = (name: string, text: string): number => {
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0) throw new WrongCall(`--${name} must be a number above 0, not "${text}".`)
  return value
}

/** Reads how this command was called. Asked for help it gives the usage and ends with 0; called wrongly it says so, with the usage, and ends with 2. */
export const called = <T>(usage: string, read: (args: string[]) => T): T => {
  const args = process.argv.slice(2)
  try {
    if (!args.includes('--help')) return read(args)
    console.log(usage)
  } catch (error) {
    if (!(error instanceof WrongCall)) throw error
    console.error(`${error.message}\n${usage}`)
    process.exit(2)
  }
  process.exit(0)
}

/** Of a command that takes nothing. */
export const calledBare = (usage: string): void => void called(usage, (args) => options({ args, options: {} }))

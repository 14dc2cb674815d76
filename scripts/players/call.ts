/** What a command was called with, read strictly. */

/** A sentence for the person who called it. */
export class WrongCall extends Error {}

/** Throws `WrongCall`. */
export const whole = (name: string, text: string, least: number): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least) throw new WrongCall(`--${name} must be a whole number from ${least}, not "${text}".`)
  return value
}

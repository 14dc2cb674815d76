/** The two shapes of a simulation: a long afternoon of seven, and short schedules of which there can be very many. */
import { dice } from '../../scripts/players/dice.ts'
import { anneke, fatma, hanna, joost, mo, type Person, ria, samir } from '../support/people.ts'
import type { Afternoon, Faults } from './parts.ts'
import { simulate } from './simulator.ts'

const seven = [joost, anneke, fatma, ria, samir, hanna, mo]
export const afternoon = (seed: number, faults: Faults = {}): Promise<Afternoon> =>
  simulate(seed, faults, { people: seven, steps: 1500, crashes: 12, closes: 2, phones: false })

const more = ['Teun', 'Nour', 'Bas', 'Elif', 'Henk'].map((name): Person => ({ ...fatma, name, seat: `seat-${name.toLowerCase()}` }))
/** A short one: two to twelve people, some tens of steps, everything that can go wrong close together. */
export const schedule = (seed: number, faults: Faults = {}): Promise<Afternoon> => {
  const chance = dice(seed, 0x5eed)
  const people = [...seven.slice(0, 1), ...seven.slice(2), ...seven.slice(1, 2), ...more].slice(0, 2 + chance.below(11))
  return simulate(seed, faults, { people, steps: 30 + chance.below(60), crashes: 3, closes: 4, phones: true })
}

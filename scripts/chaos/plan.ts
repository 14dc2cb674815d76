/** What people ask, the same for the same seed. Every text is unique, so that its effects can be counted in the log. */
import type { Command } from '../../shared/domain/commands.ts'
import type { Dice } from '../players/dice.ts'

export type Meeting = { phase: string; round: string; items: string[] }
export type Plan = { next(): Command }

export const lenses = ['bewoner', 'ondernemer', 'ambtenaar']
const feelings = ['calm', 'tense', 'leaving', 'unsaid'] as const
const coaches = ['Joost', 'Anneke']
const names = 'Fatma Ria Samir Hanna Teun Mo Wim Olga Nour Bas Elif Henk Yara Piet Loes Kofi Sanne Amir'.split(' ')

/** Everybody once, then with a number. */
export const nameOf = (place: number, coach: boolean): string => {
  const list = coach ? coaches : names
  const turn = Math.floor(place / list.length)
  return `${list[place % list.length]}${turn === 0 ? '' : ` ${turn + 1}`}`
}

/** 128 bits, base64url. */
export const keyOf = (chance: Dice): string => Buffer.from(Array.from({ length: 16 }, () => chance.below(256))).toString('base64url')

export const phonePlan = (name: string, chance: Dice, { phase, round, items }: Meeting): Plan => {
  const keys: string[] = []
  let made = 0
  const text = (what: string): string => `${what} ${++made} van ${name}`
  return {
    next: () => {
      const drawn = chance.below(20)
      if (drawn < 4) return { type: 'ballot.cast', round, dots: chance.one(4) ? {} : { [chance.pick(items)]: 1 } }
      if (drawn === 4) return { type: 'seat.perspective', perspective: chance.one(4) ? null : chance.pick(lenses) }
      if (drawn === 5) return { type: 'tap.set', on: 'pulse', value: chance.one(4) ? null : chance.pick(feelings) }
      if (drawn < 9 && keys.length > 0) return { type: 'idea.edit', key: chance.pick(keys), text: text('Beter') }
      if (drawn === 9 && keys.length > 1) return { type: 'idea.withdraw', key: keys.splice(chance.below(keys.length), 1)[0] as string }
      const key = keyOf(chance)
      keys.push(key)
      return { type: 'idea.post', key, as: 'idea', text: text('Idee'), phase, open: true }
    },
  }
}

export const coachPlan = (name: string, chance: Dice, { phase }: Pick<Meeting, 'phase'>): Plan => {
  let made = 0
  return {
    next: () => {
      const drawn = chance.below(10)
      if (drawn < 2) return { type: 'ideas.release', ideas: 'all' }
      if (drawn === 2) return { type: 'timer.start', seconds: 60 + chance.below(600) }
      if (drawn === 3) return { type: 'door.set', locked: chance.one(2) }
      return { type: 'idea.enter', as: 'idea', text: `Briefje ${++made} van ${name}`, phase }
    },
  }
}

/** The words that only this command brings into the log; `null`: it brings none. */
export const wordsOf = (command: Command): string | null =>
  command.type === 'idea.post' || command.type === 'idea.enter' || command.type === 'idea.edit' ? command.text : null

/** What everything that is said in a random Plein goes through. */
import type { Command } from '../../shared/domain/commands.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Dice } from '../players/dice.ts'
import type { Canaries } from './canaries.ts'
import type { Somebody } from './scene.ts'

export type Voices = {
  chance: Dice
  canaries: Canaries
  ask(who: Somebody, command: Command): Promise<Answer>
  coaches: readonly Somebody[]
}

/** What somebody does next in a Plein that moves: read from the board that their own device shows. */
import type { Connection } from '../../client/session/connection.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { Contribution } from '../../shared/domain/state.ts'
import type { PhaseEntry, RoundEntry } from '../../shared/wire/documents.ts'
import { keyOf, lenses, type Plan } from '../chaos/plan.ts'
import type { Dice } from '../players/dice.ts'

const asked: Partial<Record<PhaseKind, Contribution>> = {
  checkin: 'checkin',
  ideas: 'idea',
  burst: 'question',
  reframe: 'proposal',
  harvest: 'closing',
}

export type Now = { phase: string; kind: PhaseKind; round: { id: string; items: string[] } | null }

/** What the board of this line shows now; `null` before it has come. */
export const nowOf = ({ documents }: Connection): Now | null => {
  const board = documents.replica('board')
  const phase = board.snapshot('plein').get('current')
  const entry = typeof phase === 'string' ? (board.snapshot('phases').get(phase) as PhaseEntry | undefined) : undefined
  if (typeof phase !== 'string' || !entry) return null
  const open = [...board.snapshot('rounds')].find(([, round]) => (round as RoundEntry).status === 'open')
  const round = open ? { id: open[0], items: (open[1] as RoundEntry).items.map(({ id }) => id) } : null
  return { phase, kind: entry.kind, round }
}

/** `line`: asked for the board at each wish. */
export const wishes = (name: string, chance: Dice, line: () => Connection): Plan => {
  const keys: string[] = []
  let made = 0
  const text = (what: string): string => `${what} ${++made} van ${name}`
  const aside = (): Command => ({ type: 'seat.perspective', perspective: chance.one(4) ? null : chance.pick(lenses) })
  return {
    next: () => {
      const now = nowOf(line())
      if (now === null || chance.one(15)) return aside()
      if (now.round && now.round.items.length > 0)
        return { type: 'ballot.cast', round: now.round.id, dots: chance.one(6) ? {} : { [chance.pick(now.round.items)]: 1 } }
      if (now.kind === 'write')
        return { type: 'tap.set', on: 'resonance', phase: now.phase, value: chance.pick(['touches', 'off', null] as const) }
      const drawn = chance.below(12)
      if (drawn < 2 && keys.length > 0) return { type: 'idea.edit', key: chance.pick(keys), text: `${text('Beter')}?` }
      if (drawn === 2 && keys.length > 1) return { type: 'idea.withdraw', key: keys.splice(chance.below(keys.length), 1)[0] as string }
      const as = asked[now.kind]
      if (!as) return aside()
      const key = keyOf(chance)
      keys.push(key)
      return { type: 'idea.post', key, as, text: as === 'question' ? `${text('Gedachte')}?` : text('Gedachte'), phase: now.phase }
    },
  }
}

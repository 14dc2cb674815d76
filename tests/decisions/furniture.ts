/** Something of everything in a Plein that is open: two ideas before the room, two groups that ask about their names, a vote over the ideas that was
 *  shown and asked about, a round over them that is open, and two cards. */

import type { Card } from '../../shared/domain/cards/card.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import { listed, posted, released } from '../support/given.ts'
import { morning } from '../support/world.ts'

const signature = { by: 'coach', seat: 'seat-joost', at: morning } as const

const groups: PleinEvent = {
  type: 'step.done',
  step: 'step',
  label: 'created',
  changes: [
    { change: 'create', cluster: 'green' },
    { change: 'create', cluster: 'traffic' },
    { change: 'place', idea: 'benches', from: null, to: 'green' },
    { change: 'place', idea: 'shade', from: null, to: 'traffic' },
  ],
  made: [
    { cluster: 'green', name: 'Groen', open: true },
    { cluster: 'traffic', name: 'Verkeer', open: true },
  ],
  ...signature,
}
const items = [
  { id: 'benches', letter: 'A', name: null },
  { id: 'shade', letter: 'B', name: null },
]
const round: PleinEvent = {
  type: 'round.opened',
  round: 'round',
  phase: 'vote',
  over: 'ideas',
  question: null,
  items,
  budget: 3,
  maximum: 2,
  ...signature,
}
const shown: readonly PleinEvent[] = [
  { type: 'round.opened', round: 'asked', phase: 'vote', over: 'ideas', question: null, items, budget: 3, maximum: 2, ...signature },
  { type: 'round.closed', round: 'asked', closesAt: morning, ...signature },
  {
    type: 'round.counted',
    round: 'asked',
    cast: 6,
    ballots: [{ benches: 2, shade: 1 }, { benches: 2 }, { benches: 1 }, { shade: 2 }, { shade: 1 }, {}],
    perspectives: [],
    final: null,
    ...signature,
  },
  { type: 'round.revealed', round: 'asked', revealed: true, ...signature },
  { type: 'round.asked', round: 'asked', item: 'benches', parts: ['benches'], asked: true, ...signature },
]
export const furniture: readonly PleinEvent[] = [
  posted('benches', 'Meer bankjes'),
  posted('shade', 'Schaduw'),
  listed('benches', 'shade'),
  released('benches', 'shade'),
  groups,
  { type: 'clusters.asked', clusters: ['green', 'traffic'], asking: true, ...signature },
  ...shown,
  round,
]
/** One that its author lets be shared, and one of which nothing was said. */
const told = { text: 'Dit moet gezegd worden', asked: null, listed: true, aside: false }
const yes = { as: 'own', words: 'Meer bankjes' } as const
export const cards: readonly Card[] = [
  { id: 'allowed', answer: yes, heard: yes, ...told },
  { id: 'silent', answer: null, heard: null, ...told },
]

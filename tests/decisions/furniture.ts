/** Something of everything in a Plein that is open: two ideas before the room, two groups that ask about their names, a round over the ideas, and
 *  two cards. */
import type { PleinEvent } from '../../shared/domain/events.ts'
import type { Card } from '../../shared/domain/state.ts'
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
const round: PleinEvent = {
  type: 'round.opened',
  round: 'round',
  phase: 'vote',
  over: 'ideas',
  question: null,
  items: [
    { id: 'benches', letter: 'A', name: null },
    { id: 'shade', letter: 'B', name: null },
  ],
  budget: 3,
  maximum: 2,
  ...signature,
}
export const furniture: readonly PleinEvent[] = [
  posted('benches', 'Meer bankjes'),
  posted('shade', 'Schaduw'),
  listed('benches', 'shade'),
  released('benches', 'shade'),
  groups,
  { type: 'clusters.asked', clusters: ['green', 'traffic'], asking: true, ...signature },
  round,
]
/** One that its author lets be shared, and one of which nothing was said. */
const told = { text: 'Dit moet gezegd worden', asked: null, listed: true, aside: false }
const yes = { as: 'own', words: 'Meer bankjes' } as const
export const cards: readonly Card[] = [
  { id: 'allowed', answer: yes, heard: yes, ...told },
  { id: 'silent', answer: null, heard: null, ...told },
]

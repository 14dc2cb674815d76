/** A short Plein of one hour. */
import type { Template } from './template.ts'

export const hour: Template = [
  { kind: 'welcome', settings: { minutes: 5 } },
  { kind: 'checkin', settings: { minutes: 5 } },
  { kind: 'ideas', settings: { minutes: 10 } },
  { kind: 'cluster', settings: { minutes: 10 } },
  { kind: 'vote', settings: { minutes: 5 } },
  { kind: 'reframe', settings: { minutes: 15 } },
  { kind: 'harvest', settings: { minutes: 10 } },
]

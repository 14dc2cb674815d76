/** The lossless form. Its schema is published as docs/outcome.schema.json. */
import type { Outcome } from './schema.ts'

export const jsonOf = (outcome: Outcome): string => `${JSON.stringify(outcome, null, 2)}\n`

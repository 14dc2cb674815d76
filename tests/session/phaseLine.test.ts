/** The line under the heading of a phone, by kind of phase. */
import { expect, test } from 'vitest'
import { lineOf } from '../../client/phone/phase.ts'
import { phoneFirst as en } from '../../client/words/phoneFirst.en.ts'
import { phoneFirst as nl } from '../../client/words/phoneFirst.nl.ts'
import { asked } from '../../shared/domain/phases/asked.ts'
import { kinds, phaseKinds } from '../../shared/domain/phases/kinds.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'

test.each(phaseKinds)(
  'S1 I8 that the room reads along is said in every phase in which something is written, and in no other: %s',
  (kind) => {
    const line = (hidden: boolean, shared: boolean, w: typeof nl) =>
      lineOf(w, { kind, title: null, settings: { ...kinds[kind].defaults, hidden } } as unknown as PhaseEntry, undefined, shared)
    for (const w of [nl, en])
      for (const shared of [true, false]) {
        expect(line(false, shared, w).endsWith(w.now.along)).toBe(asked[kind].length > 0)
        expect(line(true, shared, w)).not.toContain(w.now.along)
      }
  },
)

import { expect, test } from 'vitest'
import { settings as bench } from '../../scripts/benchClient/room.ts'
import { limits as chaos } from '../../scripts/chaos/meeting.ts'
import { limitsFor } from '../../scripts/replay/limits.ts'
import { parseSession } from '../../scripts/replay/session.ts'
import { awkwardSession } from '../support/session.ts'

test.each([
  ['chaos', chaos],
  ['bench:client', bench],
  ['replay', limitsFor(parseSession(JSON.stringify(awkwardSession)), 10)],
])(
  'npm run %s, in which a few people are as fast as a hundred, lifts every measure of one person, or it waits for hours and calls that a breach',
  (_name, limits) => {
    const given: Readonly<Record<string, string>> = limits
    for (const of of ['PHONE', 'COACH'])
      for (const measure of ['BURST', 'RATE', 'ANSWERS'])
        expect(Number(given[`LIMIT_${measure}_${of}`]), `${measure} ${of}`).toBeGreaterThanOrEqual(10_000)
  },
)

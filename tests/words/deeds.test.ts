import { expect, test } from 'vitest'
import { organiser as en } from '../../client/words/organiser.en.ts'
import { organiser as nl } from '../../client/words/organiser.nl.ts'
import { deedsBeside, notedCommands } from '../../server/audit/deeds.ts'

test.each(Object.entries({ nl, en }))('A17 every deed that is noted has words for the organiser: %s', (_, { deeds }) => {
  const noted = [...deedsBeside, ...notedCommands()]
  expect(noted.length).toBeGreaterThan(40)
  expect(noted.filter((deed) => !Object.hasOwn(deeds.what, deed))).toEqual([])
})

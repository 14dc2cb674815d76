/** docs/example: read by people who have never seen a Plein. It must be what this version writes. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import { blog } from '../../scripts/demo/texts/blog.ts'
import { quotablesOf } from '../../server/blog/kit.ts'
import { fileOf } from '../../server/blog/pages.ts'
import { pageOf } from '../../server/outcome/html/page.ts'
import { OutcomeSchema } from '../../server/outcome/schema.ts'
import { blocksOf } from '../../shared/blog/blocks.ts'
import { strangeQuotes } from '../../shared/blog/quotes.ts'

const file = (name: string): string => readFileSync(new URL(`../../docs/example/${name}`, import.meta.url), 'utf8')
const outcome = OutcomeSchema.parse(JSON.parse(file('outcome.json')))

test('the example is what this version writes: npm run example makes it anew', () => {
  expect(file('outcome.html') === pageOf(outcome, outcomeNl, 'nl', null)).toBe(true)
  expect(file('blog.html') === fileOf(blog, outcome, 'html').body).toBe(true)
})

test('its chain has at least four wordings, each after the first with what it came from, and the forms of reframing among them', () => {
  expect(outcome.chain.length).toBeGreaterThanOrEqual(4)
  for (const { sources, text } of outcome.chain.slice(1)) expect(sources.length, text).toBeGreaterThan(0)
  expect(outcome.chain.map(({ form }) => form)).toEqual(['presented', 'intake', 'burst', 'proposal', 'room'])
  expect(outcome.rounds.filter(({ over }) => over === 'framings')).toHaveLength(2)
})

test('the blog quotes only what the room shared', () => {
  const shared = quotablesOf(outcome).map(({ text }) => text)
  expect(strangeQuotes(blocksOf(blog), shared)).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, isColour } from '../../server/theme/colour.ts'
import { type Colour, colours, type Pair, screenPairs, shapePairs, textPairs } from '../../server/theme/pairs.ts'
import { ownTokens } from '../../server/theme/tokens.ts'

const sets = ownTokens()
const both = (pairs: readonly Pair[]) =>
  pairs.flatMap(([text, ground]) => [['light', text, ground] as const, ['dark', text, ground] as const])
const ratio = (set: 'light' | 'dark', [text, ground]: Pair): number => contrast(sets[set][text], sets[set][ground])

test('the tokens have every colour in both sets', () => {
  for (const set of [sets.light, sets.dark]) for (const name of colours) expect(isColour(set[name]), name).toBe(true)
})
test('the dark set keeps the plate and the chalk', () => {
  for (const name of ['sign', 'on-sign', 'chalk', 'on-chalk'] as const) expect(sets.dark[name]).toBe(sets.light[name])
})
test.each(both(textPairs))('%s: %s on %s is at least 6 : 1', (set, text, ground) => {
  expect(ratio(set, [text, ground])).toBeGreaterThanOrEqual(6)
})
test.each(screenPairs)('on the screen %s on %s is at least 7 : 1', (text, ground) => {
  expect(ratio('light', [text, ground])).toBeGreaterThanOrEqual(7)
})
test.each(both(shapePairs))('%s: a control or a ring of %s on %s is at least 3 : 1', (set, text, ground) => {
  expect(ratio(set, [text, ground])).toBeGreaterThanOrEqual(3)
})

const folder = new URL('../../client/styles/', import.meta.url)
type Rule = { where: string; declared: Map<string, string> }
const rules: Rule[] = readdirSync(folder)
  .filter((file) => file.endsWith('.css'))
  .flatMap((file) => {
    const css = readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
    return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector = '', block = '']) => ({
      where: `${file} ${selector.trim().replace(/\s+/g, ' ')}`,
      declared: new Map(block.split(';').map((line) => line.split(/:(.*)/s).map((part) => part.trim()) as [string, string])),
    }))
  })
/** The token of a colour that is nothing but one token. */
const plain = ({ declared }: Rule, ...names: string[]): Colour | null => {
  for (const name of names) {
    const token = declared.get(name)?.match(/^var\(--([\w-]+)\)$/)?.[1]
    if (token !== undefined && colours.includes(token as Colour)) return token as Colour
  }
  return null
}
const known = new Set([...textPairs, ...screenPairs].map((pair) => pair.join(' on ')))
/** Shapes that hold no text. */
const wordless = /dot|bar|tile|paving|ring|mini|\bsvg|rect|::(before|after)|meter|shade|rule|stripe/

describe('the styles', () => {
  test('use pairs of colours that are held to 6 : 1', () => {
    expect(rules.length).toBeGreaterThan(200)
    for (const rule of rules) {
      const text = plain(rule, 'color')
      const ground = plain(rule, 'background', 'background-color')
      if (text !== null && ground !== null) expect(known, rule.where).toContain(`${text} on ${ground}`)
      else if (text !== null && text !== 'on-sign' && text !== 'on-chalk' && text !== 'chalk' && text !== 'card' && text !== 'page')
        for (const under of ['page', 'card']) expect(known, rule.where).toContain(`${text} on ${under}`)
    }
  })
  test('set the letters on chalk in their own ink, or they vanish in the dark', () => {
    for (const rule of rules) {
      if (plain(rule, 'background', 'background-color') !== 'chalk' || wordless.test(rule.where)) continue
      expect(plain(rule, 'color'), rule.where).toBe('on-chalk')
    }
  })
  test('name no colour outside tokens.css, so that a theme and the dark reach all of them', () => {
    for (const { where, declared } of rules) {
      if (where.startsWith('tokens.css') || where.startsWith('fonts.css')) continue
      for (const [name, value = ''] of declared)
        if (!/shadow/.test(name)) expect(value, `${where} ${name}`).not.toMatch(/#[0-9a-f]{3,8}\b|\brgb|\bhsl|\bwhite\b|\bblack\b/i)
    }
  })
})

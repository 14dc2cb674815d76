import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8')
const token = (name: string): string => {
  const value = css.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1]
  if (value === undefined) throw new Error(`no token ${name}`)
  return value
}
const channel = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
const luminance = (colour: string): number =>
  0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(token(a)), luminance(token(b))].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

test.each([
  ['ink', 'page'],
  ['ink', 'card'],
  ['ink', 'chalk'],
  ['soft', 'page'],
  ['soft', 'card'],
  ['on-sign', 'sign'],
  ['chalk', 'sign'],
  ['saved', 'page'],
  ['saved', 'card'],
  ['alarm', 'page'],
  ['alarm', 'card'],
])('%s on %s is at least 6 : 1', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(6)
})

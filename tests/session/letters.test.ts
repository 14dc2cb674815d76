import { describe, expect, test } from 'vitest'
import { readLetters } from '../../client/coach/votes/letters.ts'
import { letterOf } from '../../shared/domain/votes/items.ts'

const items = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `item-${letterOf(at)}`, letter: letterOf(at), name: null }))
const read = (text: string, count: number) => readLetters(text, items(count))

describe('V4 letters from a slip', () => {
  test.each([
    ['AAC', { 'item-A': 2, 'item-C': 1 }],
    ['a a c', { 'item-A': 2, 'item-C': 1 }],
    ['A, AC', { 'item-A': 2, 'item-C': 1 }],
    ['', {}],
  ])('up to 26 things may be typed on: “%s”', (text, dots) => {
    expect(read(text, 26)).toEqual({ dots, unknown: null })
  })

  test.each([
    ['AA', { 'item-AA': 1 }],
    ['A A', { 'item-A': 2 }],
    ['ab', { 'item-AB': 1 }],
    ['A A AB', { 'item-A': 2, 'item-AB': 1 }],
    ['A,A;AB', { 'item-A': 2, 'item-AB': 1 }],
  ])('of more things each letter stands by itself, and “%s” has one meaning', (text, dots) => {
    expect(read(text, 28)).toEqual({ dots, unknown: null })
  })

  test.each(['AAC', 'AC', 'A AAB'])('of more things “%s” is not guessed at', (text) => {
    expect(read(text, 28).unknown).toBe(text.split(' ').at(-1))
  })

  test('the first letter that nothing has is named', () => {
    expect(read('AZB', 3)).toMatchObject({ unknown: 'Z' })
  })
})

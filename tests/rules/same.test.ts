import { expect, test } from 'vitest'
import { same } from '../../shared/domain/same.ts'

test('what is the same is so in whatever order its names stand, and however deep', () => {
  expect(same({ on: 'idea', parts: [1, { deep: null }] }, { parts: [1, { deep: null }], on: 'idea' })).toBe(true)
  expect(same([], [])).toBe(true)
})

test.each([
  ['a list and an object', [], {}],
  ['a list and an object with its places', ['a'], { 0: 'a' }],
  ['nothing and an object', null, {}],
  ['a number and an object', 1, {}],
  ['a text and its letters', 'a', ['a']],
  ['an object and one with more in it', { a: 1 }, { a: 1, b: 2 }],
  ['an object and one with another name', { a: 1 }, { b: 1 }],
  ['what is not there and what is nothing', { a: undefined }, { b: undefined }],
  ['a list and its reverse', [1, 2], [2, 1]],
  ['what differs deep inside', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
])('%s are two things', (_what, one, other) => {
  expect([same(one, other), same(other, one)]).toEqual([false, false])
})

/** Which commits share a transaction, and so a sync of the disk. */
import { expect, it } from 'vitest'
import type { Commit, StoredSeat } from '../../server/store/contract.ts'
import type { Asked } from '../../server/store/sqlite/messages.ts'
import { take } from '../../server/store/sqlite/queue.ts'

const seat = (id: string): StoredSeat => ({
  id,
  role: 'participant',
  tokenHash: id,
  perspective: null,
  ready: null,
  hand: false,
  clients: [],
})
const joins = (id: string): Commit => ({ seats: { put: [seat(id)] } })
const acts: Commit = { answers: [{ key: 'key', digest: null, answer: '{}' }] }

let number = 0
const asked = (plein: string, commit: Commit): Asked => {
  number += 1
  return { number, ask: { ask: 'commit', plein, expectedVersion: null, commit, day: '2026-11-27' } }
}
const sizes = (queue: Asked[]): number[] => {
  const found: number[] = []
  for (let next = take(queue); next; next = take(queue)) found.push('commits' in next ? next.commits.length : -1)
  return found
}

it('a whole room that comes in shares a sync, 64 at a time', () => {
  expect(sizes(Array.from({ length: 150 }, (_, place) => asked('haven', joins(`seat-${place}`))))).toEqual([64, 64, 22])
})

it('S2 what people of one Plein do is never in one transaction, nor with who comes in', () => {
  expect(sizes([asked('haven', acts), asked('haven', acts)])).toEqual([1, 1])
  expect(sizes([asked('haven', joins('fatma')), asked('haven', acts)])).toEqual([1, 1])
  expect(sizes([asked('haven', acts), asked('haven', joins('fatma'))])).toEqual([1, 1])
  expect(sizes([asked('haven', joins('fatma')), asked('haven', { ...joins('ria'), ...acts })])).toEqual([1, 1])
  expect(sizes([asked('haven', joins('fatma')), asked('haven', { seats: { put: [seat('ria')], remove: ['samir'] } })])).toEqual([1, 1])
})

it('commits of different Pleinen share one', () => {
  expect(sizes([asked('haven', acts), asked('bos', acts), asked('kade', joins('fatma')), asked('kade', joins('ria'))])).toEqual([4])
})

import type { Group } from '../model.ts'

const kept = new Map<string, Map<string, number>>()

/** The key of each group, 1 to 9 and then none. A group keeps its number for as long as it stands: when another coach removes group 2
 *  while this one is pressing 3, that 3 must not mean another group. Numbers that were never used go first. */
export const numbersOf = (plein: string, groups: readonly Group[]): ReadonlyMap<string, number> => {
  const numbers = kept.get(plein) ?? new Map<string, number>()
  kept.set(plein, numbers)
  const there = new Set(groups.map((group) => group.id))
  for (const group of groups) {
    if (numbers.has(group.id)) continue
    const used = new Set(numbers.values())
    const fresh = free(used)
    const gone = [...numbers].find(([id, number]) => number <= last && !there.has(id))
    if (fresh <= last || gone === undefined) numbers.set(group.id, fresh)
    else {
      numbers.delete(gone[0])
      numbers.set(group.id, gone[1])
    }
  }
  return numbers
}
export const last = 9

const free = (used: ReadonlySet<number>): number => {
  let number = 1
  while (used.has(number)) number += 1
  return number
}

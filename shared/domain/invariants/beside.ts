/** What is counted of answers about names, and of cards, while they come, against a plain count of all of them. */
import { fewestAnswers } from '../names/counted.ts'
import { same } from '../same.ts'
import type { Plein } from '../state.ts'
import type { Holds } from './holds.ts'

export const names = (plein: Plein, holds: Holds): void => {
  const counted = (is: boolean): void => holds('G3 what is counted of the names is what was said', is)
  const groups = new Map<string, { rows: number; others: number; unheard: number; yes: number; no: number; heard: Map<string, number> }>()
  for (const [row, { cluster, answer, words, heard, counted: told, gone }] of plein.names) {
    const group = groups.get(cluster) ?? { rows: 0, others: 0, unheard: 0, yes: 0, no: 0, heard: new Map() }
    groups.set(cluster, group)
    const known = plein.nameCounts.get(cluster)
    const [now, then] = [gone ? 'none' : answer === 'yes', told === null ? 'none' : told === 'yes']
    group.rows += 1
    if (now !== then) group.others += 1
    if (words !== heard) group.unheard += 1
    if (then === true) group.yes += 1
    if (then === false) group.no += 1
    if (heard !== null) group.heard.set(heard, (group.heard.get(heard) ?? 0) + 1)
    counted(plein.namesOf.get(row.slice(0, row.lastIndexOf('/')))?.has(row) === true && known?.rows.has(row) === true)
    counted(known?.others.has(row) === (now !== then) && known.unheard.has(row) === (words !== heard))
  }
  counted([...plein.namesOf.values()].every(({ size }) => size > 0))
  counted([...plein.namesOf.values()].reduce((all, { size }) => all + size, 0) === plein.names.size)
  counted(plein.nameCounts.size === groups.size)
  for (const [cluster, { rows, others, unheard, yes, no, heard }] of groups) {
    const known = plein.nameCounts.get(cluster)
    counted(known?.rows.size === rows && known.others.size === others && known.unheard.size === unheard)
    counted(known?.yes === yes && known.no === no && known.heard.size === heard.size)
    counted([...heard].every(([words, times]) => known?.heard.get(words) === times))
  }
  const waits = [...groups].flatMap(([cluster, { others, unheard }]) => (others >= fewestAnswers || unheard > 0 ? [cluster] : []))
  counted(plein.namesWaiting.size === waits.length && waits.every((cluster) => plein.namesWaiting.has(cluster)))
}

export const cards = (plein: Plein, holds: Holds): void => {
  holds('J1 a card is found by its id', plein.cardIds.size === plein.cards.size)
  let waiting = 0
  for (const [hash, { id, listed, answer, heard }] of plein.cards) {
    const waits = !listed || !same(answer, heard)
    if (waits) waiting += 1
    holds('J1 a card is found by its id', plein.cardIds.get(id) === hash)
    holds('J1 which cards coaches have not heard of is remembered', plein.cardsWaiting.has(hash) === waits)
  }
  holds('J1 which cards coaches have not heard of is remembered', plein.cardsWaiting.size === waiting)
}

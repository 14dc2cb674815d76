/** Applies what a decision changes beside the log: edit keys, ballots, taps, and what stands on a seat. */
import { dropCard, dropCards, putCard } from './cards/kept.ts'
import type { Ledger } from './decision.ts'
import { dropName, dropNames, putName } from './names/counted.ts'
import type { Plein } from './state.ts'
import { mark, untapped } from './taps/tapped.ts'

export const keep = (plein: Plein, changes: readonly Ledger[]): void => {
  for (const change of changes) {
    if ('erase' in change) erase(plein, change)
    else put(plein, change)
  }
}

const put = (plein: Plein, change: Extract<Ledger, { keep: string }>): void => {
  switch (change.keep) {
    case 'key':
      plein.keys.set(change.hash, change.idea)
      return
    case 'ballot': {
      const ballots = plein.ballots.get(change.round) ?? new Map()
      ballots.set(change.voter, change.dots)
      plein.ballots.set(change.round, ballots)
      return
    }
    case 'perspective': {
      const seat = plein.seats.get(change.seat)
      if (seat) seat.perspective = change.perspective
      return
    }
    case 'ready': {
      const seat = plein.seats.get(change.seat)
      if (seat) seat.ready = change.phase
      return
    }
    case 'hand': {
      const seat = plein.seats.get(change.seat)
      if (seat) seat.hand = change.up
      return
    }
    case 'tap': {
      const tapped = plein.taps.get(change.tap) ?? untapped()
      mark(tapped, change.seat, change)
      plein.taps.set(change.tap, tapped)
      return
    }
    case 'card':
      putCard(plein, change.hash, change.card)
      return
    case 'name':
      putName(plein, change.row, change.said)
      return
    default:
      change satisfies never
  }
}

const erase = (plein: Plein, change: Extract<Ledger, { erase: string }>): void => {
  switch (change.erase) {
    case 'ballots':
      plein.ballots.delete(change.round)
      return
    case 'ballot':
      plein.ballots.get(change.round)?.delete(change.voter)
      return
    case 'taps':
      plein.taps.delete(change.tap)
      return
    case 'keys':
      plein.keys.clear()
      return
    case 'words':
    case 'outdated':
      // `evolve` has let go of them already.
      return
    case 'card':
      dropCard(plein, change.hash)
      return
    case 'names':
      for (const row of change.rows) dropName(plein, row)
      return
    case 'sealed':
      dropCards(plein)
      dropNames(plein)
      return
    case 'own':
      // Prose; the rules never held it.
      return
    default:
      change satisfies never
  }
}

/** What a turn gathers for its one commit. */
import type { Ledger } from '../../shared/domain/decision.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'
import type { IdeaId, PhaseId, RoundId, SeatId } from '../../shared/domain/state.ts'
import { dotsOf } from '../../shared/domain/taps/form.ts'
import type { Write } from '../../shared/wire/documents.ts'
import type { Commit, Listing, StoredAnswer } from '../store/contract.ts'
import { sealedName } from '../store/sealedName.ts'
import { type Secret, secretOf } from './cards.ts'
import type { Cast } from './sealing.ts'

export type Draft = {
  events: StoredEvent[]
  redactions: StoredEvent[]
  answers: StoredAnswer[]
  writes: Write[]
  seats: Set<SeatId>
  listing: Listing | null
  ledger(change: Ledger): void
  /** The last ballot of each voter, not sealed yet. */
  cast(): Cast[]
  /** Cards and what was said of names, as they are now and not sealed yet. */
  secrets(): Secret[]
  /** All but these ballots and secrets; `null` when there is nothing to store. */
  commit(): Commit | null
}

export const blank = (): Draft => {
  const ballots = new Map<string, Cast>()
  /** Slips that were taken out. */
  const removed = new Map<string, { round: RoundId; voter: string }>()
  const erased = new Set<RoundId>()
  const perspectives = new Map<SeatId, string | null>()
  const signals = new Map<SeatId, { ready?: PhaseId | null; hand?: boolean }>()
  const keys = new Map<string, string>()
  /** `null`: it goes. */
  const secrets = new Map<string, Secret | null>()
  const cardsWithdrawn = new Set<string>()
  let secretsErased = false
  let keysErased = false
  let ownGone = false
  let outdatedGone = false
  const withdrawn: IdeaId[] = []

  const draft: Draft = {
    events: [],
    redactions: [],
    answers: [],
    writes: [],
    seats: new Set(),
    listing: null,
    ledger: (change) => {
      if ('erase' in change) {
        if (change.erase === 'keys') {
          keys.clear()
          keysErased = true
          return
        }
        if (change.erase === 'words') {
          withdrawn.push(change.idea)
          return
        }
        if (change.erase === 'card') {
          secrets.set(sealedName.card(change.card), null)
          if (change.withdrawn) cardsWithdrawn.add(sealedName.card(change.card))
          return
        }
        if (change.erase === 'names') {
          for (const row of change.rows) secrets.set(sealedName.name(row), null)
          return
        }
        if (change.erase === 'sealed') {
          secrets.clear()
          secretsErased = true
          return
        }
        if (change.erase === 'own') {
          ownGone = true
          return
        }
        if (change.erase === 'outdated') {
          outdatedGone = true
          return
        }
        if (change.erase === 'ballot') {
          const { round, voter } = change
          ballots.delete(`${round} ${voter}`)
          removed.set(`${round} ${voter}`, { round, voter })
          return
        }
        const round = change.erase === 'taps' ? change.tap : change.round
        erased.add(round)
        // What was cast and counted in one turn must not be written after the erasure.
        for (const [key, ballot] of ballots) if (ballot.round === round) ballots.delete(key)
        return
      }
      if (change.keep === 'key') keys.set(change.hash, change.idea)
      else if (change.keep === 'perspective') perspectives.set(change.seat, change.perspective)
      else if (change.keep === 'ready') signals.set(change.seat, { ...signals.get(change.seat), ready: change.phase })
      else if (change.keep === 'hand') signals.set(change.seat, { ...signals.get(change.seat), hand: change.up })
      else if (change.keep === 'tap')
        ballots.set(`${change.tap} ${change.seat}`, { round: change.tap, voter: change.seat, dots: dotsOf(change) })
      else if (change.keep === 'card' || change.keep === 'name') {
        const secret = secretOf(change)
        secrets.set(secret.name, secret)
      } else ballots.set(`${change.round} ${change.voter}`, { round: change.round, voter: change.voter, dots: change.dots })
    },
    cast: () => [...ballots.values()],
    secrets: () => [...secrets.values()].filter((secret) => secret !== null),
    commit: () => {
      const { events, redactions, answers, listing } = draft
      const commit: Commit = {
        ...(events.length > 0 ? { events } : {}),
        ...(redactions.length > 0 ? { redactions } : {}),
        ...(events.some(({ event }) => event.type === 'phase.entered') ? { phaseEnds: true as const } : {}),
        ...(answers.length > 0 ? { answers } : {}),
        ...(ballots.size + removed.size + erased.size > 0 ? { ballots: { remove: [...removed.values()], eraseRounds: [...erased] } } : {}),
        ...(perspectives.size + signals.size > 0
          ? {
              seats: {
                perspectives: [...perspectives].map(([seat, perspective]) => ({ seat, perspective })),
                signals: [...signals].map(([seat, signal]) => ({ seat, ...signal })),
              },
            }
          : {}),
        ...(secrets.size > 0 || secretsErased
          ? {
              sealed: {
                remove: [...secrets].flatMap(([name, secret]) => (secret === null && !cardsWithdrawn.has(name) ? [name] : [])),
                withdraw: [...cardsWithdrawn],
                eraseAll: secretsErased,
              },
            }
          : {}),
        ...(keys.size > 0 || keysErased ? { keys: { put: [...keys].map(([hash, idea]) => ({ hash, idea })), eraseAll: keysErased } } : {}),
        ...(withdrawn.length > 0 ? { withdrawn } : {}),
        ...(outdatedGone ? { outdated: 'gone' as const } : {}),
        ...(ownGone ? { ownTexts: 'gone' as const } : {}),
        ...(listing ? { listing } : {}),
      }
      return Object.keys(commit).length === 0 ? null : commit
    },
  }
  return draft
}

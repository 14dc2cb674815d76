/** A disk that is slow, that fails, that has written what it says it has not, and that forgets what was not written when the process dies. */

import type { CommitResult, Store } from '../../server/store/contract.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyPlein, type Plein } from '../../shared/domain/state.ts'
import { plein } from '../support/room.ts'
import type { Dice } from './dice.ts'

type Operation = {
  apply: () => Promise<CommitResult>
  result: CommitResult | null
  answer: (result: CommitResult) => void
  alive: () => boolean
}

export type Disk = {
  /** The store as one process sees it. */
  store(alive: () => boolean): Store
  /** One operation comes one step further. */
  work(): void
  /** The process died: what was not applied never will be. */
  forget(): void
  heal(): void
  /** What is really in the store, evolved anew. */
  truth(): Promise<Plein>
}

export const createDisk = (plain: Store, chance: Dice, failed: () => void): Disk => {
  let waiting: Operation[] = []
  let well = false
  const full: CommitResult = { ok: false, reason: 'failed', problem: 'disk full' }

  const step = async (operation: Operation): Promise<void> => {
    if (operation.result !== null) {
      waiting = waiting.filter((one) => one !== operation)
      return operation.answer(operation.result)
    }
    const luck = well ? 99 : chance.below(100)
    if (luck < 5) {
      failed()
      operation.result = full
      return
    }
    const applying = operation.apply()
    // Written, but the answer that says so is lost on its way.
    operation.result = luck < 8 ? full : { ok: true }
    const real = await applying
    if (!real.ok) operation.result = real
  }
  return {
    store: (alive) => ({
      ...plain,
      commit: (...commit) =>
        new Promise((answer) => {
          waiting.push({ apply: () => plain.commit(...commit), result: null, answer, alive })
        }),
      probe: async () => (well ? { ok: true } : full),
    }),
    work: () => {
      const operation = well ? waiting[0] : waiting.length > 0 ? chance.pick(waiting) : undefined
      if (operation?.alive()) void step(operation)
    },
    forget: () => {
      waiting = []
    },
    heal: () => {
      well = true
    },
    truth: async () => {
      const loaded = await plain.load(plein)
      const state = emptyPlein(plein)
      for (const { event, version } of loaded!.events) evolve(state, event, version)
      for (const { hash, idea } of loaded!.keys) state.keys.set(hash, idea)
      return state
    },
  }
}

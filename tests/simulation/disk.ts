/** A disk that is slow, that fails, that has written what it says it has not, and that forgets what was not written when the process dies. */

import type { Dice } from '../../scripts/players/dice.ts'
import type { Commit, CommitResult, Store } from '../../server/store/contract.ts'
import { evolve } from '../../shared/domain/evolve.ts'
import { emptyPlein, type Plein } from '../../shared/domain/state.ts'
import { plein } from '../support/room.ts'

type Operation = {
  commit: Parameters<Store['commit']>
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
  /** What is really in the store. */
  truth(): Promise<Plein>
  /** Something was written past it. */
  note(commit: Commit): void
}

export const createDisk = (plain: Store, chance: Dice, failed: () => void): Disk => {
  let waiting: Operation[] = []
  let well = false
  /** Evolved as it is written. */
  const written = emptyPlein(plein)
  const full: CommitResult = { ok: false, reason: 'failed', problem: 'disk full' }

  const note = ({ events = [], keys = {} }: Commit): void => {
    for (const { event, version } of structuredClone(events)) evolve(written, event, version)
    for (const { hash, idea } of keys.put ?? []) written.keys.set(hash, idea)
    if (keys.eraseAll) written.keys.clear()
  }
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
    if (real.ok) note(operation.commit[2])
    else operation.result = real
  }
  return {
    store: (alive) => ({
      ...plain,
      commit: (...commit) =>
        new Promise((answer) => {
          waiting.push({ commit, apply: () => plain.commit(...commit), result: null, answer, alive })
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
      await null
      return written
    },
    note,
  }
}

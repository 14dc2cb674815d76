/** A vault that forgets everything with the process: for tests and simulations. */
import type { Vault } from './contract.ts'
import { isKey } from './envelope.ts'

export const memoryVault = (): Vault => {
  const pleins = new Map<string, Map<string, Uint8Array>>()
  return {
    read: async (plein) => {
      const keys = new Map(pleins.get(plein))
      return { of: (round) => keys.get(round) ?? null, count: keys.size }
    },
    keep: async (plein, round, key) => {
      if (!isKey(key)) throw new Error('This is no key.')
      const keys = pleins.get(plein) ?? new Map<string, Uint8Array>()
      pleins.set(plein, keys.set(round, key))
    },
    only: async (plein, rounds) => {
      const keys = pleins.get(plein)
      for (const round of keys?.keys() ?? []) if (!rounds.includes(round)) keys?.delete(round)
    },
    sweep: async () => 0,
  }
}

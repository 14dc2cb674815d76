/** What every store tells of the Pleinen that it holds. */
import { describe, expect, it } from 'vitest'
import type { MakeStore } from '../support/stores.ts'

export const listingContract = (name: string, make: MakeStore): void => {
  describe(`${name}, the list`, () => {
    it('lists the Pleinen, the newest first, and replaces what it says about one', async () => {
      const store = await make()
      const listing = (title: string, createdAt: number) => ({
        title,
        stage: 'prepared',
        createdAt,
        closedAt: null,
        retainUntil: 9,
        locale: 'nl',
        practice: false,
      })
      await store.commit('bos', 0, { listing: listing('Bos', 1) })
      await store.commit('markt', 0, { listing: listing('Markt', 2) })
      await store.commit('bos', null, { listing: { ...listing('Het Sterrenbos', 1), stage: 'open' } })
      expect(await store.list()).toEqual([
        { plein: 'markt', ...listing('Markt', 2), retired: null },
        { plein: 'bos', ...listing('Het Sterrenbos', 1), stage: 'open', retired: null },
      ])
    })
  })
}

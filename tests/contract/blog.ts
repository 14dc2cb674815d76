/** What every store keeps of the blog of the day after. */
import { describe, expect, it } from 'vitest'
import type { Commit } from '../../server/store/contract.ts'
import type { MakeStore } from '../support/stores.ts'
import { posted } from './stored.ts'

const ok = { ok: true }
const conflict = { ok: false, reason: 'conflict' }

export const blogContract = (name: string, make: MakeStore): void => {
  describe(`${name}, the blog`, () => {
    it('K1 K5 K6 keeps who writes the blog, one page under one address, and an address for one mail, each until it goes', async () => {
      const store = await make()
      const none = { shared: false, slug: null, page: null, lastAt: null, reminder: null }
      const listing = (title: string) => ({
        title,
        stage: 'open',
        createdAt: 0,
        closedAt: null,
        retainUntil: 99,
        locale: 'nl',
        practice: false,
      })
      const page = (at: number) => ({ title: 'De kade', locale: 'nl' as const, article: `<p>${at}</p>`, at })
      const blog = (plein: string, change: Commit['blog'] & object) => store.commit(plein, null, { blog: change })
      expect(await store.blog('bos')).toBeNull()
      expect(await blog('bos', { shared: true })).toEqual(conflict)
      for (const plein of ['bos', 'markt']) await store.commit(plein, 0, { events: [posted(1, 'x')], listing: listing(plein) })
      expect([await store.blog('bos'), await store.blogPage('de-kade'), await store.reminders()]).toEqual([none, null, []])
      expect(await blog('bos', { shared: true })).toEqual(ok)
      expect((await store.load('bos'))?.blogShared).toBe(true)
      expect((await store.load('markt'))?.blogShared).toBeUndefined()

      expect(await blog('bos', { publish: { slug: 'de-kade', page: page(1) } })).toEqual(ok)
      expect(await blog('markt', { publish: { slug: 'de-kade', page: page(2) } })).toEqual(conflict)
      expect(await store.blogPage('de-kade')).toEqual({ ...page(1), retainUntil: 99 })
      expect(await blog('bos', { publish: { slug: 'de-kade', page: page(3) } })).toEqual(ok)
      expect(await blog('bos', { takeBack: 1 })).toEqual(ok)
      expect((await store.blogPage('de-kade'))?.at).toBe(3)
      expect(await blog('bos', { takeBack: 3 })).toEqual(ok)
      expect(await store.blogPage('de-kade')).toBeNull()
      expect(await store.blog('bos')).toEqual({ ...none, shared: true, slug: 'de-kade', lastAt: 3 })
      expect(await blog('markt', { publish: { slug: 'de-kade', page: page(4) } })).toEqual(conflict)

      expect(await blog('bos', { mark: { id: 'brief', state: 'sending', again: 5, tries: 1 } })).toEqual(conflict)
      expect(await blog('bos', { remind: { id: 'brief', address: 'wim@haven.example' } })).toEqual(ok)
      expect(await blog('bos', { mark: { id: 'brief', state: 'sending', again: 5, tries: 1 } })).toEqual(ok)
      expect(await store.reminders()).toEqual([
        {
          id: 'brief',
          address: 'wim@haven.example',
          state: 'sending',
          again: 5,
          tries: 1,
          plein: 'bos',
          title: 'bos',
          locale: 'nl',
          closedAt: null,
          retainUntil: 99,
        },
      ])
      expect(await blog('bos', { forget: { id: 'an older one', as: 'sent' } })).toEqual(ok)
      expect((await store.blog('bos'))?.reminder).toBe('sending')
      expect(await blog('bos', { forget: { id: 'brief', as: 'sent' } })).toEqual(ok)
      expect([(await store.blog('bos'))?.reminder, await store.reminders()]).toEqual(['sent', []])
      await store.commit('bos', null, { deleteAll: true })
      expect(await blog('markt', { publish: { slug: 'de-kade', page: page(4) } })).toEqual(ok)
    })
  })
}

/** What every store must do. A store's own test file hands in how it is made. */
import { describe, expect, it } from 'vitest'
import type { Commit } from '../../server/store/contract.ts'
import { ownText } from '../../server/store/ownText.ts'
import type { StoredEvent } from '../../shared/domain/events.ts'
import type { MakeStore } from '../support/stores.ts'
import { hash, posted, seat } from './stored.ts'

const ok = { ok: true }
const conflict = { ok: false, reason: 'conflict' }

export const storeContract = (name: string, make: MakeStore): void => {
  describe(name, () => {
    it('L1 gives back every part of a commit exactly as it was', async () => {
      const store = await make()
      const commit: Commit = {
        events: [posted(1, 'Bankjes bij de vijver \u{1F333}\n\tvoor Fatma\u0000'), posted(2, '')],
        answers: [
          { key: hash('b'), digest: hash('d'), answer: '{"ok":true}' },
          { key: hash('a'), digest: null, answer: '{"ok":true,"used":3}' },
        ],
        ballots: {
          put: [
            { round: 'r1', voter: 'samir', ballot: 'S' },
            { round: 'r1', voter: 'paper:1', ballot: 'P' },
          ],
        },
        seats: { put: [{ ...seat('ria', 'r', 'coach'), perspective: 'inwoner', clients: [7, 4_294_967_295] }, seat('joost', 'j')] },
        keys: {
          put: [
            { hash: hash('k'), idea: 'idea-1' },
            { hash: hash('e'), idea: 'idea-2' },
          ],
        },
        sealed: {
          put: [
            { name: 'name/x', sealed: '1.N' },
            { name: 'card/y', sealed: '1.C' },
          ],
        },
        texts: [
          { text: 'draft', update: Uint8Array.of(0, 255, 3), at: 1_700_000_040_000 },
          { text: 'draft', update: Uint8Array.of(9), at: 1_700_000_100_000 },
        ],
        links: [
          { kind: 'code', value: 'BCD-2345' },
          { kind: 'coach', value: hash('c') },
        ],
        listing: {
          title: 'Het Sterrenbos',
          stage: 'open',
          createdAt: 1_700_000_000_000,
          closedAt: null,
          retainUntil: 1_800_000_000_000,
          locale: 'nl',
          practice: false,
        },
      }
      expect(await store.commit('bos', 0, commit)).toEqual(ok)
      expect(await store.load('bos')).toEqual({
        version: 2,
        events: commit.events,
        answers: [...(commit.answers ?? [])].reverse(),
        ballots: [...(commit.ballots?.put ?? [])].reverse(),
        seats: [...(commit.seats?.put ?? [])].reverse(),
        keys: [...(commit.keys?.put ?? [])].reverse(),
        sealed: [...(commit.sealed?.put ?? [])].reverse(),
        texts: commit.texts,
        links: [
          { kind: 'coach', value: hash('c') },
          { kind: 'code', value: 'BCD-2345' },
        ].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
      })
      expect(await store.list()).toEqual([{ plein: 'bos', ...commit.listing, retired: null }])
    })

    it('hands out copies, so that nobody changes what is stored', async () => {
      const store = await make()
      const event = posted(1, 'Een lantaarn')
      await store.commit('bos', 0, { events: [event] })
      Object.assign(event.event, { text: 'iets anders' })
      const loaded = await store.load('bos')
      expect(loaded?.events).toEqual([posted(1, 'Een lantaarn')])
      loaded?.events.pop()
      expect((await store.load('bos'))?.events).toHaveLength(1)
    })

    it('knows nothing of a Plein that was never made', async () => {
      const store = await make()
      expect(await store.load('bos')).toBeNull()
      expect(await store.list()).toEqual([])
      expect(await store.seatByToken(hash('x'))).toBeNull()
      expect(await store.pleinByLink({ kind: 'code', value: 'BCD-2345' })).toBeNull()
      expect(await store.commit('bos', null, { seats: { put: [seat('wim', 'w')] } })).toEqual(conflict)
      expect(await store.commit('bos', 3, { events: [posted(4, 'x')] })).toEqual(conflict)
      expect(await store.load('bos')).toBeNull()
    })

    it('L2 answers conflict to a commit on a version that is not the last, and writes nothing of it', async () => {
      const store = await make()
      await store.commit('bos', 0, { events: [posted(1, 'eerst')] })
      const late: Commit = {
        events: [posted(1, 'te laat')],
        answers: [{ key: hash('a'), digest: null, answer: '{}' }],
        seats: { put: [seat('wim', 'w')] },
      }
      expect(await store.commit('bos', 0, late)).toEqual(conflict)
      expect(await store.load('bos')).toMatchObject({ version: 1, events: [posted(1, 'eerst')], answers: [], seats: [] })
    })

    it('L2 lets one of many commits on the same version through', async () => {
      const store = await make()
      await store.commit('bos', 0, { events: [posted(1, 'eerst')] })
      const results = await Promise.all(
        ['Fatma', 'Joost', 'Ria', 'Samir'].map((who) => store.commit('bos', 1, { events: [posted(2, who)] })),
      )
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      expect(results.filter((result) => !result.ok && result.reason === 'conflict')).toHaveLength(3)
      expect((await store.load('bos'))?.version).toBe(2)
    })

    it('L2 keeps the first answer to a repeated id', async () => {
      const store = await make()
      await store.commit('bos', 0, { answers: [{ key: hash('a'), digest: null, answer: '1' }] })
      await store.commit('bos', 0, { answers: [{ key: hash('a'), digest: null, answer: '2' }] })
      expect((await store.load('bos'))?.answers).toEqual([{ key: hash('a'), digest: null, answer: '1' }])
    })

    it('R5 says which mistake a commit holds and writes nothing of it', async () => {
      const store = await make()
      await store.commit('bos', 0, { events: [posted(1, 'eerst')] })
      const wrong: [number | null, Commit][] = [
        [null, { events: [posted(2, 'zonder versie')] }],
        [1, { events: [posted(3, 'een gat')] }],
        [1, { events: [posted(2, 'goed')], redactions: [posted(9, 'bestaat niet')] }],
      ]
      for (const [version, commit] of wrong) {
        expect(await store.commit('bos', version, commit)).toEqual({ ok: false, reason: 'failed', problem: expect.any(String) })
      }
      expect(await store.load('bos')).toMatchObject({ version: 1, events: [posted(1, 'eerst')] })
    })

    it('a commit that fails does not take one of another Plein along', async () => {
      const store = await make()
      const [bad, good] = await Promise.all([
        store.commit('bos', 0, { events: [posted(1, 'x')], redactions: [posted(9, 'bestaat niet')] }),
        store.commit('markt', 0, { events: [posted(1, 'Meer bomen')] }),
      ])
      expect(bad.ok).toBe(false)
      expect(good).toEqual(ok)
      expect(await store.load('bos')).toBeNull()
      expect((await store.load('markt'))?.version).toBe(1)
    })

    it('S2 replaces a redacted event in place, also one of the same commit', async () => {
      const store = await make()
      await store.commit('bos', 0, { events: [posted(1, 'weg ermee'), posted(2, 'blijft')] })
      const sealed: StoredEvent = { version: 3, v: 1, event: { type: 'plein.sealed', by: 'server', seat: null, at: 5 } }
      expect(await store.commit('bos', 2, { events: [sealed, posted(4, 'ook weg')], redactions: [posted(1, ''), posted(4, '')] })).toEqual(
        ok,
      )
      expect((await store.load('bos'))?.events).toEqual([posted(1, ''), posted(2, 'blijft'), sealed, posted(4, '')])
    })

    it('I11 takes the words of a withdrawn idea out of the log, those of this commit too, and of no other idea or Plein', async () => {
      const store = await make()
      const withdrawn = (idea: string, version: number): StoredEvent => ({ version, v: 1, event: { type: 'idea.withdrawn', idea } })
      const edited: StoredEvent = { version: 3, v: 1, event: { type: 'idea.edited', idea: 'idea-1', text: 'Bankje', waits: false } }
      await store.commit('markt', 0, { events: [posted(1, 'Bankjes')] })
      await store.commit('bos', 0, { events: [posted(1, 'Bankjes'), posted(2, 'Bomen'), edited] })
      const last = { events: [withdrawn('idea-1', 4), posted(5, 'Gras'), withdrawn('idea-5', 6)], withdrawn: ['idea-1', 'idea-5', 'niets'] }
      expect(await store.commit('bos', 3, last)).toEqual(ok)
      expect((await store.load('bos'))?.events).toEqual([
        posted(1, '1'),
        posted(2, 'Bomen'),
        { ...edited, event: { ...edited.event, text: '2' } },
        withdrawn('idea-1', 4),
        { ...posted(5, '1') },
        withdrawn('idea-5', 6),
      ])
      expect((await store.load('markt'))?.events).toEqual([posted(1, 'Bankjes')])
    })

    it('I10 takes what ideas said before they were changed out of the log, and leaves what they say now and what waits', async () => {
      const store = await make()
      const edited = (version: number, text: string, waits: boolean): StoredEvent => ({
        version,
        v: 1,
        event: { type: 'idea.edited', idea: 'idea-1', text, waits, who: null },
      })
      const log = (first: string, second: string) =>
        [posted(1, first), posted(2, 'Bomen')].concat(edited(3, second, false), edited(4, 'Banken', false), edited(5, 'Bankje', true))
      for (const plein of ['markt', 'bos']) await store.commit(plein, 0, { events: log('Bankjes', 'Bank') })
      for (const _ of ['once', 'and again']) {
        expect(await store.commit('bos', null, { outdated: 'gone' })).toEqual(ok)
        expect((await store.load('bos'))?.events).toEqual(log('1', '2'))
      }
      expect((await store.load('markt'))?.events).toEqual(log('Bankjes', 'Bank'))
    })

    it("A13 after closing links go, and later seats and answers; what is the owner's stays until the end", async () => {
      const store = await make()
      const links = (['coach', 'owner', 'screen', 'code', 'ticket'] as const).map((kind) => ({ kind, value: hash(kind[0] ?? '') + kind }))
      await store.commit('bos', 0, {
        events: [posted(1, 'Bankjes')],
        links,
        answers: [{ key: hash('a'), digest: null, answer: '{}' }],
        seats: {
          put: [
            { ...seat('fatma', 'f'), perspective: 'bewoner', ready: 'ideas', hand: true },
            { ...seat('wim', 'w', 'owner'), perspective: 'bewoner', hand: true, clients: [7] },
          ],
        },
      })
      expect((await store.list())[0]?.retired).toBeNull()
      expect(await store.commit('bos', null, { retire: 'links' })).toEqual(ok)
      expect((await store.load('bos'))?.links).toEqual(links.filter(({ kind }) => kind === 'owner'))
      expect((await store.load('bos'))?.seats).toHaveLength(2)
      expect(await store.commit('bos', null, { retire: 'persons' })).toEqual(ok)
      expect(await store.load('bos')).toMatchObject({ events: [posted(1, 'Bankjes')], answers: [], seats: [seat('wim', 'w', 'owner')] })
      expect(await store.seatByToken(hash('f'))).toBeNull()
      expect((await store.list())[0]?.retired).toBe('persons')
    })

    it('R1 keeps one ballot for each voter, the last', async () => {
      const store = await make()
      await store.commit('bos', 0, { ballots: { put: [{ round: 'r1', voter: 'wim', ballot: '1' }] } })
      await store.commit('bos', null, { ballots: { put: [{ round: 'r1', voter: 'wim', ballot: '2' }] } })
      expect((await store.load('bos'))?.ballots).toEqual([{ round: 'r1', voter: 'wim', ballot: '2' }])
    })

    it('S3 L1 erases the ballots of the rounds that are named and no others, before it keeps those of this commit', async () => {
      const store = await make()
      const ballots = ['r1', 'r2', 'r3'].map((round) => ({ round, voter: 'wim', ballot: round }))
      await store.commit('bos', 0, { ballots: { put: ballots } })
      await store.commit('markt', 0, { ballots: { put: ballots } })
      await store.commit('bos', null, { ballots: { put: [{ round: 'r1', voter: 'ria', ballot: 'x' }], eraseRounds: ['r1', 'r3'] } })
      expect((await store.load('bos'))?.ballots).toEqual([{ round: 'r1', voter: 'ria', ballot: 'x' }, ballots[1]])
      expect((await store.load('markt'))?.ballots).toEqual(ballots)
    })

    it('V4 takes out the one ballot that is named, before it keeps those of this commit', async () => {
      const store = await make()
      const slips = ['paper:1', 'paper:2'].map((voter) => ({ round: 'r1', voter, ballot: voter }))
      await store.commit('bos', 0, { ballots: { put: [...slips, { round: 'r2', voter: 'paper:1', ballot: 'x' }] } })
      await store.commit('markt', 0, { ballots: { put: slips } })
      await store.commit('bos', null, { ballots: { remove: [{ round: 'r1', voter: 'paper:1' }] } })
      const anew = { round: 'r1', voter: 'paper:2', ballot: 'y' }
      await store.commit('bos', null, { ballots: { put: [anew], remove: [{ round: 'r1', voter: 'paper:2' }] } })
      expect((await store.load('bos'))?.ballots).toEqual([anew, { round: 'r2', voter: 'paper:1', ballot: 'x' }])
      expect((await store.load('markt'))?.ballots).toEqual(slips)
    })

    it('S2 erases all edit keys of a Plein, those of this commit too', async () => {
      const store = await make()
      await store.commit('markt', 0, { keys: { put: [{ hash: hash('a'), idea: 'i' }] } })
      await store.commit('bos', 0, { keys: { put: [{ hash: hash('a'), idea: 'i' }] } })
      await store.commit('bos', null, { keys: { put: [{ hash: hash('b'), idea: 'j' }], eraseAll: true } })
      expect((await store.load('bos'))?.keys).toEqual([])
      expect((await store.load('markt'))?.keys).toHaveLength(1)
    })

    it('J4 J6 keeps sealed rows by their names, replaces and removes them, and erases all of one Plein, those of this commit too', async () => {
      const store = await make()
      const row = (name: string, sealed = name) => ({ name, sealed })
      const rows = async (plein: string) => (await store.load(plein))?.sealed
      for (const plein of ['bos', 'markt'])
        await store.commit(plein, 0, { sealed: { put: ['card/a', 'card/b', 'card/c', 'name/d'].map((name) => row(name)) } })
      await store.commit('bos', null, { sealed: { put: [row('card/a', 'anew')], remove: ['name/d'], withdraw: ['card/b', 'card/none'] } })
      expect(await rows('bos')).toEqual([row('card/a', 'anew'), row('card/c')])
      await store.commit('bos', null, { sealed: { put: [row('card/e')], eraseAll: true } })
      expect(await rows('bos')).toEqual([])
      expect(await rows('markt')).toHaveLength(4)
    })

    it('S5 finds a seat by its token until the seat is removed', async () => {
      const store = await make()
      await store.commit('bos', 0, { seats: { put: [seat('fatma', 'f'), seat('joost', 'j', 'coach')] } })
      expect(await store.seatByToken(hash('j'))).toEqual({ ...seat('joost', 'j', 'coach'), plein: 'bos' })
      expect(await store.seatByToken(hash('x'))).toBeNull()
      await store.commit('bos', null, {
        seats: {
          signals: [
            { seat: 'fatma', ready: 'ideas' },
            { seat: 'fatma', hand: true },
            { seat: 'niemand', hand: true },
          ],
          perspectives: [
            { seat: 'fatma', perspective: 'ondernemer' },
            { seat: 'niemand', perspective: 'x' },
          ],
        },
      })
      expect(await store.seatByToken(hash('f'))).toEqual({
        ...seat('fatma', 'f'),
        perspective: 'ondernemer',
        ready: 'ideas',
        hand: true,
        plein: 'bos',
      })
      await store.commit('bos', null, { seats: { remove: ['fatma'] } })
      expect(await store.seatByToken(hash('f'))).toBeNull()
      expect((await store.load('bos'))?.seats).toEqual([seat('joost', 'j', 'coach')])
    })

    it('A12 sets one signal of a seat and leaves the other', async () => {
      const store = await make()
      await store.commit('bos', 0, { seats: { put: [{ ...seat('fatma', 'f'), ready: 'ideas', hand: true }] } })
      await store.commit('bos', null, { seats: { signals: [{ seat: 'fatma', hand: false }] } })
      expect((await store.load('bos'))?.seats).toEqual([{ ...seat('fatma', 'f'), ready: 'ideas', hand: false }])
      await store.commit('bos', null, { seats: { signals: [{ seat: 'fatma', ready: null }] } })
      expect((await store.load('bos'))?.seats).toEqual([seat('fatma', 'f')])
    })

    it('S5 adds a client id to a seat that is there, and makes no seat', async () => {
      const store = await make()
      await store.commit('bos', 0, { seats: { put: [{ ...seat('ria', 'r', 'coach'), clients: [5] }] } })
      const clients = [
        { seat: 'ria', client: 6 },
        { seat: 'wim', client: 7 },
      ]
      expect(await store.commit('bos', null, { seats: { clients } })).toEqual(ok)
      expect((await store.load('bos'))?.seats).toEqual([{ ...seat('ria', 'r', 'coach'), clients: [5, 6] }])
    })

    it('S5 a new link replaces the one of its kind', async () => {
      const store = await make()
      await store.commit('bos', 0, {
        links: [
          { kind: 'code', value: 'BCD-2345' },
          { kind: 'ticket', value: 't1' },
        ],
      })
      await store.commit('bos', null, { links: [{ kind: 'code', value: 'FGH-6789' }] })
      expect(await store.pleinByLink({ kind: 'code', value: 'BCD-2345' })).toBeNull()
      expect(await store.pleinByLink({ kind: 'code', value: 'FGH-6789' })).toBe('bos')
      expect(await store.pleinByLink({ kind: 'ticket', value: 't1' })).toBe('bos')
      expect(await store.pleinByLink({ kind: 'coach', value: 't1' })).toBeNull()
    })

    it('S5 a link that another Plein has is a conflict, and nothing is made', async () => {
      const store = await make()
      await store.commit('bos', 0, { links: [{ kind: 'code', value: 'BCD-2345' }] })
      expect(await store.commit('markt', 0, { events: [posted(1, 'x')], links: [{ kind: 'code', value: 'BCD-2345' }] })).toEqual(conflict)
      expect(await store.load('markt')).toBeNull()
      expect(await store.pleinByLink({ kind: 'code', value: 'BCD-2345' })).toBe('bos')
    })

    it('N2 what an owner wrote for nobody else is kept while the seat is there, goes with it, and goes from all at once', async () => {
      const store = await make()
      const own = (who: string) => ({ text: ownText.of(who), update: Uint8Array.of(7), at: 0 })
      const draft = { text: 'draft', update: Uint8Array.of(1), at: 0 }
      const texts = async (plein: string) => (await store.load(plein))?.texts.map(({ text }) => text)
      for (const plein of ['bos', 'markt'])
        await store.commit(plein, 0, { events: [posted(1, 'x')], seats: { put: [seat('wim', `${plein}w`), seat('wim-2', `${plein}v`)] } })
      for (const plein of ['bos', 'markt']) await store.commit(plein, null, { texts: [draft, own('wim'), own('wim-2')] })
      await store.commit('bos', null, { seats: { remove: ['wim-2'] } })
      await store.commit('bos', null, { texts: [own('wim-2'), draft] })
      expect(await texts('bos')).toEqual(['draft', 'draft', 'intake-own/wim'])
      await store.commit('bos', null, { ownTexts: 'gone' })
      expect(await texts('bos')).toEqual(['draft', 'draft'])
      expect(await texts('markt')).toEqual(['draft', 'intake-own/wim', 'intake-own/wim-2'])
    })

    it('deletes everything of one Plein and nothing of another', async () => {
      const store = await make()
      const whole = (token: string): Commit => ({
        events: [posted(1, 'x')],
        answers: [{ key: hash('a'), digest: null, answer: '{}' }],
        ballots: { put: [{ round: 'r', voter: 'v', ballot: 'b' }] },
        seats: { put: [seat('wim', token)] },
        keys: { put: [{ hash: hash('k'), idea: 'i' }] },
        texts: [{ text: 'draft', update: Uint8Array.of(1), at: 0 }],
        links: [{ kind: 'code', value: token }],
      })
      await store.commit('bos', 0, whole('1'))
      await store.commit('markt', 0, whole('2'))
      expect(await store.commit('bos', 17, { deleteAll: true })).toEqual(ok)
      expect(await store.load('bos')).toBeNull()
      expect(await store.seatByToken(hash('1'))).toBeNull()
      expect(await store.pleinByLink({ kind: 'code', value: '1' })).toBeNull()
      expect((await store.list()).map(({ plein }) => plein)).toEqual(['markt'])
      expect(await store.load('markt')).toMatchObject({ version: 1, seats: [seat('wim', '2')] })
      expect(await store.commit('bos', null, { deleteAll: true })).toEqual(ok)
      expect(await store.commit('bos', null, { seats: { put: [seat('wim', '1')] } })).toEqual(conflict)
    })

    it('probes, and after it has closed takes nothing more', async () => {
      const store = await make()
      expect(store.generation).toMatch(/^[\w-]+$/)
      expect(await store.probe()).toEqual(ok)
      expect(await store.probe()).toEqual(ok)
      await store.close()
      await store.close()
      expect(await store.probe()).toMatchObject({ ok: false, reason: 'failed' })
      expect(await store.commit('bos', 0, { events: [posted(1, 'x')] })).toMatchObject({ ok: false, reason: 'failed' })
      await expect(store.load('bos')).rejects.toThrow('closed')
    })
  })
}

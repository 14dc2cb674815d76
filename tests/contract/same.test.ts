/** The two stores are one store: whatever is asked of them, in whatever order, they answer the same. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Commit, Store, StoredLink } from '../../server/store/contract.ts'
import { folder } from '../support/folder.ts'
import { inMemory, onDisk } from '../support/stores.ts'
import { posted } from './stored.ts'

const few = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 2 })
const name = (letter: string) => fc.integer({ min: 1, max: 4 }).map((number) => `${letter}${number}`)
const plein = fc.constantFrom('bos', 'markt', 'haven')
const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const link = fc.record({ kind: fc.constantFrom<StoredLink['kind']>('code', 'coach'), value: name('link') })

const part = fc.record({
  texts: few(text),
  redactions: few(fc.record({ back: fc.integer({ min: 0, max: 5 }), text })),
  answers: few(fc.record({ key: name('a'), digest: fc.option(name('d')), answer: text })),
  put: few(fc.record({ round: name('r'), voter: name('v'), ballot: text })),
  eraseRounds: few(name('r')),
  seats: few(fc.record({ id: name('s'), token: fc.boolean(), perspective: fc.option(text) })),
  perspectives: few(fc.record({ seat: name('s'), perspective: fc.option(text) })),
  withdrawn: few(fc.integer({ min: 1, max: 9 }).map((number) => `idea-${number}`)),
  retire: maybe(fc.constantFrom('links' as const, 'persons' as const)),
  clients: few(fc.record({ seat: name('s'), client: fc.nat() })),
  remove: few(name('s')),
  keys: few(fc.record({ hash: name('k'), idea: name('i') })),
  eraseAll: fc.boolean(),
  updates: few(fc.record({ text: name('t'), update: fc.uint8Array({ maxLength: 9 }), at: fc.nat() })),
  links: few(link),
  listing: maybe(
    fc.record({
      title: text,
      stage: name('stage'),
      createdAt: fc.nat(),
      closedAt: fc.option(fc.nat()),
      retainUntil: fc.nat(),
      locale: fc.constant('nl'),
      practice: fc.boolean(),
    }),
  ),
})
const step = fc.record({
  plein,
  part,
  /** how wrong the version is; `null`: none is expected */ off: fc.option(fc.constantFrom(0, 0, 0, 0, 0, 1, -1)),
  deletes: fc.nat(20),
})

it('both stores answer and hold the same', { timeout: 120_000 }, async () => {
  const disk = await onDisk(folder())
  let accepted = 0
  let refused = 0
  let runs = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      runs += 1
      const memory = await inMemory()
      const own = (of: string): string => `${of}-${runs}`
      for (const { plein, part, off, deletes } of steps) {
        const last = (await memory.load(own(plein)))?.version ?? 0
        const commit: Commit = {
          ...(off === null ? {} : { events: part.texts.map((written, place) => posted(last + off + place + 1, written)) }),
          redactions: part.redactions.map(({ back, text }) => posted(last - back, text)),
          answers: part.answers,
          ballots: { put: part.put, eraseRounds: part.eraseRounds },
          seats: {
            // A token is its seat's own, as 256 random bits are.
            put: part.seats.map(({ id, token, perspective }) => ({
              id,
              role: token ? 'participant' : 'owner',
              tokenHash: own(`${plein}-${id}-${token}`),
              perspective,
              ready: null,
              hand: false,
              clients: [],
            })),
            perspectives: part.perspectives,
            clients: part.clients,
            remove: part.remove,
          },
          keys: { put: part.keys, eraseAll: part.eraseAll },
          texts: part.updates,
          withdrawn: part.withdrawn,
          ...(part.retire ? { retire: part.retire } : {}),
          links: part.links.map(({ kind, value }) => ({ kind, value: own(value) })),
          ...(part.listing ? { listing: part.listing } : {}),
          ...(deletes === 0 ? { deleteAll: true } : {}),
        }
        const say = (store: Store) => store.commit(own(plein), off === null ? null : Math.max(0, last + off), commit)
        const [one, other] = [await say(memory), await say(disk)]
        expect(other.ok ? 'ok' : other.reason).toBe(one.ok ? 'ok' : one.reason)
        one.ok ? accepted++ : refused++
        for (const each of ['bos', 'markt', 'haven'].map(own)) expect(await disk.load(each)).toEqual(await memory.load(each))
        for (const kind of ['code', 'coach'] as const) {
          for (const value of ['link1', 'link2', 'link3', 'link4'].map(own))
            expect(await disk.pleinByLink({ kind, value })).toBe(await memory.pleinByLink({ kind, value }))
        }
        const mine = (await disk.list()).filter((listed) => listed.plein.endsWith(`-${runs}`))
        expect(mine).toEqual(await memory.list())
      }
    }),
    { numRuns: 60 },
  )
  expect(accepted).toBeGreaterThan(50)
  expect(refused).toBeGreaterThan(20)
})

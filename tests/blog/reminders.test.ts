import { expect, it, onTestFinished } from 'vitest'
import { letterOf } from '../../server/blog/letter.ts'
import { createMail } from '../../server/blog/mail.ts'
import { morningAfter } from '../../server/blog/morning.ts'
import { createReminders } from '../../server/blog/reminders.ts'
import type { DueReminder } from '../../server/store/blog.ts'
import type { Store } from '../../server/store/contract.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { quietLog } from '../support/room.ts'
import { mailbox } from './mailbox.ts'

const minute = 60_000
const letter = (due: DueReminder) => letterOf(due, { base: 'https://plein.example', address: 'u' })
const hour = 60 * minute
const closedAt = Date.UTC(2026, 10, 24, 15, 30)
const morning = Date.UTC(2026, 10, 25, 7, 30)

const closed = async (store: Store, more: { closedAt?: number | null; retainUntil?: number } = {}, plein = 'haven'): Promise<void> => {
  const listing = {
    title: 'De haven',
    stage: 'closed',
    createdAt: 0,
    closedAt,
    retainUntil: morning + 90 * 24 * hour,
    locale: 'nl',
    practice: false,
  }
  await store.commit(plein, 0, { listing: { ...listing, ...more } })
  await store.commit(plein, null, { blog: { remind: { id: `brief-1-${plein}`, address: `wim@${plein}.example` } } })
}
const office = async (store: Store, clock: { now: number }, held = () => false) => {
  const box = await mailbox()
  const said: string[] = []
  const note = (facts: object, text: string): void => void said.push(`${JSON.stringify(facts)} ${text}`)
  const open = (mails = true, write = letter) => {
    const mail = mails ? createMail({ url: box.url, from: 'Plein <plein@stad.example>' }, { warn: note }) : null
    onTestFinished(() => mail?.close())
    return createReminders({
      store,
      mail,
      now: () => clock.now,
      held,
      letter: write,
      log: { ...quietLog, info: note, warn: note, error: note },
    })
  }
  return { box, said, open }
}

it('K6 the morning after is half past eight in the Netherlands, in winter, in summer and where the clock is put', () => {
  expect(new Date(morningAfter(closedAt)).toISOString()).toBe('2026-11-25T07:30:00.000Z')
  expect(new Date(morningAfter(Date.parse('2026-07-01T21:59:00Z'))).toISOString()).toBe('2026-07-02T06:30:00.000Z')
  // Half past midnight over there is a new day already.
  expect(new Date(morningAfter(Date.parse('2026-07-01T22:30:00Z'))).toISOString()).toBe('2026-07-03T06:30:00.000Z')
  expect(new Date(morningAfter(Date.parse('2027-03-27T12:00:00Z'))).toISOString()).toBe('2027-03-28T06:30:00.000Z')
  expect(new Date(morningAfter(Date.parse('2026-10-24T12:00:00Z'))).toISOString()).toBe('2026-10-25T07:30:00.000Z')
  expect(new Date(morningAfter(Date.parse('2026-12-31T12:00:00Z'))).toISOString()).toBe('2027-01-01T07:30:00.000Z')
})

it('K6 S5 goes once, on its morning and not before, with no secret in it; then the address is gone', async () => {
  const [store, clock] = [memoryStore(), { now: morning - 1 }]
  await closed(store)
  const { box, said, open } = await office(store, clock)
  const reminders = open()
  await reminders.look()
  expect(box.mails).toEqual([])
  clock.now = morning
  await Promise.all([reminders.look(), reminders.look()])
  await reminders.look()
  await open().look()
  expect(box.mails).toHaveLength(1)
  const [{ to, raw } = { to: [], raw: '' }] = box.mails
  expect(to).toEqual(['wim@haven.example'])
  expect(raw).toMatch(/^From: Plein <plein@stad\.example>$/im)
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/im)
  expect(raw).toMatch(/^Message-ID: <brief-1-haven@pleinbord>\r?$/im)
  expect(raw).toContain('https://plein.example/eigenaar/haven')
  expect(raw).not.toMatch(/[?#]\w/)
  expect(await store.reminders()).toEqual([])
  expect((await store.blog('haven'))?.reminder).toBe('sent')
  expect(said.join()).not.toContain('wim@')
})

it('K6 what the mail server refuses is tried again, less and less often, and for three days', async () => {
  const [store, clock] = [memoryStore(), { now: morning }]
  await closed(store)
  const { box, said, open } = await office(store, clock)
  box.refuse(450)
  const reminders = open()
  for (let passed = 0; passed < 60; passed++, clock.now += minute) await reminders.look()
  expect(box.tried()).toBe(4)
  // Another process goes on where this one was.
  box.refuse(null)
  clock.now += 20 * minute
  await open().look()
  expect(box.mails).toHaveLength(1)

  await store.commit('haven', null, { blog: { remind: { id: 'brief-2', address: 'wim@haven.example' } } })
  box.refuse(550)
  for (clock.now = morning; clock.now < morning + 80 * hour; clock.now += hour) await reminders.look()
  expect(box.mails).toHaveLength(1)
  expect(await store.reminders()).toEqual([])
  expect((await store.blog('haven'))?.reminder).toBe('failed')
  expect(said.join()).not.toContain('wim@')
})

it('K6 a mail that cannot be made holds no other one up', async () => {
  const [store, clock] = [memoryStore(), { now: morning }]
  for (const plein of ['bos', 'haven', 'markt']) await closed(store, {}, plein)
  const { box, said, open } = await office(store, clock)
  const broken = (due: DueReminder) => {
    if (due.plein === 'bos') throw new Error('no letter')
    return letter(due)
  }
  const reminders = open(true, broken)
  await reminders.look()
  expect(box.mails.map(({ to }) => to)).toEqual([['wim@haven.example'], ['wim@markt.example']])
  expect(said.filter((line) => line.includes('no letter'))).toHaveLength(1)
  await reminders.look()
  expect(await store.reminders()).toEqual([])
  expect((await store.blog('bos'))?.reminder).toBe('unsure')
  expect(said.join()).not.toContain('wim@')
})

it('K6 a server that ends while the mail leaves sends no second one, and says that it does not know', async () => {
  const [store, clock] = [memoryStore(), { now: morning }]
  await closed(store)
  const { box, open } = await office(store, clock)
  let arrived = (): void => undefined
  const there = new Promise<void>((resolve) => {
    arrived = resolve
  })
  let answer = (): void => undefined
  box.onMail(() => {
    arrived()
    return new Promise<void>((resolve) => {
      answer = resolve
    })
  })
  const first = open()
  const sending = first.look()
  await there
  // What is on disk at this moment is what the next process finds.
  expect(await store.reminders()).toMatchObject([{ state: 'sending' }])
  await open().look()
  expect((await store.blog('haven'))?.reminder).toBe('unsure')
  answer()
  await sending
  clock.now += 24 * hour
  await open().look()
  await first.look()
  expect(box.mails).toHaveLength(1)
  expect(await store.reminders()).toEqual([])
})

it('K6 a line that falls when the mail was handed over counts as unsure, and no second one goes', async () => {
  const [store, clock] = [memoryStore(), { now: morning }]
  await closed(store)
  const { box, open } = await office(store, clock)
  box.hangUp()
  await open().look()
  expect(box.mails).toHaveLength(1)
  expect((await store.blog('haven'))?.reminder).toBe('unsure')
  clock.now += hour
  await open().look()
  expect(box.mails).toHaveLength(1)
})

it('K6 S5 a name and password are given where they are set; over a line that others can read they are not', async () => {
  const box = await mailbox({ user: 'wim', pass: 'ge%heim@7' })
  const said: object[] = []
  const send = (url: string) => {
    const mail = createMail({ url, from: 'plein@stad.example' }, { warn: (facts) => void said.push(facts) })
    return mail.send({ subject: 'Schrijf', text: 'Vandaag.', to: 'wim@haven.example', id: 'brief' })
  }
  expect(await send(box.url)).toBe('sent')
  expect(await send(box.url.replace('ge', 'niet-ge'))).toBe('refused')
  // The same machine by a name that says so to nobody: TLS is asked for, and there is none.
  expect(await send(box.url.replace('127.0.0.1', '0x7f000001'))).toBe('refused')
  expect(said.at(-1)).toMatchObject({ code: 'ETLS' })
  expect(box.mails).toHaveLength(1)
})

it('K6 nothing goes before closing, while the clock is not trusted, when it is not wanted any more, after the date, or without a mail server', async () => {
  const trusted = { held: true }
  const [store, clock] = [memoryStore(), { now: morning }]
  await closed(store, { closedAt: null })
  const { box, open } = await office(store, clock, () => trusted.held)
  const reminders = open()
  trusted.held = false
  await reminders.look()
  await store.commit('haven', null, {
    listing: { title: 'De haven', stage: 'closed', createdAt: 0, closedAt, retainUntil: morning + hour, locale: 'nl', practice: false },
  })
  trusted.held = true
  await reminders.look()
  trusted.held = false
  await open(false).look()
  expect(await store.reminders()).toHaveLength(1)
  await store.commit('haven', null, { blog: { forget: { id: 'brief-1-haven', as: null } } })
  await reminders.look()
  await store.commit('haven', null, { blog: { remind: { id: 'brief-2', address: 'wim@haven.example' } } })
  clock.now = morning + hour
  await reminders.look()
  expect(box.tried()).toBe(0)
  expect((await store.blog('haven'))?.reminder).toBe('failed')
})

it('K6 an address that is withdrawn while the mail is refused does not come back', async () => {
  const [store, clock] = [memoryStore(), { now: morning }]
  await closed(store)
  const { box, open } = await office(store, clock)
  box.refuse(450)
  const held: Store = {
    ...store,
    commit: async (plein, version, commit) => {
      if (commit.blog?.mark?.state === 'waiting') await store.commit(plein, null, { blog: { forget: { id: 'brief-1-haven', as: null } } })
      return store.commit(plein, version, commit)
    },
  }
  const { open: openHeld } = {
    open: () =>
      createReminders({
        store: held,
        mail: createMail({ url: box.url, from: 'plein@stad.example' }, { warn: () => undefined }),
        now: () => clock.now,
        held: () => false,
        letter,
        log: quietLog,
      }),
  }
  await openHeld().look()
  expect(box.tried()).toBe(1)
  expect(await store.reminders()).toEqual([])
  box.refuse(null)
  clock.now += hour
  await open().look()
  expect(box.mails).toEqual([])
})

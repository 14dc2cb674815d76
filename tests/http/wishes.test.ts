/** Wishes for a Plein that are asked more than once, or many at one moment. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { AuditLine } from '../../server/audit/audit.ts'
import type { Edge } from '../../server/http/edge.ts'
import { making } from '../../server/http/making.ts'
import { pleins } from '../../server/http/pleins.ts'
import { reminder } from '../../server/http/reminder.ts'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { readSettings } from '../../server/settings.ts'
import { afternoon } from '../outcome/plein.ts'
import { holds } from '../support/bytes.ts'
import { expectProblem, town } from './asking.ts'

const drawn = () => randomBytes(32).toString('base64url')
const nightShelter = () => JSON.parse(renderOutcome({ ...afternoon(), retainUntil: Date.now() + 30 * 86_400_000 }, 'json', 'nl').body)
const haven = { title: 'Plein over de haven', dilemma: 'Hoe blijft de haven van iedereen?' }

type Town = Awaited<ReturnType<typeof town>>
const listed = async ({ ask, organiser }: Town): Promise<string[]> =>
  (await ask('GET', '/api/v1/pleins', undefined, organiser)).body.pleins.map(({ id }: { id: string }) => id)

describe('a wish for a Plein that is asked again', () => {
  it.each([
    ['pleins', haven],
    ['practice', { locale: 'nl' }],
    ['imports', { outcome: nightShelter() }],
  ])('A1 L2 S5 has one answer, at once and after a restart, and no link of it stands on the disk: %s', async (path, body) => {
    const it = await town()
    const wish = drawn()
    const again = async () => {
      const answer = await it.ask('POST', `/api/v1/${path}`, { ...body, wish }, it.organiser)
      expect(answer.status, answer.text).toBe(201)
      return answer.body
    }
    const [made, ...others] = await Promise.all([again(), again(), again()])
    await it.restart()
    for (const other of [...others, await again()]) expect(other).toEqual(made)
    expect(await listed(it)).toEqual([made.id])
    await it.claim(made.links.owner)
    const { lines } = (await it.ask('GET', `/api/v1/pleins/${made.id}/audit`, undefined, it.organiser)).body as { lines: AuditLine[] }
    expect(lines.filter(({ by }) => by === 'organiser')).toHaveLength(1)
    const secrets = ['coach', 'owner', 'screen'].map((role) => new URL(made.links[role]).hash.slice(1))
    expect(new Set(secrets).size).toBe(3)
    expect(holds(it.folder, [wish, ...secrets])).toEqual([])
    // Another wish is another Plein.
    expect((await it.ask('POST', `/api/v1/${path}`, { ...body, wish: drawn() }, it.organiser)).body.id).not.toBe(made.id)
  })

  it('A1 L2 R5 S5 is refused when something else is asked, or when a link was made anew since; deleted, it is a new Plein with new links', async () => {
    const it = await town({ LIMIT_PLEINS_OPEN: '1' })
    const wish = drawn()
    const again = (more = {}, path = 'pleins') => it.ask('POST', `/api/v1/${path}`, { ...haven, ...more, wish }, it.organiser)
    const made = (await again()).body
    // It counts once: the measure is full, and it is answered all the same.
    expect((await again()).body).toEqual(made)
    expectProblem(await again({ title: 'Plein over de kade' }), 409, 'wish-granted')
    expectProblem(await it.ask('POST', '/api/v1/practice', { wish }, it.organiser), 409, 'wish-granted')
    // Whoever joins by a code that was made anew joins by that one.
    const { code } = (await it.ask('POST', `/api/v1/pleins/${made.id}/links`, { role: 'participant' }, it.organiser)).body
    expect((await again()).body).toMatchObject({ id: made.id, code, links: { coach: made.links.coach } })
    await it.ask('POST', `/api/v1/pleins/${made.id}/links`, { role: 'coach' }, it.organiser)
    const refused = await again()
    expectProblem(refused, 409, 'wish-granted')
    expect(refused.text).not.toContain(new URL(made.links.owner).hash.slice(1))
    await it.ask('DELETE', `/api/v1/pleins/${made.id}`, { confirm: true }, it.organiser)
    const anew = (await again()).body
    expect(anew.id).not.toBe(made.id)
    for (const role of ['coach', 'owner', 'screen']) expect(anew.links[role]).not.toBe(made.links[role])
  })

  it('S5 takes no id that could be guessed', async () => {
    const it = await town()
    for (const wish of ['', '1', 'x'.repeat(42), `${'x'.repeat(42)}!`, 'x'.repeat(44)])
      expectProblem(await it.ask('POST', '/api/v1/pleins', { ...haven, wish }, it.organiser), 400, 'bad-request')
    expect(await listed(it)).toEqual([])
  })
})

it('A1 as many as there may be are made, also when all are asked for in one moment', async () => {
  const it = await town({ LIMIT_PLEINS_OPEN: '3' })
  const all = await Promise.all(Array.from({ length: 30 }, () => it.ask('POST', '/api/v1/pleins', haven, it.organiser)))
  expect(all.filter(({ status }) => status === 201)).toHaveLength(3)
  for (const refused of all.filter(({ status }) => status !== 201)) expectProblem(refused, 429, 'too-many-pleins')
  expect(await listed(it)).toHaveLength(3)
})

it('A1 the link for phones has the address of the Plein, as it is made and as it is made anew', async () => {
  const it = await town()
  const address = 'https://plein.haven.example'
  const made = await it.makePlein({ settings: { address } })
  const ticketed = new RegExp(`^${address}/#[\\w-]{16}$`)
  expect(made.links.join).toMatch(ticketed)
  expect((await it.ask('GET', `/api/v1/pleins/${made.id}`, undefined, it.organiser)).body.links.join).toBe(made.links.join)
  expect((await it.ask('POST', `/api/v1/pleins/${made.id}/links`, { role: 'participant' }, it.organiser)).body.link).toMatch(ticketed)
  // Who leads opens the page where the organiser does.
  expect(new URL(made.links.coach).origin).toBe(it.origin)
})

it('R5 a store that cannot be read is told as that, and not as a fault of the program', async () => {
  const torn = () => Promise.reject(new Error('disk I/O error'))
  const edge = {
    settings: readSettings({}),
    store: { list: torn, blog: async () => ({ reminder: null }), reminders: torn },
    access: { wished: torn },
    downloads: { take: () => null },
    rooms: { read: async (_: string, look: (plein: object) => unknown) => look({ title: 'Haven', locale: 'nl', closedAt: null }) },
    addresses: { joinAddress: () => 'https://plein.haven.example' },
    theme: null,
  } as unknown as Edge
  const ask = (name: string, call: object): Promise<unknown> =>
    [...pleins(edge), ...making(edge), ...reminder(edge)].find((route) => route.name === name)!.handle(call as never)
  const wim = { plein: 'haven', seat: 'wim', role: 'owner' }
  for (const [name, call] of [
    ['listPleins', {}],
    ['makePlein', { body: haven }],
    ['makePlein', { body: { ...haven, wish: drawn() } }],
    ['dropReminder', { params: { id: 'haven' }, bearer: wim }],
  ] as const)
    await expect(ask(name, call), name).rejects.toMatchObject({ code: 'storage-failed', cause: { message: 'disk I/O error' } })
})

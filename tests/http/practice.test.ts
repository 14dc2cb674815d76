import { expect, it } from 'vitest'
import { access as createAccess } from '../../server/access/access.ts'
import { createAddresses } from '../../server/addresses.ts'
import { memoryVault } from '../../server/keys/memory.ts'
import { defaultLimits } from '../../server/limits.ts'
import { createPleins } from '../../server/live/pleins.ts'
import { createRooms } from '../../server/live/rooms.ts'
import { scripts } from '../../server/practice/texts/script.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { domainLimits } from '../../shared/domain/world.ts'
import type { Answer, Crowd } from '../../shared/wire/messages.ts'
import { claim, join, type Phone } from '../support/phone.ts'
import { quietLog, testTimers } from '../support/room.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { testWorld } from '../support/world.ts'
import { expectProblem, town } from './asking.ts'

const soon = { timeout: 60_000 }
const fast = { LIMIT_PRACTICE_SPEED: '40', LIMIT_DESK_BATCH: '50' }

const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}
const practice = async ({ ask, organiser }: Awaited<ReturnType<typeof town>>, locale = 'nl'): Promise<MadePlein> => {
  const made = await ask('POST', '/api/v1/practice', { locale }, organiser)
  expect(made.status, made.text).toBe(201)
  return made.body as MadePlein
}
const crowd = (coach: Phone): Partial<Crowd> => coach.told.crowds.at(-1) ?? {}
const coachOf = async ({ origin }: { origin: string }, made: MadePlein): Promise<Phone> => {
  const coach = await claim({ origin } as TestServer, 'Anneke', made.links.coach)
  coach.open('board')
  coach.open('desk')
  return coach
}
const entries = (coach: Phone, circle: 'board' | 'desk', map: string) => coach.opened(circle).doc.getMap<Record<string, unknown>>(map)
const released = async (coach: Phone, as: string, count: number) => {
  await expect.poll(() => [...entries(coach, 'desk', 'ideas').values()].filter((idea) => idea['as'] === as).length, soon).toBe(count)
  ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as: as as 'idea' }))
  await expect.poll(() => [...entries(coach, 'board', 'ideas').values()].filter((idea) => idea['as'] === as).length, soon).toBe(count)
}

it('A11 a coach alone walks through an Oefen-Plein: people come in, write, vote, propose and promise; real Pleinen notice nothing', async () => {
  const server = await town(fast)
  const made = await practice(server)
  const real = await server.makePlein()
  const bystander = await coachOf(server, real)
  const script = scripts.nl
  const coach = await coachOf(server, made)
  await expect.poll(() => crowd(coach).present, soon).toBe(24)
  await expect.poll(() => coach.opened('board').maps()['plein'], soon).toMatchObject({ practice: true, title: script.title })
  expect(ok(await coach.ask({ type: 'plein.open' }))).toMatchObject({ ok: true })

  ok(await coach.ask({ type: 'phase.next' }))
  await released(coach, 'checkin', script.facts.length)
  await expect.poll(() => crowd(coach).ready, soon).toBe(22)

  ok(await coach.ask({ type: 'phase.next' }))
  await released(coach, 'idea', script.ideas.length)
  await expect.poll(() => crowd(coach).written, soon).toBe(24)

  ok(await coach.ask({ type: 'phase.next' }))
  const ideas = [...entries(coach, 'board', 'ideas')].filter(([, idea]) => idea['as'] === 'idea').map(([id]) => id)
  ok(await coach.ask({ type: 'cluster.create', name: 'Iemand die blijft', ideas: ideas.slice(0, 20) }))
  ok(await coach.ask({ type: 'cluster.create', name: 'Veilig op straat', ideas: ideas.slice(20, 40) }))
  ok(await coach.ask({ type: 'cluster.create', name: 'School en werk', ideas: ideas.slice(40, 50) }))

  ok(await coach.ask({ type: 'phase.next' }))
  const { round } = ok(await coach.ask({ type: 'round.open' })) as { round: string }
  await expect.poll(() => crowd(coach).voted, soon).toBe(24)
  ok(await coach.ask({ type: 'round.close', round, confirmed: true }))
  ok(await coach.ask({ type: 'round.reveal', round, revealed: true }))

  ok(await coach.ask({ type: 'phase.next' }))
  await expect.poll(() => crowd(coach).hands, soon).toBeGreaterThan(0)
  ok(await coach.ask({ type: 'phase.next' }))
  await released(coach, 'proposal', script.proposals.length)
  ok(await coach.ask({ type: 'phase.next' }))
  await released(coach, 'commitment', script.commitments.length)
  await released(coach, 'closing', script.closings.length)
  ok(await coach.ask({ type: 'plein.close', confirmed: true }))

  const { body } = await server.ask('GET', `/api/v1/pleins/${made.id}/outcome.json`, undefined, server.organiser)
  expect(body.rounds[0].result).toMatchObject({ ballots: 24 })
  expect(body.rounds[0].result.perspectives.length).toBeGreaterThan(0)
  expect(crowd(bystander)).toMatchObject({ present: 0, joined: 0 })
  // Nothing of what they say or are goes into the log.
  expect(server.log()).not.toContain('Fatma')
  expect(server.log()).not.toContain(script.ideas[0]?.[1])
})

it('A11 H2 H6 G1 J1 M1 whoever practises meets what a room says in other ways: how it is, how a question feels, whether a name fits, what is for coaches alone, and what it takes to go along', async () => {
  const server = await town(fast)
  const made = await practice(server)
  const coach = await coachOf(server, made)
  const told = <T extends keyof Phone['told']['own'][number]>(what: T) => coach.told.own.findLast((own) => own[what] !== undefined)?.[what]
  await expect.poll(() => crowd(coach).present, soon).toBe(24)
  ok(await coach.ask({ type: 'plein.open' }))
  ok(await coach.ask({ type: 'phase.next' }))
  await expect.poll(() => told('pulse')?.calm, soon).toBeGreaterThanOrEqual(5)

  ok(await coach.ask({ type: 'phase.next' }))
  await released(coach, 'idea', scripts.nl.ideas.length)
  const ideas = [...entries(coach, 'board', 'ideas')].filter(([, idea]) => idea['as'] === 'idea').map(([id]) => id)
  const groups: string[] = []
  for (const [at, name] of ['Iemand die blijft', 'Veilig op straat'].entries()) {
    const made = ok(await coach.ask({ type: 'cluster.create', name, ideas: ideas.slice(at * 20, at * 20 + 20) }))
    groups.push(String(made['cluster']))
  }
  for (const cluster of groups) {
    ok(await coach.ask({ type: 'cluster.ask', clusters: [cluster], asking: true }))
    // So that it is known which of the two is asked about first.
    await expect.poll(() => told('names')?.find((one) => one.cluster === cluster)?.figures, soon).toBeTruthy()
  }
  const figures = (at: number) => told('names')?.find((one) => one.cluster === groups[at])
  await expect.poll(() => figures(0)?.figures?.flagged, soon).toBe(true)
  await expect.poll(() => figures(0)?.suggestions.length, soon).toBe(scripts.nl.otherNames.length)
  await expect.poll(() => figures(1)?.figures?.yes, soon).toBeGreaterThan(12)
  expect(figures(1)?.figures).toMatchObject({ no: 0, flagged: false })

  ok(await coach.ask({ type: 'phase.play', kind: 'burst' }))
  await expect
    .poll(() => Object.values(crowd(coach).taps?.['mood-before'] ?? {}).reduce((sum, one) => sum + one, 0), soon)
    .toBeGreaterThan(20)
  await expect.poll(() => crowd(coach).taps?.['mood-after']?.light, soon).toBeGreaterThan(10)
  ok(await coach.ask({ type: 'phase.play', kind: 'plenary' }))
  await expect.poll(() => told('pulse')?.tense, soon).toBeGreaterThan(0)
  await expect.poll(() => told('cards')?.length, soon).toBe(1)
  const card = () => told('cards')![0]!
  expect(card().text).toBe(scripts.nl.confides[1])
  const words = 'Iemand weet meer, en durft het hier niet te zeggen.'
  ok(await coach.ask({ type: 'card.ask', card: card().card, words }))
  await expect.poll(() => card().allowed, soon).toEqual({ as: 'coach', words })
  ok(await coach.ask({ type: 'card.release', card: card().card, words }))

  ok(await coach.ask({ type: 'phase.play', kind: 'vote' }))
  // Three dots over eight ideas: nobody gives one to all of them.
  const wish = { type: 'round.open', over: 'ideas', items: ideas.slice(0, 8), budget: 3, maximum: 1 } as const
  const { round } = ok(await coach.ask(wish)) as { round: string }
  await expect.poll(() => crowd(coach).voted, soon).toBe(24)
  ok(await coach.ask({ type: 'round.close', round, confirmed: true }))
  ok(await coach.ask({ type: 'round.reveal', round, revealed: true }))
  ok(await coach.ask({ type: 'round.ask', round, item: ideas[0]! }))
  const needs = () => [...entries(coach, 'desk', 'ideas').values()].filter(({ as }) => as === 'condition').length
  await expect.poll(needs, soon).toBeGreaterThanOrEqual(3)
})

it('A11 people of an Oefen-Plein come only when a coach does, in the language of the Plein, and go when nobody practises any more', async () => {
  const server = await town({ ...fast, LIMIT_PRACTICE_SPEED: '400' })
  const made = await practice(server, 'en')
  const fatma = await join({ origin: server.origin } as TestServer, 'Fatma', made)
  await expect.poll(() => crowd(fatma).present, soon).toBe(1)
  const coach = await coachOf(server, made)
  await expect.poll(() => crowd(coach).present, soon).toBe(25)
  ok(await coach.ask({ type: 'plein.open' }))
  ok(await coach.ask({ type: 'phase.next' }))
  await released(coach, 'checkin', scripts.en.facts.length)
  coach.leave()
  await expect.poll(() => crowd(fatma).present, soon).toBe(1)

  // Back after a restart of the server: the same people, not as many again.
  await server.restart()
  const again = await coachOf(server, made)
  await expect.poll(() => crowd(again).present, soon).toBe(25)
  expect(crowd(again).joined).toBe(25)
  ok(await again.ask({ type: 'phase.next' }))
  await released(again, 'idea', scripts.en.ideas.length)
})

it('A11 G1 J2 after a restart of the server the played people know what they wrote: they say whether a name fits, and allow their card', async () => {
  const server = await town({ ...fast, LIMIT_PRACTICE_SPEED: '200' })
  const made = await practice(server)
  const before = await coachOf(server, made)
  await expect.poll(() => crowd(before).present, soon).toBe(24)
  ok(await before.ask({ type: 'plein.open' }))
  for (const kind of ['ideas', 'plenary'] as const) {
    ok(await before.ask({ type: 'phase.play', kind }))
    if (kind === 'ideas') await released(before, 'idea', scripts.nl.ideas.length)
  }
  await expect.poll(() => before.told.own.findLast(({ cards }) => cards)?.cards?.length, soon).toBe(1)
  before.leave()

  await server.restart()
  const coach = await coachOf(server, made)
  await expect.poll(() => crowd(coach).present, soon).toBe(24)
  await expect.poll(() => coach.opened('board').provider.synced, soon).toBe(true)
  const ideas = [...entries(coach, 'board', 'ideas')].filter(([, idea]) => idea['as'] === 'idea').map(([id]) => id)
  const { cluster } = ok(await coach.ask({ type: 'cluster.create', name: 'Veilig op straat', ideas: ideas.slice(0, 20) })) as {
    cluster: string
  }
  ok(await coach.ask({ type: 'cluster.ask', clusters: [cluster], asking: true }))
  const names = () => coach.told.own.findLast((own) => own.names !== undefined)?.names
  await expect.poll(() => names()?.find((one) => one.cluster === cluster)?.figures?.yes, soon).toBeGreaterThan(2)
  const cards = () => coach.told.own.findLast((own) => own.cards !== undefined)?.cards ?? coach.hello().cards
  ok(await coach.ask({ type: 'card.ask', card: cards()[0]!.card, words: 'Iemand weet meer.' }))
  await expect.poll(() => cards()[0]?.allowed, soon).toEqual({ as: 'coach', words: 'Iemand weet meer.' })
})

it('A11 R5 the organiser who wants to keep an Oefen-Plein longer reads that it is gone after a day, by a name that the OpenAPI document has', async () => {
  const server = await town()
  const { id } = await practice(server)
  const later = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  const path = `/api/v1/pleins/${id}`
  expectProblem(await server.ask('PATCH', path, { retainUntil: later }, server.organiser), 409, 'practice-ends')
  const { paths } = (await server.ask('GET', '/api/v1/openapi.json')).body
  expect(JSON.stringify(paths['/api/v1/pleins/{id}'].patch)).toContain('practice-ends')
  expect((await server.ask('PATCH', path, { title: 'Nog even oefenen' }, server.organiser)).status).toBe(200)
})

it('R4 so many Oefen-Pleinen are played at once, and the next one gets its people when a place is free', async () => {
  const server = await town({ ...fast, LIMIT_PRACTICE_ROOMS: '1' })
  const [one, two] = [await practice(server), await practice(server)]
  const first = await coachOf(server, one)
  await expect.poll(() => crowd(first).present, soon).toBe(24)
  const second = await coachOf(server, two)
  await expect.poll(() => crowd(second).coaches, soon).toBe(1)
  expect(crowd(second).present).toBe(0)
  expect((await server.ask('DELETE', `/api/v1/pleins/${one.id}`, { confirm: true }, server.organiser)).status).toBe(204)
  await expect.poll(() => crowd(second).present, soon).toBe(24)
})

it('R4 a place that is free passes by whoever waited and closed the Oefen-Plein meanwhile', async () => {
  const server = await town({ ...fast, LIMIT_PRACTICE_ROOMS: '1' })
  const [one, two, three] = [await practice(server), await practice(server), await practice(server)]
  const first = await coachOf(server, one)
  await expect.poll(() => crowd(first).present, soon).toBe(24)
  const second = await coachOf(server, two)
  await expect.poll(() => crowd(second).coaches, soon).toBe(1)
  const third = await coachOf(server, three)
  await expect.poll(() => crowd(third).coaches, soon).toBe(1)
  // Nobody came; this desk stays open all the same.
  ok(await second.ask({ type: 'plein.open' }))
  ok(await second.ask({ type: 'plein.close', confirmed: true }))
  expect((await server.ask('DELETE', `/api/v1/pleins/${one.id}`, { confirm: true }, server.organiser)).status).toBe(204)
  await expect.poll(() => crowd(third).present, soon).toBe(24)
})

it('A11 an Oefen-Plein is gone when a day has passed, and a real one is not', async () => {
  const clock = testWorld()
  const { timers } = testTimers(clock)
  let drawn = 0
  const world = {
    ...clock,
    secret: (bits: number) => `${++drawn}`.padStart(Math.ceil(bits / 6), 's'),
    letters: (alphabet: string, length: number) =>
      Array.from({ length }, (_, at) => alphabet[Math.floor(++drawn / alphabet.length ** at) % alphabet.length]).join(''),
  }
  const store = memoryStore()
  const access = createAccess({ store, world, limits: defaultLimits, state: async () => null })
  const addresses = createAddresses({ port: () => 3000, host: null, publicUrl: null })
  const pleins = createPleins({
    store,
    vault: memoryVault(),
    world,
    timers,
    limits: { ...defaultLimits, ...domainLimits },
    log: quietLog,
    say: () => '',
    access,
    addresses,
  })
  const rooms = createRooms(pleins, world)
  const { title, dilemma } = scripts.nl
  expect(await rooms.create({ title, dilemma, practice: true })).toMatchObject({ ok: true })
  expect(await rooms.create({ title: 'De haven', dilemma })).toMatchObject({ ok: true })
  const titles = async () => (await store.list()).map((one) => one.title).sort()
  clock.pass(24 * 3_600_000 - 1)
  await pleins.tidy()
  expect(await titles()).toEqual(['De haven', title])
  clock.pass(1)
  await pleins.tidy()
  expect(await titles()).toEqual(['De haven'])
})

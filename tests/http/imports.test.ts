/** From one server to another, over the protocol alone. */
import { expect, it } from 'vitest'
import { claim, join, type Phone } from '../support/phone.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { asker, bearer, expectProblem, key, town } from './asking.ts'

const soon = { timeout: 20_000, interval: 50 }
const maps = ['phases', 'framings', 'ideas', 'places', 'clusters', 'rounds'] as const

const ok = async (who: Phone, command: Parameters<Phone['ask']>[0]): Promise<Record<string, unknown>> => {
  const answer = await who.ask(command)
  expect(answer, `${who.name}: ${JSON.stringify(answer)}`).toMatchObject({ ok: true })
  return answer as unknown as Record<string, unknown>
}

/** Fatma, Ria and Samir write, Joost groups, they vote, the question changes, and it is closed for good. */
const held = async (server: TestServer) => {
  const made = await server.makePlein([
    { kind: 'ideas', settings: { hidden: true } },
    { kind: 'vote' },
    { kind: 'reframe' },
    { kind: 'harvest' },
  ])
  const joost = await claim(server, 'Joost', made.links.coach)
  joost.open('board')
  joost.open('desk')
  const people = [await join(server, 'Fatma', made), await join(server, 'Ria', made), await join(server, 'Samir', made)]
  await ok(joost, { type: 'plein.open' })
  const board = () => joost.opened('board').maps()
  await expect.poll(() => board()['plein']?.['current'], soon).toBeTruthy()
  const [ideas, vote, reframe, harvest] = board()['plein']!['programme'] as [string, string, string, string]
  for (const [at, who] of people.entries())
    for (const text of [`Het gras van ${at}`, `De bomen van ${at}`])
      await ok(who, { type: 'idea.post', key: who.key(text), as: 'idea', text, phase: ideas })
  await expect.poll(() => Object.keys(joost.opened('desk').maps()['ideas'] ?? {}).length, soon).toBe(6)
  const waiting = Object.entries(joost.opened('desk').maps()['ideas'] as Record<string, { text: string }>)
  const [grass, trees] = ['gras', 'bomen'].map((word) => waiting.flatMap(([id, { text }]) => (text.includes(word) ? [id] : []))) as [
    string[],
    string[],
  ]
  await ok(joost, { type: 'ideas.release', ideas: [...grass, trees[0]!, trees[1]!] })
  const { cluster } = await ok(joost, { type: 'cluster.create', name: 'Gras', ideas: grass })
  await ok(joost, { type: 'cluster.create', name: 'Bomen', ideas: trees.slice(0, 2) })
  await ok(joost, { type: 'phase.enter', phase: vote })
  const { round } = await ok(joost, { type: 'round.open', over: 'clusters' })
  for (const who of people) await ok(who, { type: 'ballot.cast', round: String(round), dots: { [String(cluster)]: 1 } })
  await ok(joost, { type: 'round.close', round: String(round), confirmed: true })
  await ok(joost, { type: 'round.reveal', round: String(round), revealed: true })
  await ok(joost, { type: 'phase.enter', phase: reframe })
  await ok(joost, {
    type: 'framing.adopt',
    text: 'Hoe zorgen wij samen voor het groen?',
    sources: [
      { kind: 'cluster', id: String(cluster) },
      { kind: 'idea', id: grass[0]! },
      { kind: 'round', id: String(round) },
    ],
  })
  await ok(joost, { type: 'phase.enter', phase: harvest })
  await ok(joost, { type: 'plein.close', confirmed: true })
  await expect.poll(() => joost.opened('board').closes.length, soon).toBeGreaterThan(0)
  const outcome = await (await server.organise(`/api/v1/pleins/${made.id}/outcome.json`)).json()
  const fresh = await claim(server, 'Joost', made.links.coach)
  fresh.open('board')
  await expect.poll(() => fresh.opened('board').maps()['plein']?.['sealed'], soon).toBe(true)
  return { made, outcome, board: fresh.opened('board').maps() }
}

it('O1 O2 what one server exports another one takes in: the same board, the same outcome, and nobody in it', async () => {
  const first = await startServer({ LIMIT_DESK_BATCH: '100', LIMIT_TAKE_BACK: '300' })
  const { made, outcome, board } = await held(first)
  const second = await town({ LIMIT_TAKE_BACK: '300' })
  const imported = await second.ask('POST', '/api/v1/imports', { outcome }, second.organiser)
  expect(imported.status, imported.text).toBe(201)
  expect(imported.body.id).not.toBe(made.id)
  expect(Object.keys(imported.body.links).sort()).toEqual(['coach', 'owner', 'screen'])

  const path = `/api/v1/pleins/${imported.body.id}`
  const again = (await second.ask('GET', `${path}/outcome.json`, undefined, second.organiser)).body
  expect(again.plein.imported).toMatch(/Z$/)
  expect({ ...again, plein: { ...again.plein, id: made.id, imported: null } }).toEqual(outcome)
  expect((await second.ask('GET', path, undefined, second.organiser)).body).toMatchObject({
    stage: 'closed',
    code: null,
    links: { join: null },
    counts: { seats: 0 },
    imported: again.plein.imported,
    createdAt: outcome.plein.createdAt,
  })

  // Nobody can join: a code would let nobody in.
  const rotated = await second.ask('POST', `${path}/links`, { role: 'participant' }, second.organiser)
  expectProblem(rotated, 409, 'plein-sealed')
  expect((await second.ask('GET', path, undefined, second.organiser)).body).toMatchObject({ code: null, links: { join: null } })
  expect((await second.ask('POST', `${path}/links`, { role: 'screen' }, second.organiser)).status).toBe(201)

  const anneke = await claim({ origin: second.origin } as TestServer, 'Anneke', imported.body.links.coach)
  anneke.open('board')
  anneke.open('desk')
  await expect.poll(() => anneke.opened('board').maps()['plein']?.['sealed'], soon).toBe(true)
  for (const name of maps) expect(anneke.opened('board').maps()[name], name).toEqual(board[name])
  expect(anneke.opened('board').maps()['plein']).toMatchObject({
    stage: 'closed',
    title: outcome.plein.title,
    imported: expect.any(Number),
  })
  await expect.poll(() => anneke.opened('desk').provider.synced, soon).toBe(true)
  expect(anneke.opened('desk').maps()).toEqual({})
  expect(await anneke.ask({ type: 'plein.reopen' })).toMatchObject({ ok: false })
  expect(await anneke.ask({ type: 'framing.adopt', text: 'Iets anders?', sources: [] })).toMatchObject({ ok: false })

  const deeds = await second.ask('GET', `${path}/audit`, undefined, second.organiser)
  expect(deeds.body.lines.map(({ what }: { what: string }) => what)).toContain('plein.import')
  const listed = await second.ask('GET', '/api/v1/pleins', undefined, second.organiser)
  expect(listed.body.pleins).toMatchObject([{ id: imported.body.id, stage: 'closed' }])
  // As old as its being here: else it would not count for the day, and its links would go at once.
  expect(Date.parse(listed.body.pleins[0].createdAt)).toBeGreaterThanOrEqual(Date.parse(again.plein.imported))
})

it('O4 A13 its links go by when it was taken in and not by when it was held; what its date would have deleted needs another date', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '100', LIMIT_TAKE_BACK: '300' })
  const { outcome } = await held(server)
  const days = (many: number): string => new Date(Date.parse(outcome.plein.createdAt) + many * 86_400_000).toISOString()
  const closedAt = days(-40)
  const old = { ...outcome, plein: { ...outcome.plein, closedAt, retainUntil: days(-1) } }
  const taken = (body: object) => server.organise('/api/v1/imports', { method: 'POST', body })
  const refused = await taken({ outcome: old })
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ code: 'retention-over' })
  const made = await (await taken({ outcome: old, retainUntil: days(30).slice(0, 10) })).json()
  const wim = await claim(server, 'Wim', made.links.owner)
  wim.open('board')
  await expect.poll(() => wim.opened('board').maps()['plein']?.['retainUntil'], soon).toBe(Date.parse(days(30).slice(0, 10)))
  expect(wim.opened('board').maps()['plein']).toMatchObject({ closedAt: Date.parse(closedAt) })
  const lets = async (link: string) =>
    (
      await fetch(`${server.origin}/api/v1/claim`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ secret: new URL(link).hash.slice(1) }),
      })
    ).status
  await server.restart(6 * 86_400_000)
  expect(await lets(made.links.coach)).toBe(201)
  await server.restart(2 * 86_400_000)
  await expect.poll(() => lets(made.links.coach), soon).toBe(404)
  expect(await lets(made.links.owner)).toBe(201)
})

it('O3 R5 a hostile file is refused by name and leaves nothing behind', async () => {
  const { ask, organiser, origin, makePlein, claim: in_ } = await town({ LIMIT_BODY_IMPORT: '300000' })
  const post = asker(origin)
  const made = await makePlein()
  const coach = await in_(made.links.coach)
  const outcome = (await ask('GET', `/api/v1/pleins/${made.id}/outcome.json`, undefined, organiser)).body
  const before = (await ask('GET', '/api/v1/pleins', undefined, organiser)).body.pleins

  expectProblem(await ask('POST', '/api/v1/imports', { outcome }), 401, 'token-missing')
  expectProblem(await ask('POST', '/api/v1/imports', { outcome }, bearer(coach)), 401, 'organiser-key-wrong')
  const send = (text: string) => post('POST', '/api/v1/imports', text, bearer(key))
  expectProblem(await send('{"outcome":'), 400, 'bad-json')
  expectProblem(await send(JSON.stringify({ outcome, padding: 'x'.repeat(300_000) })), 413, 'too-large')
  expectProblem(await send(`{"outcome":${'['.repeat(100_000)}${']'.repeat(100_000)}}`), 400, 'bad-request')
  expectProblem(await send(`{"outcome":${'[{"a":'.repeat(16)}1${'}]'.repeat(16)}}`), 400, 'bad-request')
  // In a text brackets are text.
  const bracketed = { ...outcome, plein: { ...outcome.plein, title: '[{"\\'.repeat(20) } }
  expect((await send(JSON.stringify({ outcome: bracketed }))).status).toBe(201)
  const unknown = await send(JSON.stringify({ outcome: { ...outcome, seats: [] } }))
  expectProblem(unknown, 400, 'bad-request')
  expect(unknown.body.errors).toEqual([{ pointer: '/outcome', detail: 'Unknown field.' }])
  expectProblem(await send(JSON.stringify({ outcome }).replace('"counts":{', '"counts":{"__proto__":{"a":1},')), 400, 'bad-request')
  const flood = await send(`{"outcome":{"ideas":[${'1,'.repeat(20_000)}1]}}`)
  expectProblem(flood, 400, 'bad-request')
  expect(flood.body.errors.length).toBeLessThanOrEqual(8)
  const plays = Array.from({ length: 2001 }, () => ({ phase: outcome.phases[0].id, kind: 'ideas', at: outcome.plein.createdAt }))
  const large = await send(JSON.stringify({ outcome: { ...outcome, played: plays } }))
  expectProblem(large, 400, 'outcome-too-large')
  expect(large.body).toMatchObject({ pointer: '/played', maximum: 2000 })
  const dangling = {
    ...outcome,
    chain: [{ ...outcome.chain[0], sources: [{ kind: 'idea', id: 'nergens', as: 'idea', text: 'x', touched: false }] }],
  }
  const hanging = await send(JSON.stringify({ outcome: dangling }))
  expectProblem(hanging, 400, 'outcome-inconsistent')
  expect(hanging.body.pointer).toBe('/chain/0/sources/0')
  const long = { ...outcome, plein: { ...outcome.plein, title: 'x'.repeat(121) } }
  expectProblem(await send(JSON.stringify({ outcome: long })), 400, 'text-too-long')

  const after = (await ask('GET', '/api/v1/pleins', undefined, organiser)).body.pleins
  expect(after.filter(({ title }: { title: string }) => !title.includes('['))).toEqual(before)
  expect((await ask('GET', '/readyz')).status).toBe(200)
})

it('O3 a file of the form before this one is refused under a name of its own, in both languages', async () => {
  const { ask, organiser } = await town()
  const old = { format: 'pleinbord-outcome/2', plein: { title: 'Plein Oost' }, rounds: [] }
  const said = []
  for (const format of ['pleinbord-outcome/1', 'pleinbord-outcome/2'])
    for (const language of ['nl', 'en']) {
      const refused = await ask('POST', '/api/v1/imports', { outcome: { ...old, format } }, { ...organiser, 'Accept-Language': language })
      expectProblem(refused, 400, 'outcome-format-old')
      said.push(refused.body.detail)
    }
  expect(said[0]).toContain('oudere versie')
  expect(said[1]).toContain('older version')
  const later = await ask('POST', '/api/v1/imports', { outcome: { ...old, format: 'pleinbord-outcome/9' } }, organiser)
  expectProblem(later, 400, 'bad-request')
  expect(later.body.errors).toMatchObject([{ pointer: '/outcome/format' }])
})

it('R5 JSON is looked at as what it is parsed as: any other set of characters than UTF-8 is refused, on every address', async () => {
  const { origin, organiser, ask } = await town()
  const deep = Buffer.from(`{"outcome":${'['.repeat(40)}${']'.repeat(40)}}`, 'utf16le')
  const post = async (path: string, type: string, body: Buffer) => {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...organiser, 'Content-Type': type },
      body: new Uint8Array(body),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, body: JSON.parse(text) }
  }
  for (const path of ['/api/v1/imports', '/api/v1/pleins', '/api/v1/join'])
    for (const charset of ['utf-16', 'utf-16le', 'UTF-16BE', 'utf-32', '"utf-16"', 'latin1'])
      expectProblem(await post(path, `application/json; charset=${charset}`, deep), 415, 'not-json')
  const typed = Buffer.from(JSON.stringify({ code: '222-2222' }))
  for (const type of ['application/json', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"'])
    expectProblem(await post('/api/v1/join', type, typed), 404, 'code-unknown')
  expect((await ask('GET', '/readyz')).status).toBe(200)
})

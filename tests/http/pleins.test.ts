import { io } from 'socket.io-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Bearer } from '../../server/access/contract.ts'
import { createDownloads } from '../../server/http/downloads.ts'
import { parseCommand } from '../../shared/wire/commands.ts'
import { bearer, expectProblem, key, town } from './asking.ts'

const day = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

describe('Pleinen over HTTP', () => {
  it('Anneke makes a Plein and gets four links with the secret in the fragment', async () => {
    const { origin, makePlein } = await town()
    const { id, code, links } = await makePlein({ programme: 'hour', settings: { perspectives: ['bewoner', 'ondernemer'] } })
    expect(id).toMatch(/^[\w-]{22}$/)
    expect(code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXZ]{3}-[2-9BCDFGHJKMNPQRSTVWXZ]{4}$/)
    expect(links.join).toMatch(new RegExp(`^${origin}/#[\\w-]{16}$`))
    expect(links.coach).toMatch(new RegExp(`^${origin}/coach#[\\w-]{43}$`))
    expect(links.owner).toMatch(new RegExp(`^${origin}/eigenaar#[\\w-]{43}$`))
    expect(links.screen).toMatch(new RegExp(`^${origin}/scherm#[\\w-]{43}$`))
  })

  it('plans what a desk may set: as many minutes and dots, and not one more', async () => {
    const { ask, organiser, makePlein } = await town()
    const most = { minutes: 600, dots: 10_000, maximum: 20 }
    const edited = (settings: object) => parseCommand({ id: 'x'.repeat(22), type: 'phase.edit', phase: 'p', settings }).ok
    const planned = (settings: object) => ({ title: 'Lang', dilemma: 'Hoe lang?', programme: [{ kind: 'vote', settings }] })
    await makePlein(planned(most))
    expect(edited(most)).toBe(true)
    for (const [name, value] of Object.entries(most)) {
      const more = { [name]: value + 1 }
      expectProblem(await ask('POST', '/api/v1/pleins', planned(more), organiser), 400, 'bad-request')
      expect(edited(more)).toBe(false)
    }
  })

  it('lists them newest first and shows one without its content', async () => {
    const { ask, organiser, makePlein } = await town()
    const first = await makePlein({ title: 'Eerste', dilemma: 'Waar ligt Samir wakker van?' })
    const second = await makePlein({ title: 'Tweede', locale: 'en' })
    const list = await ask('GET', '/api/v1/pleins', undefined, organiser)
    expect(list.body.pleins.map((plein: { id: string }) => plein.id).sort()).toEqual([first.id, second.id].sort())
    const one = await ask('GET', `/api/v1/pleins/${first.id}`, undefined, organiser)
    expect(one.body).toMatchObject({
      id: first.id,
      title: 'Eerste',
      stage: 'prepared',
      locale: 'nl',
      code: first.code,
      links: { join: first.links.join },
      counts: { seats: 0, framings: 1 },
    })
    expect(one.text).not.toContain('Samir')
  })

  it('changes the title and how long it is kept', async () => {
    const { ask, organiser, makePlein } = await town()
    const { id } = await makePlein()
    const until = inDays(30)
    const changed = await ask('PATCH', `/api/v1/pleins/${id}`, { title: 'Straat en stoep', retainUntil: until }, organiser)
    expect(changed.body).toMatchObject({ title: 'Straat en stoep', retainUntil: `${until}T00:00:00.000Z` })
    const again = await ask('PATCH', `/api/v1/pleins/${id}`, { title: 'Straat en stoep' }, organiser)
    expect(again.status).toBe(200)
    expectProblem(await ask('PATCH', `/api/v1/pleins/${id}`, { retainUntil: '2020-01-01' }, organiser), 400, 'bad-request')
    expectProblem(await ask('PATCH', `/api/v1/pleins/${id}`, {}, organiser), 400, 'bad-request')
    expectProblem(await ask('PATCH', `/api/v1/pleins/${id}`, { title: ' ' }, organiser), 400, 'text-empty')
  })

  it('deletes only when that is confirmed, and then everything', async () => {
    const { ask, organiser, makePlein, join } = await town()
    const { id, code } = await makePlein()
    const token = await join(code)
    expectProblem(await ask('DELETE', `/api/v1/pleins/${id}`, { confirm: false }, organiser), 400, 'confirm-missing')
    expectProblem(await ask('DELETE', `/api/v1/pleins/${id}`, {}, organiser), 400, 'bad-request')
    expect((await ask('DELETE', `/api/v1/pleins/${id}`, { confirm: true }, organiser)).status).toBe(204)
    expectProblem(await ask('GET', `/api/v1/pleins/${id}`, undefined, organiser), 404, 'plein-unknown')
    expectProblem(await ask('DELETE', `/api/v1/pleins/${id}`, { confirm: true }, organiser), 404, 'plein-unknown')
    expectProblem(await ask('POST', '/api/v1/join', { code }), 404, 'code-unknown')
    expectProblem(await ask('POST', '/api/v1/leave', undefined, bearer(token)), 401, 'token-unknown')
  })

  it('S5 a rotated link kills the old one and the devices that it let in', async () => {
    const { ask, organiser, makePlein, claim } = await town()
    const { id, links } = await makePlein()
    const joost = await claim(links.coach)
    const rotated = await ask('POST', `/api/v1/pleins/${id}/links`, { role: 'coach' }, organiser)
    expect(rotated.status).toBe(201)
    expectProblem(await ask('GET', `/api/v1/pleins/${id}/outcome.json`, undefined, bearer(joost)), 401, 'token-unknown')
    expectProblem(await ask('POST', '/api/v1/claim', { secret: new URL(links.coach).hash.slice(1) }), 404, 'link-unknown')
    await claim(rotated.body.link)
  })

  it('a new join code leaves those in who are in', async () => {
    const { ask, organiser, makePlein, join } = await town()
    const { id, code } = await makePlein()
    const fatma = await join(code)
    const rotated = await ask('POST', `/api/v1/pleins/${id}/links`, { role: 'participant' }, organiser)
    expect(rotated.body.code).not.toBe(code)
    expectProblem(await ask('POST', '/api/v1/join', { code }), 404, 'code-unknown')
    await join(rotated.body.code)
    expect((await ask('POST', '/api/v1/leave', undefined, bearer(fatma))).status).toBe(204)
  })

  it('R5 a wrong wish makes no Plein and says what is wrong, without repeating it', async () => {
    const { ask, organiser } = await town()
    const good = { title: 'Straat', dilemma: 'Wat nu?' }
    const wishes: [Record<string, unknown>, string][] = [
      [{ dilemma: 'Wat nu?' }, 'bad-request'],
      [{ ...good, title: 7 }, 'bad-request'],
      [{ ...good, title: '' }, 'text-empty'],
      [{ ...good, title: 'x'.repeat(121) }, 'text-too-long'],
      [{ ...good, dilemma: 'abc\u202edef' }, 'text-forbidden'],
      [{ ...good, locale: 'de' }, 'bad-request'],
      [{ ...good, programme: 'geheim-sjabloon' }, 'bad-request'],
      [{ ...good, programme: [{ kind: 'dans' }] }, 'bad-request'],
      [{ ...good, programme: [{ kind: 'vote', settings: { dots: 0 } }] }, 'bad-request'],
      [{ ...good, retainUntil: 'morgen' }, 'bad-request'],
      [{ ...good, geheim: 1 }, 'bad-request'],
    ]
    for (const [wish, code] of wishes) {
      const asked = await ask('POST', '/api/v1/pleins', wish, organiser)
      expectProblem(asked, 400, code)
      expect(asked.text).not.toContain('geheim')
    }
    expect((await ask('GET', '/api/v1/pleins', undefined, organiser)).body.pleins).toEqual([])
  })

  it('names the programmes that there are', async () => {
    const { ask } = await town()
    const { body } = await ask('GET', '/api/v1/templates', undefined, { 'Accept-Language': 'nl' })
    expect(body.templates.map(({ name }: { name: string }) => name)).toEqual(['half-day', 'four-v', 'hour', 'question-burst'])
  })

  it('the limits on how many Pleinen are settings', async () => {
    const { ask, organiser, makePlein } = await town({ LIMIT_PLEINS_OPEN: '2' })
    await makePlein()
    await makePlein()
    const third = await ask('POST', '/api/v1/pleins', { title: 'Derde', dilemma: 'Nog een?' }, organiser)
    expectProblem(third, 429, 'too-many-pleins')
    expect(third.body).toMatchObject({ limit: 'pleinsOpen', maximum: 2 })
  })

  it('who makes and deletes, makes and deletes, has made as many: a leaked key goes no further', async () => {
    const { ask, organiser, makePlein, restart } = await town({ LIMIT_PLEINS_PER_DAY: '2' })
    const wish = { title: 'Derde', dilemma: 'Nog een?' }
    for (let time = 0; time < 2; time++) {
      const { id } = await makePlein()
      expect((await ask('DELETE', `/api/v1/pleins/${id}`, { confirm: true }, organiser)).status).toBe(204)
    }
    const third = await ask('POST', '/api/v1/pleins', wish, organiser)
    expectProblem(third, 429, 'too-many-pleins')
    expect(third.body).toMatchObject({ limit: 'pleinsPerDay', maximum: 2 })
    expectProblem(await ask('POST', '/api/v1/practice', { locale: 'nl' }, organiser), 429, 'too-many-pleins')
    await restart(25 * 3_600_000)
    expect((await ask('POST', '/api/v1/pleins', wish, organiser)).status).toBe(201)
  })

  it('everything of the organiser needs the key', async () => {
    const { ask, makePlein, claim } = await town()
    const { id, links } = await makePlein()
    const coach = await claim(links.coach)
    const routes = [
      ['GET', ''],
      ['POST', ''],
      ['GET', `/${id}`],
      ['PATCH', `/${id}`],
      ['DELETE', `/${id}`],
      ['POST', `/${id}/links`],
    ] as const
    for (const [method, path] of routes) {
      expectProblem(await ask(method, `/api/v1/pleins${path}`), 401, 'token-missing')
      const asked = await ask(method, `/api/v1/pleins${path}`, undefined, bearer(coach))
      expectProblem(asked, 401, 'organiser-key-wrong')
      expect(asked.headers.get('www-authenticate')).toContain('Bearer')
      expectProblem(await ask(method, `/api/v1/pleins${path}`, undefined, bearer(`${key}x`)), 401, 'organiser-key-wrong')
    }
  })
})

describe('the outcome', () => {
  it('comes in four forms, as a download', async () => {
    const { ask, makePlein, claim, organiser } = await town()
    const { id, links } = await makePlein()
    const types = { json: 'application/json', csv: 'text/csv', md: 'text/markdown', html: 'text/html' }
    for (const who of [bearer(await claim(links.coach)), bearer(await claim(links.owner)), organiser]) {
      for (const [format, type] of Object.entries(types)) {
        const { status, headers, text } = await ask('GET', `/api/v1/pleins/${id}/outcome.${format}`, undefined, who)
        expect(status).toBe(200)
        expect(headers.get('content-type')).toContain(type)
        expect(headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="[\\w.-]+\\.${format}"$`))
        expect(headers.get('cache-control')).toBe('no-store')
        expect(text).toContain('Hoe blijft de straat leefbaar?')
      }
    }
    expectProblem(await ask('GET', `/api/v1/pleins/${id}/outcome.exe`, undefined, organiser), 404, 'not-found')
  })

  it('is for participants when a coach has shared it, and never for a screen or another Plein', async () => {
    const { origin, ask, makePlein, claim, join } = await town()
    const [here, there] = [await makePlein(), await makePlein()]
    const path = `/api/v1/pleins/${here.id}/outcome.json`
    const ria = await join(here.code)
    expectProblem(await ask('GET', path, undefined, bearer(ria)), 403, 'outcome-not-shared')
    expectProblem(await ask('GET', path, undefined, bearer(await claim(here.links.screen))), 403, 'not-allowed')
    const elsewhere = bearer(await claim(there.links.coach))
    expectProblem(await ask('GET', path, undefined, elsewhere), 403, 'not-allowed')
    expectProblem(await ask('GET', '/api/v1/pleins/bestaat-niet/outcome.json', undefined, elsewhere), 403, 'not-allowed')

    const desk = io(origin, { auth: { token: await claim(here.links.coach), protocol: 1 }, transports: ['websocket'] })
    onTestFinished(() => void desk.close())
    expect(await desk.emitWithAck('command', { id: 'a'.repeat(22), type: 'plein.open' })).toMatchObject({ ok: true })
    expect(await desk.emitWithAck('command', { id: 'b'.repeat(22), type: 'outcome.set', shared: true })).toMatchObject({ ok: true })
    expect((await ask('GET', path, undefined, bearer(ria))).status).toBe(200)
  })

  it('R5 a phone that fetches it in a loop spends its own ration and nobody else’s, in all forms together', async () => {
    const { origin, ask, makePlein, claim, join, organiser } = await town({ LIMIT_DOWNLOADS_PHONE: '4', LIMIT_DOWNLOADS_DESK: '6' })
    const { id, code, links } = await makePlein()
    const fetched = (who: Record<string, string>, format = 'json') => ask('GET', `/api/v1/pleins/${id}/outcome.${format}`, undefined, who)
    const [ria, fatma, joost] = [bearer(await join(code)), bearer(await join(code)), await claim(links.coach)]
    // What is refused costs nothing.
    for (let time = 0; time < 6; time++) expectProblem(await fetched(ria), 403, 'outcome-not-shared')
    const desk = io(origin, { auth: { token: joost, protocol: 1 }, transports: ['websocket'] })
    onTestFinished(() => void desk.close())
    expect(await desk.emitWithAck('command', { id: 'a'.repeat(22), type: 'plein.open' })).toMatchObject({ ok: true })
    expect(await desk.emitWithAck('command', { id: 'b'.repeat(22), type: 'outcome.set', shared: true })).toMatchObject({ ok: true })
    for (const format of ['json', 'csv', 'md', 'html']) expect((await fetched(ria, format)).status).toBe(200)
    const refused = await fetched(ria, 'md')
    expectProblem(refused, 429, 'too-fast')
    expect(refused.body.retryAfter).toBeGreaterThan(0)
    expect(refused.body.retryAfter).toBeLessThanOrEqual(15)
    expect(refused.headers.get('retry-after')).toBe(String(refused.body.retryAfter))
    expect((await fetched(fatma)).status).toBe(200)
    for (const who of [bearer(joost), organiser]) {
      for (let time = 0; time < 6; time++) expect((await fetched(who)).status).toBe(200)
      expectProblem(await fetched(who), 429, 'too-fast')
    }
  })

  it('R5 the ration grows again, and who has all of it is forgotten', () => {
    let now = 0
    const downloads = createDownloads({ downloadsPhone: 2, downloadsDesk: 3 }, () => now)
    const seat = (name: string): Bearer => ({ plein: 'plein-oost', seat: name, role: 'participant' })
    expect([1, 2, 3].map(() => downloads.take(seat('ria')))).toEqual([null, null, 30])
    now += 30_000
    expect([1, 2].map(() => downloads.take(seat('ria')))).toEqual([null, 30])
    for (let at = 0; at < 5000; at++) {
      now += 100
      downloads.take(seat(`stoel-${at}`))
    }
    expect(downloads.size()).toBeLessThanOrEqual(1001)
  })
})

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join as path } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditLine } from '../../server/audit/audit.ts'
import { claim, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const deeds = (lines: AuditLine[]): string[] =>
  lines.map(({ by, what, detail, count }) => [by, what, detail, count].filter((part) => part !== undefined).join(' ')).reverse()

describe('what was done', () => {
  it('A17 S2 deeds of coaches, owner and organiser are noted to the minute, without content and without participants', async () => {
    const server = await startServer({ LIMIT_DESK_BATCH: '50' })
    const made = await server.makePlein([{ kind: 'ideas' }])
    const joost = await claim(server, 'Joost', made.links.coach)
    const anneke = await claim(server, 'Anneke', made.links.coach)
    const fatma = await join(server, 'Fatma', made)
    const { phase } = (await joost.ask({ type: 'plein.open' })) as unknown as { phase: string }
    await joost.ask({ type: 'plein.set', title: 'Geheime titel' })
    for (const text of ['Vertrouwelijk plan', 'Nog een plan'])
      await fatma.ask({ type: 'idea.post', key: fatma.key(text), as: 'idea', text, phase })
    await fatma.ask({ type: 'seat.hand', up: true })
    const command = { type: 'ideas.release', ideas: 'all' } as const
    await expect.poll(async () => (await joost.ask(command)).ok).toBe(true)
    const idea = (
      (await fatma.ask({ type: 'mine', keys: [fatma.key('Nog een plan')] })) as unknown as { ideas: Record<string, { idea: string }> }
    ).ideas[fatma.key('Nog een plan')]!.idea
    const hide = { id: 'h'.repeat(22), type: 'idea.hide', ideas: [idea] } as const
    // Asked twice under one id it was done once.
    for (let time = 0; time < 2; time++) expect(await anneke.say(hide)).toMatchObject({ ok: true })
    await joost.ask({ type: 'door.set', locked: false, asks: true })
    await joost.ask({ type: 'door.set', locked: false, asks: true })
    await joost.ask({ type: 'outcome.set', shared: true })
    for (const who of [joost, fatma])
      await fetch(`${server.origin}/api/v1/pleins/${made.id}/outcome.csv`, { headers: { Authorization: `Bearer ${who.token}` } })
    await server.organise(`/api/v1/pleins/${made.id}`, { method: 'PATCH', body: { title: 'Andere titel' } })
    await server.organise(`/api/v1/pleins/${made.id}/links`, { method: 'POST', body: { role: 'owner' } })
    await server.organise('/api/v1/backups', { method: 'POST' })

    const read = await server.organise(`/api/v1/pleins/${made.id}/audit`)
    const text = await read.text()
    const { days, lines } = JSON.parse(text) as { days: number; lines: AuditLine[] }
    expect(days).toBe(90)
    const released = deeds(lines).filter((deed) => deed.startsWith('coach ideas.release'))
    expect(released.at(-1)).toMatch(/ [12]$/)
    expect(deeds(lines).filter((deed) => !released.includes(deed))).toEqual([
      'organiser plein.make',
      'coach claim',
      'coach claim',
      'coach plein.open',
      'coach plein.set title',
      'coach idea.hide 1',
      'coach door.set asks',
      'coach outcome.set shared',
      'coach outcome.download csv',
      'organiser plein.set title',
      'organiser link.rotate owner',
    ])
    const devices = lines.filter(({ by }) => by === 'coach').map(({ device }) => device)
    expect(new Set(devices).size).toBe(2)
    for (const { at } of lines) expect(at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/)
    for (const secret of ['titel', 'plan', idea, fatma.token, joost.token, joost.hello().seat!, fatma.key('Nog een plan'), made.code])
      expect(text).not.toContain(secret)

    // It outlives the Plein, and only the organiser reads it.
    await server.remove(made.id)
    expect((await server.organise(`/api/v1/pleins/${made.id}/audit`)).status).toBe(404)
    const all = (await (await server.organise('/api/v1/audit')).json()) as { lines: AuditLine[] }
    expect(deeds(all.lines).slice(-2)).toEqual(['organiser backup.make', 'organiser plein.delete'])
    for (const token of [joost.token, 'x'.repeat(43)])
      expect((await fetch(`${server.origin}/api/v1/audit`, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401)
    const folder = path(server.folder, 'audit')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(folder)) expect(statSync(path(folder, name)).mode & 0o777).toBe(0o600)
  })

  it('A17 is only added to, survives a restart and half a line, and goes after its days', async () => {
    const server = await startServer({ AUDIT_DAYS: '30' })
    const folder = path(server.folder, 'audit')
    mkdirSync(folder, { recursive: true })
    const old = { at: '2001-01-01T10:00Z', plein: null, by: 'organiser', device: null, what: 'backup.make' }
    writeFileSync(path(folder, '2001-01-01.jsonl'), `${JSON.stringify(old)}\n`)
    await server.restart()
    const { id } = await server.makePlein()
    const read = async () => ((await (await server.organise('/api/v1/audit')).json()) as { lines: AuditLine[] }).lines
    expect(deeds(await read())).toEqual(['organiser plein.make'])
    const [name] = readdirSync(folder)
    expect(readdirSync(folder)).toHaveLength(1)
    const before = readFileSync(path(folder, name!), 'utf8')
    await server.restart()
    writeFileSync(path(folder, name!), `${before}{"at":"20`)
    expect(deeds(await read())).toEqual(['organiser plein.make'])
    await server.restart(86_400_000)
    await server.organise(`/api/v1/pleins/${id}/links`, { method: 'POST', body: { role: 'coach' } })
    expect(deeds(await read())).toEqual(['organiser plein.make', 'organiser link.rotate coach'])
    await server.restart(40 * 86_400_000)
    await server.organise(`/api/v1/pleins/${id}/links`, { method: 'POST', body: { role: 'coach' } })
    expect(deeds(await read())).toEqual(['organiser link.rotate coach'])
  })

  it('A17 R5 what changes nothing is not noted, and the same address once more neither; an owner who asks without end is told to wait', async () => {
    const server = await startServer({
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Plein <plein@haven.example>',
      LIMIT_DOWNLOADS_DESK: '12',
    })
    const made = await server.makePlein()
    const wim = await claim(server, 'Wim', made.links.owner)
    const headers = { Authorization: `Bearer ${wim.token}`, 'Content-Type': 'application/json' }
    type Asking = readonly [method: string, what: string, body?: object]
    const ask = async (...[method, what, body]: Asking): Promise<number> =>
      (
        await fetch(`${server.origin}/api/v1/pleins/${made.id}/${what}`, {
          method,
          headers,
          ...(body ? { body: JSON.stringify(body) } : {}),
        })
      ).status
    /** It has one more each five seconds, however slow this machine is. */
    const untilTold = async (asking: Asking): Promise<number[]> => {
      const told: number[] = []
      while (told.at(-1) !== 429 && told.length < 60) told.push(await ask(...asking))
      expect(told, `${asking}`).toContain(429)
      return told
    }
    const remind = (address: string) => ['POST', 'reminder', { address }] as const
    expect(await ask('DELETE', 'reminder')).toBe(204)
    for (let time = 0; time < 2; time++) expect(await ask(...remind('wim@haven.example'))).toBe(204)
    expect(await ask(...remind('wim@kade.example'))).toBe(204)
    for (let time = 0; time < 2; time++) expect(await ask('DELETE', 'reminder')).toBe(204)
    for (const shared of [false, true, true]) expect(await ask('PATCH', 'blog', { shared })).toBe(200)
    expect(await ask('DELETE', 'blog')).toBe(204)
    expect(await ask(...remind('wim@haven.example'))).toBe(204)
    for (const asking of [remind('wim@haven.example'), ['PATCH', 'blog', { shared: true }], ['DELETE', 'blog']] as const)
      await untilTold(asking)
    const dropped = (await untilTold(['DELETE', 'reminder'])).includes(204)
    const { lines } = (await (await server.organise(`/api/v1/pleins/${made.id}/audit`)).json()) as { lines: AuditLine[] }
    expect(deeds(lines)).toEqual([
      'organiser plein.make',
      'owner claim',
      'owner reminder.ask',
      'owner reminder.ask',
      'owner reminder.drop',
      'owner blog.share shared',
      'owner reminder.ask',
      ...(dropped ? ['owner reminder.drop'] : []),
    ])
  })
})

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { privacy as en } from '../../client/words/privacy.en.ts'
import { privacy as nl } from '../../client/words/privacy.nl.ts'
import { createApp } from '../../server/app.ts'
import type { Edge } from '../../server/http/edge.ts'
import { createLog, logRequests } from '../../server/logs.ts'
import { createMetrics } from '../../server/metrics.ts'
import { readSettings } from '../../server/settings.ts'
import { readTheme } from '../../server/theme/read.ts'
import { folder } from '../support/folder.ts'
import { asker, expectProblem, town } from './asking.ts'

const day = 86_400_000
const example = fileURLToPath(new URL('../../docs/theme-example', import.meta.url))
const listening = async (app: express.Express) => {
  const http = createServer(app).listen(0, '127.0.0.1')
  onTestFinished(() => void http.close())
  await expect.poll(() => http.listening).toBe(true)
  return asker(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
}
/** The application on a built client of one page. */
const built = async (env: Record<string, string> = {}, themed = false) => {
  const dist = folder()
  const head = '<link rel="stylesheet" crossorigin href="/assets/index-3fa9.css"><link rel="modulepreload" href="/assets/main-3fa9.js">'
  writeFileSync(
    join(dist, 'index.html'),
    `<!doctype html><html lang="nl"><head><noscript><link rel="stylesheet" href="/noscript.css"></noscript>${head}</head><body></body></html>`,
  )
  const edge = {
    settings: readSettings(env),
    log: createLog('silent', { write: () => undefined }),
    metrics: createMetrics(),
    theme: themed ? readTheme(example, folder()) : null,
    dist,
    now: () => 0,
  }
  return listening(createApp(edge as unknown as Edge))
}
const https = { 'X-Forwarded-Proto': 'https' }

describe('the page about privacy', () => {
  it('S1 is drawn without a script, in Dutch and in English, in the look of the client', async () => {
    const ask = await built()
    for (const path of ['/privacy', '/privacy/']) {
      const { status, text, headers } = await ask('GET', path)
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
      expect(text).toContain(`<h1>${nl.title}</h1>`)
      expect(text).toContain('<html lang="nl"')
      expect(text).toContain('/assets/index-3fa9.css')
      expect(text).not.toMatch(/script|modulepreload|noscript|style=/)
    }
    expect((await ask('GET', '/privacy/en')).text).toContain(`<h1>${en.title}</h1>`)
    expect((await ask('HEAD', '/privacy')).status).toBe(200)
    expectProblem(await ask('POST', '/privacy', {}), 405, 'method-not-allowed')
    expectProblem(await ask('GET', '/privacy/de'), 404, 'not-found')
  })

  it('says that others can read along where there is no TLS, and only there', async () => {
    const wifi = async (ask: ReturnType<typeof asker>, headers = {}) =>
      (await ask('GET', '/privacy', undefined, headers)).text.includes(nl.open.wifi)
    expect(await wifi(await built())).toBe(true)
    // A header that anybody can send is no TLS.
    expect(await wifi(await built(), https)).toBe(true)
    expect(await wifi(await built({ TRUST_PROXY: 'true' }), https)).toBe(false)
    expect(await wifi(await built({ PUBLIC_URL: 'https://plein.example.nl' }))).toBe(true)
  })

  it('says how long this server keeps backups, on the pages of the client too', async () => {
    const ask = await built({ BACKUP_DAYS: '7' })
    expect((await ask('GET', '/privacy')).text).toContain(nl.until.backups(7))
    expect((await ask('GET', '/')).text).toContain('<html data-backup-days="7" lang="nl"')
    const usual = await built()
    expect((await usual('GET', '/privacy')).text).toContain(nl.until.backups(30))
    expect((await usual('GET', '/')).text).not.toContain('data-backup-days')
  })

  it('says whose board it is and where to ask, in the form of address of the theme', async () => {
    const ask = await built({ BACKUP_DAYS: '7' }, true)
    const { text } = await ask('GET', '/privacy')
    expect(text).toContain(nl.asks.town('Gemeente Hoogeveld aan de Lede'))
    expect(text).toContain(nl.asks.contact('plein@hoogeveld.example'))
    expect(text).toContain('Wat je stemt, ziet niemand op het Plein.')
    expect(text).toMatch(/theme\.css\?v=/)
    expect(text).not.toMatch(/\b[Uu]w?\b/)
    expect((await ask('GET', '/')).text).toMatch(/<html[^>]* data-name="[^>]* data-backup-days="7"/)
  })
})

describe('S5 an address', () => {
  const address = '203.0.113.77'
  const files = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? files(join(path, one.name)) : [join(path, one.name)]))

  it('of who joins and leaves, and of who guesses, comes on no disk and in no log', async () => {
    const { ask, log, makePlein, folder: data } = await town({ TRUST_PROXY: 'true' })
    const { code } = await makePlein()
    const from = { 'X-Forwarded-For': address }
    const { body } = await ask('POST', '/api/v1/join', { code }, from)
    expect((await ask('POST', '/api/v1/join', { code: 'BBB BBBB' }, from)).status).toBe(404)
    expect((await ask('POST', '/api/v1/leave', undefined, { ...from, Authorization: `Bearer ${body.token}` })).status).toBe(204)
    expect(files(data).length).toBeGreaterThan(0)
    expect(log()).toContain('"from":"')
    for (const text of [
      log(),
      ...files(data)
        .filter(existsSync)
        .map((file) => readFileSync(file, 'latin1')),
    ])
      expect(text).not.toContain(address)
  })

  it('has a mark in the log that is another one the next day', async () => {
    const lines: string[] = []
    let now = 0
    const app = express().use(logRequests(createLog('debug', { write: (line) => void lines.push(line) }), () => now))
    const ask = await listening(app)
    for (const at of [0, day - 1, day + 1]) {
      now = at
      await ask('GET', '/')
    }
    await expect.poll(() => lines.length).toBe(3)
    const [one, same, other] = lines.map((line) => JSON.parse(line).from)
    expect(one).toMatch(/^[\da-f]{8}$/)
    expect(same).toBe(one)
    expect(other).not.toBe(one)
  })
})

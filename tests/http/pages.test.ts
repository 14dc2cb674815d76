import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Edge } from '../../server/http/edge.ts'
import { createLog } from '../../server/logs.ts'
import { createMetrics } from '../../server/metrics.ts'
import { readSettings } from '../../server/settings.ts'
import { folder } from '../support/folder.ts'
import { asker, expectProblem } from './asking.ts'

/** The application on a built client of one page and one script. */
const built = async () => {
  const dist = join(folder(), 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Pleinbord</title>')
  writeFileSync(join(dist, 'assets', 'main-3fa9.js'), 'export {}')
  writeFileSync(join(dist, 'icon.svg'), '<svg/>')
  writeFileSync(join(dist, '.built'), 'x')
  const edge = {
    settings: readSettings({}),
    log: createLog('silent', { write: () => undefined }),
    metrics: createMetrics(),
    dist,
    now: () => 0,
  }
  const http = createServer(createApp(edge as unknown as Edge)).listen(0, '127.0.0.1')
  onTestFinished(() => void http.close())
  await expect.poll(() => http.listening).toBe(true)
  return { ask: asker(`http://127.0.0.1:${(http.address() as AddressInfo).port}`), dist }
}

describe('the pages', () => {
  it('are one page at the paths that the client knows, always asked anew', async () => {
    const { ask } = await built()
    for (const path of [
      '/',
      '/p/abc',
      '/coach',
      '/coach/abc',
      '/coach/',
      '/eigenaar',
      '/eigenaar/abc',
      '/scherm',
      '/scherm/abc',
      '/organisator',
      '/organisator/abc',
    ]) {
      const { status, text, headers } = await ask('GET', path)
      expect([path, status, text]).toEqual([path, 200, '<!doctype html><title>Pleinbord</title>'])
      expect(headers.get('cache-control')).toBe('no-cache')
    }
    expect((await ask('HEAD', '/coach')).status).toBe(200)
  })

  it('are nowhere else: not for a wrong path, a missing script or a hidden file', async () => {
    const { ask } = await built()
    for (const path of [
      '/p',
      '/p/a/b',
      '/wat',
      '/coach/a/b',
      '/assets/weg.js',
      '/assets',
      '/assets/',
      '/.built',
      '/index.htm',
      '/api',
      '/api/v1',
    ]) {
      expectProblem(await ask('GET', path), 404, 'not-found')
    }
  })

  it('files with a hash in their name are kept for a year, others for an hour', async () => {
    const { ask } = await built()
    const script = await ask('GET', '/assets/main-3fa9.js')
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(script.headers.get('content-type')).toContain('javascript')
    expect((await ask('GET', '/icon.svg')).headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it('a phone that begins with a capital gets there too', async () => {
    const { ask } = await built()
    const { status, headers } = await ask('GET', '/Scherm')
    expect([status, headers.get('location')]).toEqual([302, '/scherm'])
  })

  it('hold no script, style or handler inside the page: the policy would stop it', () => {
    const files = ['client/index.html', 'dist/index.html']
      .map((file) => fileURLToPath(new URL(`../../${file}`, import.meta.url)))
      .filter(existsSync)
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const page = readFileSync(file, 'utf8')
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:|(?:src|href)="(?:https?:)?\/\//i)
    }
  })

  it('that were not built yet are said', async () => {
    const edge = {
      settings: readSettings({}),
      log: createLog('silent', { write: () => undefined }),
      metrics: createMetrics(),
      dist: join(folder(), 'niets'),
      now: () => 0,
    }
    const http = createServer(createApp(edge as unknown as Edge)).listen(0, '127.0.0.1')
    onTestFinished(() => void http.close())
    await expect.poll(() => http.listening).toBe(true)
    expectProblem(await asker(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)('GET', '/'), 503, 'not-built')
  })
})

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { pack } from '../../scripts/packed.ts'
import { sendPacked } from '../../server/http/packed.ts'
import { folder } from '../support/folder.ts'

const script = `export const words = '${'Meer licht bij de trap naar het water. '.repeat(100)}'\n`

type Got = { status: number; headers: Record<string, string | string[] | undefined>; bytes: Buffer }

/** A folder as the build leaves it, served; asked without what `fetch` would add or unpack by itself. */
const served = async () => {
  const dist = join(folder(), 'assets')
  mkdirSync(dist, { recursive: true })
  writeFileSync(join(dist, 'main-3fa9.js'), script)
  writeFileSync(join(dist, 'tiny.css'), 'a{}')
  writeFileSync(join(dist, 'letters.woff2'), Buffer.alloc(2000))
  pack(dist)
  const app = express()
  app.use('/assets', sendPacked(dist), express.static(dist, { index: false, immutable: true, maxAge: '365d' }))
  const http = createServer(app).listen(0, '127.0.0.1')
  onTestFinished(() => void http.close())
  await expect.poll(() => http.listening).toBe(true)
  const { port } = http.address() as AddressInfo
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Got>((resolve, reject) => {
      const asked = request({ port, host: '127.0.0.1', path: `/assets/${path}`, method, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(parts) }))
      })
      asked.on('error', reject)
      asked.end()
    })
  return { get, dist }
}

describe('packed files', () => {
  it('go to whoever takes them: brotli before gzip, and neither to who wants none', async () => {
    const { get } = await served()
    const cases: [string | null, string | undefined][] = [
      [null, undefined],
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
      ['br;q=0.2, gzip;q=0.8', 'br'],
      ['br;q=0, gzip', 'gzip'],
      ['*', 'br'],
      ['*;q=0', undefined],
      ['gzip;q=0, *;q=0.5', 'br'],
      ['identity', undefined],
      ['identity;q=1, br;q=0.5', 'br'],
      ['BR', 'br'],
      ['x-what;q=nonsense', undefined],
    ]
    for (const [accepts, expected] of cases) {
      const { status, headers, bytes } = await get('main-3fa9.js', accepts === null ? {} : { 'Accept-Encoding': accepts })
      expect([accepts, status, headers['content-encoding']]).toEqual([accepts, 200, expected])
      const text = expected === 'br' ? brotliDecompressSync(bytes) : expected === 'gzip' ? gunzipSync(bytes) : bytes
      expect(text.toString()).toBe(script)
      expect(headers['content-length']).toBe(String(bytes.length))
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(headers['vary']).toBe('Accept-Encoding')
    }
  })

  it('have an ETag each, and answer 304 to it', async () => {
    const { get } = await served()
    const tags = new Set<string>()
    for (const accepts of ['br', 'gzip', 'identity']) {
      const first = await get('main-3fa9.js', { 'Accept-Encoding': accepts })
      const tag = String(first.headers['etag'])
      tags.add(tag)
      const again = await get('main-3fa9.js', { 'Accept-Encoding': accepts, 'If-None-Match': tag })
      expect([again.status, again.bytes.length]).toEqual([304, 0])
      expect(again.headers['vary']).toBe('Accept-Encoding')
    }
    expect(tags.size).toBe(3)
  })

  it('HEAD says what GET would, and a part is a part of the file itself', async () => {
    const { get, dist } = await served()
    const { status, headers, bytes } = await get('main-3fa9.js', { 'Accept-Encoding': 'br' }, 'HEAD')
    expect([status, headers['content-encoding'], bytes.length]).toEqual([200, 'br', 0])
    expect(headers['content-length']).toBe(String(readFileSync(join(dist, 'main-3fa9.js.br')).length))
    const part = await get('main-3fa9.js', { 'Accept-Encoding': 'br', Range: 'bytes=0-11' })
    expect([part.status, part.headers['content-encoding'], part.bytes.toString()]).toEqual([206, undefined, 'export const'])
  })

  it('are made only where they are smaller, and lead nowhere else', async () => {
    const { get } = await served()
    for (const name of ['tiny.css', 'letters.woff2']) {
      const { status, headers } = await get(name, { 'Accept-Encoding': 'br, gzip' })
      expect([name, status, headers['content-encoding'], headers['vary']]).toEqual([name, 200, undefined, undefined])
    }
    for (const path of ['weg.js', '../assets/main-3fa9.js', '..%2fassets%2fmain-3fa9.js', './main-3fa9.js%00', '%2e%2e/x.js'])
      expect((await get(path, { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined()
  })
})

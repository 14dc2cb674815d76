import { io } from 'socket.io-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openConnection } from '../../client/session/connection.ts'
import { makePace } from '../../client/session/pace.ts'
import { deadLine } from '../support/deadLine.ts'
import { folder } from '../support/folder.ts'
import { asker, bearer, key } from './asking.ts'
import { child, quickest } from './child.ts'

const env = () => ({ DATA_DIR: folder(), ORGANISER_KEY: key })

describe('the end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s: phones are told to come back, all is stored, exit 0 within five seconds', async (signal) => {
    const settings = env()
    const server = child(settings)
    const origin = await server.origin()
    const ask = asker(origin)
    const made = await ask('POST', '/api/v1/pleins', { title: 'Straat', dilemma: 'Wat nu?' }, bearer(key))
    const { body } = await ask('POST', '/api/v1/join', { code: made.body.code })
    const phone = io(origin, { auth: { token: body.token, protocol: 1 }, transports: ['websocket'], reconnection: false })
    onTestFinished(() => void phone.close())
    const said: unknown[] = []
    phone.on('bye', (bye) => said.push(bye))
    await new Promise((resolve) => phone.once('hello', resolve))
    server.signal(signal)
    const { code, took } = await server.ended()
    expect(code).toBe(0)
    expect(took).toBeLessThan(5000)
    await expect.poll(() => said).toEqual([{ reason: 'restarting' }])

    const again = child(settings)
    const list = await asker(await again.origin())('GET', '/api/v1/pleins', undefined, bearer(key))
    expect(list.body.pleins).toHaveLength(1)
  })

  it('a phone that is asleep holds nobody up', async () => {
    const stops = async (): Promise<number> => {
      const empty = child(env())
      await empty.origin()
      empty.signal('SIGTERM')
      const alone = (await empty.ended()).took
      const server = child(env())
      const origin = await server.origin()
      const ask = asker(origin)
      const made = await ask('POST', '/api/v1/pleins', { title: 'Straat', dilemma: 'Wat nu?' }, bearer(key))
      const { body } = await ask('POST', '/api/v1/join', { code: made.body.code })
      const between = await deadLine(Number(new URL(origin).port))
      const phone = openConnection({ makePace, origin: between.origin, plein: body.plein, token: body.token })
      onTestFinished(phone.close)
      await phone.whenLive()
      await expect.poll(() => phone.documents.replica('board').version()).toBeGreaterThan(0)
      between.dies(/./)
      server.signal('SIGTERM')
      const { code, took } = await server.ended()
      expect(code).toBe(0)
      // On a machine that is busy with other things as long again.
      return (took - alone) / Math.max(1000, alone)
    }
    expect(await quickest(1, stops)).toBeLessThan(1)
  })

  it.each([
    ['throw', 'throw new Error("geheim van Ria")'],
    ['reject', 'Promise.reject(new Error("geheim van Ria"))'],
  ])('an error that nobody expected (%s): exit 1 within two seconds, without its text', async (_, what) => {
    const ends = async (): Promise<number> => {
      const server = child(env(), '--import', `data:text/javascript,process.once("SIGUSR2",()=>{${what}})`)
      await server.origin()
      server.signal('SIGUSR2')
      const { code, took } = await server.ended()
      expect(code).toBe(1)
      expect(server.printed()).toMatch(/"(uncaughtException|unhandledRejection)"/)
      expect(server.printed()).not.toContain('geheim')
      return took
    }
    expect(await quickest(2000, ends)).toBeLessThan(2000)
  })
})

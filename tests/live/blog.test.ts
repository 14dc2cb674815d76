import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { emptyUpdate, readFrame, step1Frame, step2Frame } from '../../server/live/frames.ts'
import { closes } from '../../shared/wire/closes.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { asToken, line } from '../support/line.ts'
import { claim, connect, join as joinAs, type Phone } from '../support/phone.ts'
import { saved } from '../support/saved.ts'
import { startServer, type TestServer } from '../support/server.ts'

const soon = { timeout: 15_000 }
const kindOf = (frame: Buffer) => readFrame(frame)?.kind
const text = (doc: Y.Doc): string => doc.getText('text').toString()
const blogOf = (server: TestServer, who: Phone, init: { method?: string; body?: object } = {}) =>
  fetch(`${server.origin}/api/v1/pleins/${who.plein}/blog`, {
    method: init.method ?? 'GET',
    headers: { Authorization: `Bearer ${who.token}`, 'Content-Type': 'application/json' },
    ...(init.body ? { body: JSON.stringify(init.body) } : {}),
  })
const share = async (server: TestServer, wim: Phone, shared: boolean): Promise<void> => {
  expect((await blogOf(server, wim, { method: 'PATCH', body: { shared } })).status).toBe(200)
}

it('K1 K6 L6 the blog is for the owner alone, until the owner lets coaches write along, and again when that ended', async () => {
  const server = await startServer()
  const made = await server.makePlein()
  const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
  await joost.ask({ type: 'plein.open' })
  const fatma = await joinAs(server, 'Fatma', made)
  const screen = await claim(server, 'de zaal', made.links.screen)
  const full = wim.hello().documents['text/blog']!
  for (const who of [joost, fatma, screen]) {
    expect(who.hello().documents['text/blog']).toBeUndefined()
    const tried = who.open('text/blog', full)
    await expect.poll(() => tried.closes, soon).toEqual([closes.forbidden])
    expect(await who.ask({ type: 'text.earlier', blog: true })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    expect((await blogOf(server, who)).status).toBe(403)
    expect((await blogOf(server, who, { method: 'PATCH', body: { shared: true } })).status).toBe(403)
  }
  const hers = wim.open('text/blog')
  await expect.poll(() => hers.provider.synced, soon).toBe(true)
  hers.doc.getText('text').insert(0, 'EERLIJK-VERHAAL')
  await expect.poll(() => saved(wim, 'text/blog'), soon).toBe(true)
  expect(Buffer.concat(joost.received).includes('EERLIJK-VERHAAL')).toBe(false)

  await share(server, wim, true)
  await expect.poll(() => joost.told.own.findLast(({ documents }) => documents)?.documents?.['text/blog'], soon).toBe(full)
  expect(fatma.told.own.some(({ documents }) => documents?.['text/blog'] !== undefined)).toBe(false)
  // A text that is new to a device is opened under a client id of its own.
  const again = await connect(server, 'Joost', joost)
  const his = again.open('text/blog')
  await expect.poll(() => text(his.doc), soon).toBe('EERLIJK-VERHAAL')
  his.doc.getText('text').insert(7, '-HEEL')
  await expect.poll(() => text(hers.doc), soon).toBe('EERLIJK-HEEL-VERHAAL')
  expect(await again.ask({ type: 'text.earlier', blog: true })).toMatchObject({ ok: true })
  expect((await blogOf(server, again)).status).toBe(200)
  const tried = fatma.open('text/blog', full)
  await expect.poll(() => tried.closes, soon).toEqual([closes.forbidden])

  await server.restart()
  await expect.poll(() => again.socket.connected && again.hello().documents['text/blog'], soon).toBe(full)
  // A line that is not back yet would hear that it may not, and nothing of an end.
  await expect.poll(() => his.closes.length > 0 && his.provider.synced, soon).toBe(true)
  await share(server, wim, false)
  await expect.poll(() => his.closes.at(-1), soon).toBe(closes.epoch)
  const late = again.open('text/blog', full)
  await expect.poll(() => late.closes, soon).toEqual([closes.forbidden])
  expect((await blogOf(server, again)).status).toBe(403)
  expect(await again.ask({ type: 'text.earlier', blog: true })).toMatchObject({ ok: false })
  const fresh = (await connect(server, 'Wim', wim)).open('text/blog')
  await expect.poll(() => text(fresh.doc), soon).toBe('EERLIJK-HEEL-VERHAAL')
})

it('L4 K1 the blog can be written when the Plein is closed for good', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '100' })
  const made = await server.makePlein()
  const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
  await joost.ask({ type: 'plein.open' })
  await joost.ask({ type: 'plein.close', confirmed: true })
  await expect.poll(async () => ((await (await blogOf(server, wim)).json()) as { ready: boolean }).ready, soon).toBe(true)
  const hers = wim.open('text/blog')
  await expect.poll(() => hers.provider.synced, soon).toBe(true)
  hers.doc.getText('text').insert(0, 'De dag erna')
  await expect.poll(() => saved(wim, 'text/blog'), soon).toBe(true)
})

it('A6 K1 L3 the day after, whoever reads the intake and what was written before the room keeps the line, and is asked for no words', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '100' })
  const made = await server.makePlein([{ kind: 'write' }])
  const [joost, wim] = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Wim', made.links.owner)]
  const stage = wim.open('text/stage')
  await expect.poll(() => stage.provider.synced, soon).toBe(true)
  stage.doc.getText('text').insert(0, 'Van wie is de kade?')
  await expect.poll(() => saved(wim, 'text/stage'), soon).toBe(true)
  await joost.ask({ type: 'plein.open' })
  await joost.ask({ type: 'plein.close', confirmed: true })
  await expect.poll(async () => ((await (await blogOf(server, wim)).json()) as { ready: boolean }).ready, soon).toBe(true)
  for (const who of [joost, wim])
    for (const name of ['text/stage', circleText('coaches'), circleText('room')] as const) {
      const { line: by, frames } = await line(server, `/yjs/${who.plein}/${who.hello().documents[name]}`, asToken(who.token))
      const asked = (times: number) => {
        by.send(step1Frame(Uint8Array.of(0)))
        return expect.poll(() => frames.map(kindOf).filter((kind) => kind === 'step2'), soon).toHaveLength(times)
      }
      await asked(1)
      // What every stock provider answers to a step 1, and one that was asked just before closing for good.
      by.send(step2Frame(emptyUpdate))
      await asked(2)
      expect(frames.map(kindOf), `${who.name} ${name}`).not.toContain('step1')
    }
})

import { once } from 'node:events'
import { createServer, connect as dial, type Server } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { lines as w } from '../../client/words/lines.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

/** A proxy that passes pages and stops what its `stops` matches, as networks do that know no WebSocket. */
const proxy = async (port: number): Promise<{ port: number; stops: (what: RegExp | null) => void; close(): Promise<void> }> => {
  let stopped: RegExp | null = null
  const server: Server = createServer((from) => {
    const to = dial(port, '127.0.0.1')
    for (const side of [from, to]) side.on('error', () => undefined)
    from.on('data', (data) => {
      if (stopped?.test(data.toString('latin1'))) from.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      else to.write(data)
    })
    to.on('data', (data) => void (from.writable && from.write(data)))
    from.once('close', () => to.destroy())
    to.once('close', () => from.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = async () => {
    server.close()
  }
  return { port: (server.address() as { port: number }).port, stops: (what) => (stopped = what), close }
}

const upgrades = /upgrade: websocket/i

test('L1 a phone on a network that stops WebSocket, the Plein or everything is told so in one sentence', async () => {
  const server = await startServer()
  const between = await proxy(server.port)
  const browser = await openBrowser()
  onTestFinished(async () => {
    await browser.close()
    await between.close()
  })
  const page = await (await browser.newContext({ locale: 'nl-NL', viewport: { width: 360, height: 780 } })).newPage()
  // As Safari was before 16.
  await page.addInitScript('delete AbortSignal.timeout')
  const origin = `http://127.0.0.1:${between.port}`
  const verdict = page.getByRole('status')
  const says = (text: string) => expect.poll(() => verdict.textContent(), { timeout: 60_000 }).toBe(text)
  const shot = (name: string) => (process.env['SHOTS'] ? page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) : null)

  await page.goto(`${origin}/verbinding`)
  await says(w.verdict.good)
  await shot('good')
  expect(await violations(page)).toEqual([])

  const again = page.getByRole('button', { name: w.again })
  between.stops(upgrades)
  await again.click()
  await says(w.verdict.slow)
  await shot('slow')
  between.stops(/upgrade: websocket|transport=polling/i)
  await again.click()
  await says(w.verdict.shut)
  await page.setViewportSize({ width: 320, height: 640 })
  await shot('shut')
  between.stops(/./)
  await again.click()
  await says(w.verdict.away)

  // The way there, from a door that does not open.
  between.stops(null)
  const { pathname, hash } = new URL((await server.makePlein()).links.join)
  const invited = `${origin}${pathname}${hash}`
  await page.goto(invited)
  between.stops(/./)
  await page.getByRole('button', { name: phone.join.go }).click()
  await page.getByRole('link', { name: w.heading }).click()
  await says(w.verdict.away)
  await page.getByRole('button', { name: w.back }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()

  // And with upgrades stopped a phone gets in and works.
  between.stops(upgrades)
  await page.goto(invited)
  await page.getByRole('button', { name: phone.join.go }).click()
  await page.getByText(phone.inside.prepared.now).waitFor({ timeout: 60_000 })
  expect(await page.getByText(shared.connection.away).count()).toBe(0)
})

import jsqr from 'jsqr'
import type { Locator, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { phone as p } from '../../client/words/phone.nl.ts'
import { screen as w } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { claim } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, sizes, theatre } from '../support/views.ts'

/** A CommonJS module: its types promise a default export, at run time it is one of its keys. */
const readCode = ('default' in jsqr ? jsqr.default : jsqr) as typeof jsqr.default

/** The last row sits at six times the height of the image. A telephone of 4032 pixels over 70 degrees sees that height as 480 pixels. */
const fromTheLastRow = 480

/** Resolves when this stands on the page, if only for a while: looked for at each of its pictures, from now on. */
const stands = async (page: Page, what: string): Promise<void> =>
  void (await page.waitForFunction((what) => document.querySelector(what) !== null, what))

/** Averages squares of pixels, as a lens does; then as large again, as a reader does. */
const seenFrom = async (page: Page, code: Locator, pixels: number): Promise<string | null> => {
  const shot = PNG.sync.read(await page.screenshot())
  const box = (await code.boundingBox())!
  const scale = pixels / shot.height
  const size = Math.round(box.width * scale)
  const step = box.width / size
  const grow = 4
  const image = new Uint8ClampedArray(4 * (size * grow) ** 2)
  const mean = (x: number, y: number): number => {
    let [sum, count] = [0, 0]
    for (let dy = 0; dy < step; dy++)
      for (let dx = 0; dx < step; dx++) {
        const at = (Math.floor(box.y + y * step + dy) * shot.width + Math.floor(box.x + x * step + dx)) * 4
        sum += shot.data[at] ?? 255
        count += 1
      }
    return sum / count
  }
  const grey = Array.from({ length: size * size }, (_, at) => mean(at % size, Math.floor(at / size)))
  const pixel = (x: number, y: number): number =>
    grey[Math.min(size - 1, Math.max(0, y)) * size + Math.min(size - 1, Math.max(0, x))] ?? 255
  for (let y = 0; y < size * grow; y++)
    for (let x = 0; x < size * grow; x++) {
      const [u, v] = [(x + 0.5) / grow - 0.5, (y + 0.5) / grow - 0.5]
      const [left, top] = [Math.floor(u), Math.floor(v)]
      const [a, b] = [u - left, v - top]
      const value =
        (1 - b) * ((1 - a) * pixel(left, top) + a * pixel(left + 1, top)) +
        b * ((1 - a) * pixel(left, top + 1) + a * pixel(left + 1, top + 1))
      image.set([value, value, value, 255], 4 * (y * size * grow + x))
    }
  return readCode(image, size * grow, size * grow)?.data ?? null
}

test('R2 the screen is found from the last row, changes its sign before all eyes, and keeps what it shows through a restart', async () => {
  const it = await theatre()
  const server = { origin: it.server.origin } as TestServer
  const first = 'Hoe wordt het plein bij de bibliotheek weer prettig voor iedereen?'
  const second = 'Hoe wordt het plein bij de bibliotheek weer van de jongeren die er zijn?'
  const third = 'Wie durft er ja te zeggen?'
  const answer = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Plein over de bieb', dilemma: first, programme: [{ kind: 'ideas' }], settings: {} }),
  })
  const plein = (await answer.json()) as MadePlein
  const coach = await claim(server, 'Anneke', plein.links.coach)
  const ask = async (command: Command) => expect((await coach.ask(command)).ok).toBe(true)
  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const crowd = () => coach.told.crowds.at(-1)

  const screen = await it.device(sizes.screen)
  await screen.goto(at(plein.links.screen))
  const code = screen.locator('.lobby-join svg.qr')
  await code.waitFor()
  await screen.evaluate(() => document.fonts.ready.then(() => undefined))
  const height = (await code.boundingBox())!.height
  expect(height / sizes.screen.height).toBeGreaterThanOrEqual(0.55)
  let lobby: string | null = null
  const look = async () => (lobby = await seenFrom(screen, code, fromTheLastRow / 2))
  await expect.poll(look).toContain('/#')

  const fatma = await it.device(sizes.phone)
  await fatma.goto(at(plein.links.join))
  await button(fatma, p.join.go).click()
  await screen.getByText(w.people(1)).waitFor()

  await ask({ type: 'plein.open' })
  const corner = screen.locator('.corner svg.qr')
  await corner.waitFor()
  // From there without zoom; in steady light and in focus, which a picture on a disk always is.
  await expect.poll(() => seenFrom(screen, corner, fromTheLastRow)).toBe(lobby)

  // A window that got another shape says so.
  for (const [shape, size] of [
    ['4:3', { width: 1024, height: 768 }],
    ['16:10', { width: 1280, height: 800 }],
    ['16:9', sizes.screen],
  ] as const) {
    await screen.setViewportSize(size)
    await expect.poll(() => crowd()?.shape).toBe(shape)
  }

  await fatma.getByText(first).first().waitFor()
  // It plays for some seconds, before both at the same moment.
  const play = [screen, fatma].map((page) => stands(page, '.reframing-plays'))
  await ask({ type: 'framing.adopt', text: second, sources: [] })
  await Promise.all(play)
  const changed = async (page: Page) => {
    expect(await page.locator('.plate').first().isVisible()).toBe(true)
    await page.getByRole('status').getByText(shared.chain.spoken(first, second)).waitFor({ state: 'attached' })
    await expect.poll(() => page.locator('.was del').allTextContents()).toEqual(['prettig voor iedereen'])
    await expect.poll(() => page.locator('.reframing ins').allTextContents()).toEqual(['van de jongeren die er zijn'])
  }
  await Promise.all([screen, fatma].map(changed))
  // Another sentence: both stand whole.
  await ask({ type: 'framing.adopt', text: third, sources: [] })
  const whole = async (page: Page) => {
    await page.locator('.was-whole').getByText(second).waitFor()
    await page.locator('.plate-text').getByText(third).first().waitFor()
    await expect.poll(() => page.locator('.reframing ins').count()).toBe(0)
  }
  await Promise.all([screen, fatma].map(whole))
  // Back to the phase, with the new question above it.
  await screen.locator('.stage-writing').waitFor()
  await screen.locator('.stage-plate').getByText(third).waitFor()

  await it.server.kill()
  await screen.locator('.screen-away').getByText(w.away).waitFor()
  expect(await screen.locator('.stage-writing').isVisible()).toBe(true)
  await it.server.start()
  await screen.locator('.screen-away').waitFor({ state: 'detached' })

  await expect.poll(async () => (await coach.ask({ type: 'screen.show', show: { on: 'dark' } })).ok).toBe(true)
  await screen.locator('.screen-dark').waitFor()
  expect((await screen.locator('body').innerText()).trim()).toBe(w.dark)
  expect(await screen.locator('svg, .plate').count()).toBe(0)
  expect(it.faults.filter((fault) => !fault.includes('WebSocket'))).toEqual([])
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { hardToHear, heard, listen } from '../support/ears.ts'
import { led } from '../support/led.ts'
import { claim } from '../support/phone.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']

test('A18 R3 a coach sees which devices are in and puts one out by keyboard, that page says so, and the own device offers no such thing', async () => {
  const it = await theatre()
  const { plein, at, server } = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  const screen = await it.device(sizes.screen)
  await screen.goto(at(plein.links.screen))
  await claim(server, 'Samir', plein.links.owner)
  const other = await openDesk(it, at(plein.links.coach))
  const desk = await openDesk(it, at(plein.links.coach))
  await sheet(desk, 'manage')
  const panel = desk.getByRole('region', { name: w.manage.devices })
  const rows = panel.getByRole('listitem')
  await expect.poll(() => rows.count()).toBe(5)
  // The own one stands first, without a way to put it out.
  await rows.first().getByText(w.manage.device).waitFor()
  expect(await rows.first().getByRole('button').count()).toBe(0)
  await sheet(other, 'manage')
  const mark = await other.getByRole('region', { name: w.manage.devices }).getByRole('listitem').first().locator('b').innerText()
  expect(mark).toMatch(/^Pleincoach [0-9a-f]{4}$/)
  if (pictures) {
    for (const size of [sizes.desk, { width: 820, height: 1180 }, { width: 400, height: 800 }]) {
      await desk.setViewportSize(size)
      await panel.scrollIntoViewIfNeeded()
      await desk.screenshot({ path: `${pictures}/desk-devices-${size.width}.png` })
    }
    await desk.setViewportSize(sizes.desk)
  }
  await listen(desk)
  const end = button(panel, w.manage.deviceEndOf(mark))
  await end.focus()
  await desk.keyboard.press('Enter')
  const asks = desk.getByRole('dialog')
  await asks.getByText(w.manage.deviceWarning.coach).waitFor()
  if (pictures) await desk.screenshot({ path: `${pictures}/desk-devices-sure.png` })
  expect((await new AxeBuilder({ page: desk }).analyze()).violations.map(({ id }) => id)).toEqual([])
  // Escape changes nothing, and the focus is back where it was.
  await desk.keyboard.press('Escape')
  await asks.waitFor({ state: 'detached' })
  await expect.poll(() => end.evaluate((one) => one === document.activeElement)).toBe(true)
  await desk.keyboard.press('Enter')
  await button(asks, w.manage.deviceEndSure).focus()
  await desk.keyboard.press('Enter')
  await panel.getByText(w.manage.deviceEnded(mark)).waitFor()
  await expect.poll(() => rows.count()).toBe(4)
  await other.getByRole('heading', { name: shared.ended.revoked.heading }).waitFor()
  expect(await heard(desk)).toContain(w.manage.deviceEnded(mark))
  await expect.poll(() => desk.evaluate(() => document.activeElement?.closest('section')?.textContent ?? '')).toContain(w.manage.devices)
  expect(await hardToHear(desk)).toEqual([])
  if (pictures) await other.screenshot({ path: `${pictures}/desk-put-out.png` })
  expect(it.faults).toEqual([])
})

test('R3 S5 a coach opens the link again in another tab: one device stays in the list, and both tabs go on', async () => {
  const it = await theatre()
  const { plein, at, coach } = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  const desks = () => coach.told.own.findLast(({ devices }) => devices !== undefined)?.devices?.length ?? 0
  const first = await openDesk(it, at(plein.links.coach))
  const kept = () => first.evaluate((place) => localStorage.getItem(place), `seat:coach:${plein.id}`)
  const before = await kept()
  await expect.poll(desks).toBe(2)
  const second = await first.context().newPage()
  const urls: string[] = []
  second.on('request', (request) => urls.push(request.url()))
  await second.goto(at(plein.links.coach))
  await second.getByRole('tab', { name: w.sheets.manage }).waitFor()
  // One page hears a little later than the other what that has written.
  await expect.poll(kept).not.toBe(before)
  expect(urls.some((url) => url.includes(before ?? 'nothing'))).toBe(false)
  const dead = () => fetch(`${it.server.origin}/api/v1/pleins/${plein.id}/outcome.json`, { headers: { Authorization: `Bearer ${before}` } })
  await expect.poll(async () => (await dead()).status).toBe(401)
  await expect.poll(desks).toBe(2)
  for (const page of [first, second]) {
    await sheet(page, 'manage')
    await button(page, w.manage.askFirst).waitFor()
  }
  await button(first, w.manage.askFirst).click()
  await second.getByText(w.manage.doorAsks).waitFor()
  expect(it.faults).toEqual([])
})

test('A18 S5 a coach opens the link again and the server starts again before the new token is used: what the device had is in no more', async () => {
  const it = await theatre()
  const { plein, at, coach, server } = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  const devices = () => coach.told.own.findLast(({ devices }) => devices !== undefined)?.devices?.map(({ device }) => device) ?? []
  const desk = await openDesk(it, at(plein.links.coach))
  await expect.poll(devices).toHaveLength(2)
  const before = devices()
  // The answer comes, and nothing after it: the new token is not used.
  await desk.route('**/socket.io/**', (route) => route.abort())
  await desk.routeWebSocket(/./, () => undefined)
  await desk.goto('about:blank')
  await desk.goto(at(plein.links.coach))
  await expect.poll(devices).not.toEqual(before)
  await expect.poll(devices).toHaveLength(2)
  await it.server.kill()
  await it.server.start()
  await expect.poll(() => coach.socket.connected).toBe(true)
  // Told anew with whoever comes.
  await claim(server, 'Samir', plein.links.screen)
  await expect.poll(devices).toHaveLength(3)
})

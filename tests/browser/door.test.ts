import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { privacy } from '../../client/words/privacy.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { hardToHear, heard, listen } from '../support/ears.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import type { MadePlein } from '../support/server.ts'
import { button, openDesk, press, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']

test('A15 a door that asks: three phones wait, a reload keeps the place, one is refused, and one tap at the desk lets in who is left', async () => {
  const it = await theatre()
  const made = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Plein Oost', dilemma: 'Wie zorgt er voor de kade?', programme: [{ kind: 'ideas' }] }),
  })
  const plein = (await made.json()) as MadePlein
  const here = (link: string) => link.replace(new URL(link).origin, it.origin)
  const desk = await openDesk(it, here(plein.links.coach))
  await sheet(desk, 'manage')
  await button(desk, w.manage.askFirst).click()
  await desk.getByText(w.manage.doorAsks).waitFor()

  const phones = []
  for (const size of [sizes.phone, { width: 320, height: 568 }, sizes.phone]) {
    const page = await it.device(size)
    await page.goto(here(plein.links.join))
    await button(page, phone.join.go).waitFor()
    await listen(page)
    await button(page, phone.join.go).click()
    await page.getByRole('heading', { name: phone.join.waiting.heading }).waitFor()
    expect(await heard(page)).toEqual([`${phone.join.waiting.heading}${phone.join.waiting.help}`])
    phones.push(page)
  }
  const [fatma, samir, ria] = phones as [(typeof phones)[number], (typeof phones)[number], (typeof phones)[number]]
  await samir.reload()
  await samir.getByRole('heading', { name: phone.join.waiting.heading }).waitFor()
  expect(await samir.getByRole('link', { name: privacy.link }).getAttribute('target')).toBe('_blank')
  const panel = desk.locator('.side')
  await panel.getByText(w.manage.waiting(3)).waitFor()
  // The desk has one action in ink, and it is not here: opening the Plein, or the next phase.
  expect(await panel.locator('.button-main').count()).toBe(0)
  if (pictures) {
    await desk.screenshot({ path: `${pictures}/desk-three-wait.png` })
    await samir.screenshot({ path: `${pictures}/phone-waits.png` })
  }
  for (const page of [desk, samir]) expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  await press(button(panel, w.manage.sendFirstAway))
  await fatma.getByRole('heading', { name: phone.join.stops.refused.heading }).waitFor()
  if (pictures) await fatma.screenshot({ path: `${pictures}/phone-refused.png` })
  await press(button(panel, w.manage.letAllIn))
  for (const page of [samir, ria]) await page.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  await panel.getByText(w.manage.waiting(2)).waitFor({ state: 'detached' })
  // Asked once more, and let in alone.
  await button(fatma, phone.join.again).click()
  await panel.getByText(w.manage.waiting(1)).waitFor()
  await press(button(panel, w.manage.letIn))
  await fatma.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  if (pictures) {
    await button(desk, w.manage.lock).focus()
    await desk.setViewportSize({ width: 820, height: 1180 })
    await desk.screenshot({ path: `${pictures}/desk-tablet.png` })
  }
  expect(it.faults).toEqual([])
})

test('R4 who finds the door too busy waits in line and comes in without pressing again, may stop, and hears it once', async () => {
  const it = await theatre()
  const { plein, at, server } = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  const fatma = await it.device(sizes.phone)
  const [there, asked] = [{ busy: true }, { times: 0 }]
  // As the gate of the server says it; a thousand who really come at once: tests/http/seats.
  const body = JSON.stringify({ type: 'urn:pleinbord:problem:busy', status: 503, code: 'busy', title: 'busy' })
  await fatma.route('**/api/v1/join', (route) => {
    asked.times += 1
    if (!there.busy) return route.continue()
    return route.fulfill({ status: 503, contentType: 'application/problem+json', headers: { 'Retry-After': '1' }, body })
  })
  await fatma.goto(at(plein.links.join))
  await button(fatma, phone.join.go).waitFor()
  await listen(fatma)
  await button(fatma, phone.join.go).click()
  const inLine = fatma.getByRole('heading', { name: phone.join.inLine.heading })
  await inLine.waitFor()
  await expect.poll(() => asked.times, { timeout: 20_000 }).toBeGreaterThan(2)
  expect(await heard(fatma)).toEqual([`${phone.join.inLine.heading}${phone.join.inLine.help}`])
  expect((await new AxeBuilder({ page: fatma }).analyze()).violations.map(({ id }) => id)).toEqual([])
  expect(await hardToHear(fatma)).toEqual([])
  if (pictures) {
    await fatma.screenshot({ path: `${pictures}/phone-in-line.png` })
    await fatma.setViewportSize({ width: 320, height: 568 })
    await fatma.screenshot({ path: `${pictures}/phone-in-line-narrow.png` })
    await fatma.setViewportSize(sizes.phone)
  }

  await button(fatma, phone.join.inLine.leave).click()
  await button(fatma, phone.join.go).waitFor()
  await button(fatma, phone.join.go).click()
  await inLine.waitFor()
  there.busy = false
  await fatma.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  expect((await join(server, 'Ria', plein)).hello().plein.id).toBe(plein.id)
  expect(it.faults).toEqual([])
})

test('R4 a screen and a desk without a link say that too many devices ask for a code, and show one as soon as there is room', async () => {
  const it = await theatre()
  const devices = [
    [await it.device(sizes.screen), '/scherm', screen.knock.full],
    [await it.device(sizes.desk), '/coach', w.claim.knock.full],
  ] as const
  const knock = () => fetch(`${it.server.origin}/api/v1/knocks`, { method: 'POST' })
  let last = await knock()
  for (let times = 0; times < 60 && last.status === 201; times++) last = await knock()
  expect(last.status).toBe(503)
  for (const [page, path, said] of devices) {
    await page.goto(`${it.origin}${path}`)
    await page.getByText(said).waitFor()
    if (pictures) await page.screenshot({ path: `${pictures}/full${path.replace('/', '-')}.png` })
    await page.route('**/api/v1/knocks', (route) => route.fulfill({ status: 201, json: { code: 'BCDF', secret: 'geheim' } }))
    await page.locator('.knock-code').getByText('BCDF').waitFor()
  }
  expect(it.faults).toEqual([])
})

test('L4 where a browser keeps nothing, and what is behind the door fails to come, a phone keeps its one seat through the pages that follow', async () => {
  const it = await theatre()
  const { plein, at, ask } = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  const ria = await it.device(sizes.phone)
  await ria.addInitScript(() => {
    const denied = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: denied })
  })
  const [asked, behind] = [{ times: 0 }, { there: false }]
  ria.on('request', (request) => {
    if (request.url().endsWith('/api/v1/join')) asked.times += 1
  })
  await ria.route('**/assets/start-*.js', (route) => (behind.there ? route.continue() : route.abort()))
  await ria.goto(at(plein.links.join))
  await button(ria, phone.join.go).click()
  // The page that came in its place cannot fetch it either, and the next one can.
  const again = button(ria, shared.failed.again)
  await again.waitFor()
  await Promise.all([ria.waitForEvent('load'), again.click()])
  await again.waitFor()
  behind.there = true
  await again.click()
  await ria.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  await ria.reload()
  await ria.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  expect(asked.times).toBe(1)
  expect(ria.url()).toBe(`${it.origin}/p/${plein.id}`)
  // The seat is one that works.
  await ask({ type: 'plein.open' })
  await ria.getByLabel(phone.write.idea.label, { exact: true }).waitFor()

  // At once behind the door, too; and where a browser keeps it, it stands nowhere else.
  const samir = await it.device(sizes.phone)
  await samir.goto(at(plein.links.join))
  await button(samir, phone.join.go).click()
  await samir.getByLabel(phone.write.idea.label, { exact: true }).waitFor()
  expect(await samir.evaluate(() => JSON.stringify(history.state))).toBe('null')
  const fatma = await it.device(sizes.phone)
  await fatma.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => null }))
  await fatma.goto(at(plein.links.join))
  await button(fatma, phone.join.go).click()
  await fatma.getByLabel(phone.write.idea.label, { exact: true }).waitFor()
  await fatma.reload()
  await fatma.getByLabel(phone.write.idea.label, { exact: true }).waitFor()
  expect(it.faults).toEqual([])
})

test('R3 S5 a coach and the owner stop on a device: its token is worth nothing any more, the way back opens nothing, and the link lets them in again', async () => {
  const it = await theatre()
  const { plein, at } = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  const desk = await openDesk(it, at(plein.links.coach))
  const owner = await it.device(sizes.phone)
  await owner.goto(at(plein.links.owner))
  for (const [page, role, path] of [
    [desk, 'coach', '/coach'],
    [owner, 'owner', '/eigenaar'],
  ] as const) {
    const kept = () => page.evaluate((place) => localStorage.getItem(place), `seat:${role}:${plein.id}`)
    await expect.poll(kept).toBeTruthy()
    const token = await kept()
    if (role === 'coach') await sheet(page, 'manage')
    const inside = page.url()
    await button(page, shared.leave.go).click()
    const asks = page.getByRole('dialog')
    await button(asks, shared.leave.no).click()
    await button(page, shared.leave.go).click()
    if (pictures) await page.screenshot({ path: `${pictures}/leave-${role}.png` })
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    // Without a line nothing is forgotten: the token would go on being worth something.
    await page.route('**/api/v1/leave', (route) => route.abort())
    await button(asks, shared.leave.yes).click()
    await asks.getByRole('alert').getByText(shared.leave.failed).waitFor()
    expect(await kept()).toBe(token)
    await page.unroute('**/api/v1/leave')
    await button(asks, shared.leave.yes).click()
    await page.waitForURL(`**${path}`)
    expect(await kept()).toBe(null)
    const asked = await fetch(`${it.server.origin}/api/v1/pleins/${plein.id}/outcome.json`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    expect(asked.status).toBe(401)
    await page.goto(inside)
    await expect.poll(() => page.getByText(plein.id.slice(0, 6)).count()).toBe(0)
    await page.goto(at(role === 'coach' ? plein.links.coach : plein.links.owner))
    await expect.poll(kept).toBeTruthy()
    expect(await kept()).not.toBe(token)
  }
  expect(it.faults).toEqual([])
})

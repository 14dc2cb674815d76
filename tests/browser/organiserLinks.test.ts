import { expect, test } from 'vitest'
import { coach } from '../../client/words/coach.nl.ts'
import { organiser as w } from '../../client/words/organiser.nl.ts'
import { answersLate, claims, linkOn, loses, makes, organises, read, rowsOf } from '../support/organising.ts'
import { claim, join } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, openDesk, press, settled, sheet, sizes, theatre } from '../support/views.ts'

const seat = (link: string): string => new URL(link).hash.slice(1)

test('S5 A1 a double click makes no new link, at the desk neither; after one no dead link is shown; what is deleted is told as it is now, and once', async () => {
  const it = await theatre({ LIMIT_DOWNLOADS_DESK: '1' })
  const page = await organises(it)
  await makes(page, 'Haven')
  const [owner, led] = [await linkOn(page, w.links.owner), await linkOn(page, w.links.coach)]
  await button(page, w.ready.done).click()
  await button(page, `${w.detail.open}: Haven`).click()
  const asks = (role: string) => button(page, w.links.sure(role))
  await button(page, w.links.rotate(w.links.owner)).dblclick()
  await settled(asks(w.links.owner)).waitFor()
  expect(await claims(it, owner)).toBe(201)

  const desk = await openDesk(it, led)
  await sheet(desk, 'manage')
  await button(desk, coach.manage.rotate.screen).dblclick()
  await settled(button(desk, `${coach.manage.rotateConfirm}: ${coach.roles.screen}`)).waitFor()
  await desk.context().close()

  // One that is meant.
  for (const role of [w.links.coach, w.links.participant]) {
    await button(page, w.links.rotate(role)).click()
    await press(asks(role))
    // A double click right after it asks anew.
    await button(page, w.links.rotate(role)).dblclick()
    await settled(asks(role)).waitFor()
  }
  const [{ id } = { id: '' }] = await rowsOf(it)
  const now = await read<{ code: string; links: { join: string } }>(it, `pleins/${id}`)
  await page.locator('.plein-detail b.code').getByText(now.code.replace('-', ' '), { exact: true }).waitFor()
  const shown = page.getByRole('textbox', { name: w.links.participant, exact: true })
  expect(await shown.evaluateAll((all) => all.map((one) => new URL((one as HTMLInputElement).value).hash.slice(1)))).toEqual([
    seat(now.links.join),
    seat(now.links.join),
  ])
  await button(page, w.detail.links).click()
  await page.locator('.ready-code .code').getByText(now.code, { exact: true }).waitFor()
  expect(seat(await linkOn(page, w.links.participant))).toBe(seat(now.links.join))
  const fresh = await linkOn(page, w.links.coach)
  expect(await claims(it, fresh)).toBe(201)
  await button(page, w.ready.done).click()

  // A download that is refused says why.
  await button(page, `${w.detail.open}: Haven`).click()
  const counts = async () => (await read<{ counts: { seats: number } }>(it, `pleins/${id}`)).counts.seats
  const before = await counts()
  await page.getByText(w.detail.counts(before, 0, 0)).waitFor()
  const got = page.waitForEvent('download')
  await button(page, w.detail.download.csv).click()
  await got
  await button(page, w.detail.download.md).click()
  await page.getByRole('alert').getByText('Dit gaat te snel achter elkaar').waitFor()

  // Meanwhile it opens, and people come in.
  const server = { origin: it.server.origin } as TestServer
  const anneke = await claim(server, 'Anneke', fresh)
  expect(await anneke.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
  for (const name of ['Fatma', 'Ria']) await join(server, name, { code: now.code, links: now.links } as MadePlein)
  await expect.poll(counts).toBeGreaterThan(before + 2)

  // A list of now that comes when the Plein has gone does not bring it back.
  const lateList = await answersLate(it, page, 'pleins')
  await page.locator('.plein-detail').getByLabel(w.form.title).fill('Haven en kade')
  await button(page, w.detail.save).click()
  await page.getByText(w.detail.saved).waitFor()
  await button(page, w.detail.remove).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(w.detail.removeOpen).waitFor()
  for (const line of w.detail.removes(await counts(), 0, 0, 1)) await dialog.getByText(line).waitFor()
  await dialog.getByLabel(w.detail.removeType('Haven en kade')).fill('haven en kade')
  await loses(it, page, 'DELETE', 'pleins/*')
  await button(dialog, w.detail.removeGo).click()
  await dialog.getByText(w.away).waitFor()
  await button(dialog, w.detail.removeGo).click()
  await page.getByRole('heading', { name: w.empty }).waitFor()
  expect(await dialog.count()).toBe(0)
  await lateList()
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([w.empty])
  expect(it.faults).toEqual([])
})

test('S5 the key: a link in the address of an open page opens it, an old one takes the good key from nobody, and one that is forgotten is so in every tab, with what was begun', async () => {
  const it = await theatre()
  const page = await it.device(sizes.desk)
  const list = page.getByRole('heading', { name: w.heading })
  await page.goto(`${it.origin}/organisator`)
  await page.getByRole('heading', { name: w.key.heading }).waitFor()
  await page.goto(`${it.origin}/organisator#${it.server.key}`)
  await list.waitFor()
  expect(page.url()).toBe(`${it.origin}/organisator`)
  await makes(page, 'Haven')
  await button(page, w.ready.done).click()

  for (const leaves of ['about:blank', null]) {
    if (leaves !== null) await page.goto(leaves)
    await page.goto(`${it.origin}/organisator#een-oude-sleutel-die-niet-meer-klopt`)
    await page.getByText(w.key.old).waitFor()
    await page.getByRole('heading', { name: 'Haven', exact: true }).waitFor()
    expect(page.url()).toBe(`${it.origin}/organisator`)
  }
  await page.reload()
  await page.getByRole('heading', { name: 'Haven', exact: true }).waitFor()
  expect(await page.getByText(w.key.old).count()).toBe(0)

  await button(page, w.make).click()
  await page.getByLabel(w.form.dilemma).fill('Wat doen wij met de geheime kade?')
  await button(page, w.form.cancel).click()
  const other = await page.context().newPage()
  await other.goto(`${it.origin}/organisator`)
  await other.getByRole('heading', { name: 'Haven', exact: true }).waitFor()
  await button(page, w.key.forget).click()
  for (const one of [page, other]) await one.getByRole('heading', { name: w.key.heading }).waitFor()
  expect(await other.getByText('Haven').count()).toBe(0)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toMatch(/kade|organisatorsleutel/)
  expect(it.faults).toEqual([])
})

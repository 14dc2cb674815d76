import { expect, test } from 'vitest'
import { coach as desk } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { privacy as en } from '../../client/words/privacy.en.ts'
import { privacy as w } from '../../client/words/privacy.nl.ts'
import { violations } from '../support/axe.ts'
import { hardToHear } from '../support/ears.ts'
import { misfits } from '../support/fits.ts'
import { led } from '../support/led.ts'
import { button, sheet, sizes, theatre } from '../support/views.ts'

const day = 86_400_000
/** As the phones of these tests read a clock. */
const inAmsterdam = new Intl.DateTimeFormat('nl', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' })
const narrow = { width: 320, height: 568 }

test('S1 WCAG 2.2: what is kept, as a page: without a script, at 320 px with letters of 200 %, for a reader, in two languages and on one sheet of paper', async () => {
  const it = await theatre()
  const problems: string[] = []
  for (const [name, size, reader] of [
    ['phone', sizes.phone, undefined],
    ['narrow and large', narrow, 'large'],
    ['desk', sizes.desk, undefined],
  ] as const) {
    const page = await it.device(size, reader)
    await page.goto(`${it.origin}/privacy`)
    await page.getByRole('heading', { level: 1, name: w.title }).waitFor()
    for (const problem of [...(await misfits(page)), ...(await hardToHear(page)), ...(await violations(page))])
      problems.push(`${name}: ${problem}`)
    expect(await page.locator('script').count()).toBe(0)
    // Plain http in this room: it says so, and only then.
    await page.getByText(w.open.wifi).waitFor()
    if (name !== 'desk') continue
    const sheets = async () => (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length
    expect(await sheets()).toBe(1)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: en.title }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await sheets()).toBe(1)
  }
  expect(problems).toEqual([])
  expect(it.faults).toEqual([])
})

test('A13 S4 from the door to the day after, a phone says what is kept of this Plein, by its dates; desk, owner and organiser say the same', async () => {
  const it = await theatre({ LIMIT_TAKE_BACK: '300', BACKUP_DAYS: '12' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  const fatma = await it.device(narrow, 'large')
  await fatma.goto(plein.at(plein.plein.links.join))
  await fatma.getByRole('link', { name: w.link }).click()
  await fatma.getByRole('heading', { level: 1, name: w.title }).waitFor()
  await fatma.getByText(w.until.seats(14)).waitFor()
  // The way back still knows which code was scanned.
  await fatma.getByRole('link', { name: w.back }).click()
  await button(fatma, phone.join.go).click()
  await fatma.waitForURL('**/p/*')

  const box = fatma.getByRole('dialog', { name: w.title })
  const asked = async () => {
    await button(fatma, w.link).click()
    await box.waitFor()
  }
  await asked()
  const known = async () =>
    (await (
      await fetch(`${it.server.origin}/api/v1/pleins/${plein.plein.id}`, { headers: { Authorization: `Bearer ${it.server.key}` } })
    ).json()) as { retainUntil: string; closedAt: string }
  await box.getByText(w.until.allOn(inAmsterdam.format(Date.parse((await known()).retainUntil)))).waitFor()
  await box.getByText(w.until.backups(12)).waitFor()
  await box.getByText(w.until.seats(14)).waitFor()
  await box.getByText(w.sees.outcomeNotShared).waitFor()
  expect([...(await misfits(fatma)), ...(await violations(fatma))]).toEqual([])
  await fatma.keyboard.press('Escape')
  await box.waitFor({ state: 'detached' })
  expect(await button(fatma, w.link).evaluate((it) => it === document.activeElement)).toBe(true)

  await plein.ask({ type: 'plein.open' })
  await plein.ask({ type: 'plein.close', confirmed: true })
  await plein.ask({ type: 'outcome.set', shared: true })
  await fatma.getByRole('heading', { name: phone.closed.heading }).first().waitFor()
  await asked()
  const closedAt = Date.parse((await known()).closedAt)
  await box.getByText(w.until.seatsOn(inAmsterdam.format(closedAt + 14 * day))).waitFor()
  await box.getByText(w.until.linksOn(inAmsterdam.format(closedAt + 7 * day))).waitFor()
  await box.getByText(w.sees.outcomeShared).waitFor()

  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  await button(wim, w.link).click()
  await wim.getByRole('dialog', { name: w.title }).getByText(w.until.closing).waitFor()
  const anneke = await it.device(sizes.desk)
  await anneke.goto(plein.at(plein.plein.links.coach))
  await button(anneke, desk.cover.no).click()
  await sheet(anneke, 'manage')
  await button(anneke, w.link).click()
  await anneke.getByRole('dialog', { name: w.title }).getByText(w.kept.staff).waitFor()
  const organiser = await it.device(sizes.desk)
  await organiser.goto(`${it.origin}/organisator#${it.server.key}`)
  await organiser.getByRole('link', { name: w.link }).click()
  await organiser.getByText(w.until.backups(12)).waitFor()
  expect(it.faults).toEqual([])
})

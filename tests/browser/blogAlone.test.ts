/** A coach writes along in the blog, and the owner goes on alone while that coach has no line. */
import { expect, onTestFinished, test } from 'vitest'
import { coach as coachWords } from '../../client/words/coach.nl.ts'
import { dayAfter as w } from '../../client/words/dayAfter.nl.ts'
import { violations } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { deadLine } from '../support/deadLine.ts'
import { misfits } from '../support/fits.ts'
import { claim } from '../support/phone.ts'
import { startServer } from '../support/server.ts'
import { button, press, sizes } from '../support/views.ts'

const long = { timeout: 30_000 }
const typed = ' Drie kwartier schreef ik aan dit stuk over de kade.'

test('L4 K1 what a coach typed without a line is read at the desk when the owner writes alone again, until it is wiped; what came in stays on no device; K4 what is read over before the yes is what stands there', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '300' })
  const made = await server.makePlein()
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  await joost.ask({ type: 'plein.close', confirmed: true })
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const device = async () => {
    const page = await (await browser.newContext({ locale: 'nl-NL', viewport: sizes.desk, reducedMotion: 'reduce' })).newPage()
    page.setDefaultTimeout(30_000)
    return page
  }
  const [owner, desk] = [await device(), await device()]
  const blog = owner.getByLabel(w.label, { exact: true })
  const along = desk.getByLabel(w.labelCoach, { exact: true })
  const kept = () => desk.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('blog')))
  await owner.goto(made.links.owner)
  await button(owner, w.together.share).click()
  await owner.getByText(w.together.both).waitFor()
  const between = await deadLine(server.port)
  await desk.goto(made.links.coach.replace(server.origin, between.origin))
  await button(desk, coachWords.cover.no).click()
  await along.fill('Samen begonnen.')
  await expect.poll(() => blog.inputValue(), long).toBe('Samen begonnen.')
  await desk.getByText(w.saved, { exact: true }).waitFor()

  // What Joost types while the yes is under way is in what Wim reads over next.
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await owner.route('**/blog', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await button(owner, w.look).click()
  const preview = owner.getByRole('dialog')
  await button(preview, w.preview.publish).click()
  await along.fill('Samen begonnen, en verder.')
  await expect.poll(() => blog.inputValue(), long).toBe('Samen begonnen, en verder.')
  await desk.getByText(w.saved, { exact: true }).waitFor()
  letGo()
  await preview.getByText('Samen begonnen, en verder.').waitFor()
  await owner.keyboard.press('Escape')
  await along.fill('Samen begonnen.')
  await expect.poll(() => blog.inputValue(), long).toBe('Samen begonnen.')
  await desk.getByText(w.saved, { exact: true }).waitFor()

  await button(owner, w.together.stop).click()
  await along.waitFor({ state: 'detached' })
  expect(await kept()).toEqual([])
  expect(await desk.getByText(w.together.left).count()).toBe(0)

  await button(owner, w.together.share).click()
  await expect.poll(() => along.inputValue(), long).toBe('Samen begonnen.')
  // A train, a tunnel.
  await desk.context().setOffline(true)
  between.cut(() => true)
  await desk.getByText(w.away).waitFor()
  await along.focus()
  await desk.keyboard.press('Control+End')
  await desk.keyboard.type(typed)
  await button(owner, w.together.stop).click()
  await owner.getByText(w.together.alone).waitFor()
  await desk.context().setOffline(false)
  await desk.getByText(w.together.left).waitFor()
  await desk.getByText(typed.trim()).waitFor()
  expect(await along.count()).toBe(0)
  expect(await blog.inputValue()).toBe('Samen begonnen.')
  expect(await violations(desk)).toEqual([])
  expect(await misfits(desk)).toEqual([])
  if (process.env['PICTURES']) await desk.screenshot({ path: `${process.env['PICTURES']}/blog-left.png`, fullPage: true })

  await desk.reload()
  await desk.getByText(typed.trim()).waitFor()
  await press(button(desk, w.together.wipe))
  await desk.getByText(w.together.left).waitFor({ state: 'detached' })
  expect(await kept()).toEqual([])
})

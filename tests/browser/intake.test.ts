/** The intake on two devices: the owner's phone and the coach's desk, before the Plein. */
import { writeFileSync } from 'node:fs'
import type { Page, WebSocketRoute } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as desk } from '../../client/words/coach.nl.ts'
import { intake as w } from '../../client/words/intake.nl.ts'
import { sentence } from '../../client/words/sentence.ts'
import type { IntakeCircle } from '../../shared/domain/intake/talk.ts'
import { silent, violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import type { MadePlein } from '../support/server.ts'
import { button, sizes, type Theatre, theatre } from '../support/views.ts'

const soon = { timeout: 20_000 }
const prepared = async (it: Theatre, ready: (owner: Page) => Promise<void> = async () => undefined) => {
  const answer = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein over het Sterrenbos',
      dilemma: 'Hoe krijgen we de overlast uit het Sterrenbos?',
      programme: [{ kind: 'welcome' }, { kind: 'ideas' }],
    }),
  })
  const plein = (await answer.json()) as MadePlein
  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const owner = await it.device({ width: 320, height: 720 })
  await ready(owner)
  await owner.goto(at(plein.links.owner))
  await owner.getByRole('heading', { name: w.heading, exact: true }).waitFor()
  const coach = await it.device(sizes.desk)
  await coach.goto(at(plein.links.coach))
  await button(coach, desk.cover.no).click()
  await coach.getByRole('tab', { name: desk.sheets.intake }).click()
  return { owner, coach, plein, at }
}
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['INTAKE_PICTURES']
  if (folder) writeFileSync(`${folder}/${name}.png`, await page.screenshot({ fullPage: true }))
}
/** The answer of the owner in one circle. */
const field = (page: Page, circle: IntakeCircle) => page.locator(`.line-${circle} textarea`).first()
const isLive = (page: Page) => expect.poll(() => page.locator('.line textarea').first().getAttribute('readonly'), soon).toBeNull()

test('N1 N2 N3 N4 N5 owner and coach talk on two devices: written together, each answer in its circle, wider never silently, a step into the chain', async () => {
  const it = await theatre()
  const { owner, coach, plein, at } = await prepared(it)
  await Promise.all([isLive(owner), isLive(coach)])

  // Both write in one text, and each sees where the other one is.
  const his = field(owner, 'coaches')
  const hers = field(coach, 'coaches')
  await his.pressSequentially('Dat niemand er ’s avonds meer durft te lopen.')
  await expect.poll(() => hers.inputValue(), soon).toBe('Dat niemand er ’s avonds meer durft te lopen.')
  await coach.getByText(w.writing('owner')).waitFor()
  await coach.locator('.caret-owner').first().waitFor()
  await hers.press('Control+End')
  await hers.pressSequentially(' En dat ik er zelf omheen loop.')
  await owner.getByText(w.writing('coach')).waitFor()
  await expect.poll(() => his.inputValue(), soon).toContain('omheen loop.')
  await picture(owner, 'owner-first')
  await picture(coach, 'desk-first')

  // The coach goes on; the owner is told where, and goes along when they want to.
  await coach.getByRole('button', { name: w.stepLabel(5, w.questions.afraid.ask, false) }).click()
  await field(coach, 'coaches').focus()
  await owner.getByText(w.elsewhere('coach', w.questions.afraid.ask)).waitFor()
  await button(owner, w.goThere).click()
  expect(await owner.evaluate(() => document.activeElement?.textContent)).toBe(w.questions.afraid.ask)
  await button(owner, w.add.own).click()
  const own = field(owner, 'own')
  await own.pressSequentially('Dat het onze eigen jongens zijn.')
  await owner.locator('.line-own').getByText(w.state.saved).waitFor()
  await picture(owner, 'owner-own')
  expect(await coach.getByText(w.circles.own).count()).toBe(0)
  expect(await coach.content()).not.toContain('onze eigen jongens')

  // Wider: who will read it is said, no is no, yes is told.
  await owner.locator('.line-own').getByRole('button', { name: w.widen.to.coaches }).click()
  await owner.getByRole('dialog').getByText(w.widen.coaches).waitFor()
  await picture(owner, 'owner-widen')
  await button(owner.getByRole('dialog'), w.widen.no).click()
  await own.waitFor()
  expect(await own.inputValue()).toBe('Dat het onze eigen jongens zijn.')
  await owner.locator('.line-own').getByRole('button', { name: w.widen.to.coaches }).click()
  await button(owner.getByRole('dialog'), w.widen.yes).click()
  await expect.poll(() => field(coach, 'coaches').inputValue(), soon).toBe('Dat het onze eigen jongens zijn.')
  await expect.poll(() => own.inputValue(), soon).toBe('')
  await coach.getByText(w.notice('owner', 'coaches', w.questions.afraid.ask)).waitFor()
  await coach.locator('.line-note').waitFor()
  // It is the owner's: the coach cannot take it further.
  expect(await coach.getByRole('button', { name: w.widen.to.room }).count()).toBe(0)

  // What stays the owner's own stays on this device: another one of theirs, with letters twice as large, has the rest.
  await own.pressSequentially('Dat ik er één ken.')
  await owner.locator('.line-own').getByText(w.state.saved).waitFor()
  const other = await it.device({ width: 320, height: 720 }, 'large')
  await other.goto(at(plein.links.owner))
  await other.getByRole('button', { name: w.stepLabel(5, w.questions.afraid.ask, true) }).click()
  await expect.poll(() => field(other, 'coaches').inputValue(), soon).toBe('Dat het onze eigen jongens zijn.')
  await button(other, w.add.own).click()
  await expect.poll(() => field(other, 'own').getAttribute('readonly'), soon).toBeNull()
  expect(await field(other, 'own').inputValue()).toBe('')
  expect(await misfits(other)).toEqual([])
  await picture(other, 'owner-large')
  await other.context().close()

  // The question underneath becomes a step of the chain.
  for (const page of [owner, coach]) await page.getByRole('button', { name: w.stepLabel(6, w.questions.under.ask, false) }).click()
  await button(owner, w.add.room).click()
  const step = 'Van wie zijn de jongens van het Sterrenbos?'
  await field(owner, 'room').pressSequentially(step)
  await expect.poll(() => field(coach, 'room').inputValue(), soon).toBe(step)
  await coach.locator('.line-room').getByRole('button', { name: w.step.keep }).click()
  await owner.locator('.intake-chain').getByText(w.step.from).waitFor()
  await expect.poll(() => owner.locator('.plate').first().textContent(), soon).toContain(step)
  await button(coach, w.welcome.use).click()
  await coach.getByText(w.welcome.done).waitFor()
  await picture(owner, 'owner-step')
  await picture(coach, 'desk-step')

  // A reload loses nothing of it, and the phone fits and can be read by ear.
  await owner.reload()
  await owner.getByRole('button', { name: w.stepLabel(6, w.questions.under.ask, true) }).click()
  await expect.poll(() => field(owner, 'room').inputValue(), soon).toBe(step)
  for (const page of [owner, coach]) {
    expect(await misfits(page)).toEqual([])
    expect(await violations(page)).toEqual([])
    expect(await silent(page)).toEqual([])
  }
  expect(it.faults).toEqual([])
})

test('L4 N1 what is typed without a line waits on the device, is told so, and comes in when the line is back; by keyboard alone', async () => {
  const it = await theatre()
  const { owner, coach } = await prepared(it)
  await Promise.all([isLive(owner), isLive(coach)])
  const his = field(owner, 'coaches')
  await his.fill('Eerst dit.')
  await expect.poll(() => field(coach, 'coaches').inputValue(), soon).toBe('Eerst dit.')
  await it.server.kill()
  await owner.getByText(w.state.away).first().waitFor(soon)
  await his.press('Control+End')
  await his.pressSequentially(' En dit zonder verbinding.')
  await it.server.start()
  await expect.poll(() => field(coach, 'coaches').inputValue(), { timeout: 30_000 }).toBe('Eerst dit. En dit zonder verbinding.')
  await owner.locator('.line').getByText(w.state.saved).waitFor()

  // Keyboard: to the second question, and what stands there is reached in the order of the page.
  await owner.getByRole('button', { name: w.stepLabel(2, w.questions.now.ask, false) }).focus()
  await owner.keyboard.press('Enter')
  expect(await owner.evaluate(() => document.activeElement?.textContent)).toBe(w.questions.now.ask)
  await owner.keyboard.press('Tab')
  expect(await owner.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
})

test('N3 S1 while a yes is on its way nothing is written under it; what was written elsewhere meanwhile stays, and the owner reads that', async () => {
  const it = await theatre()
  // The yes is lost on its way until the line comes back.
  const lines: WebSocketRoute[] = []
  let away = true
  let lost = 0
  const { owner, coach } = await prepared(it, (page) =>
    page.routeWebSocket(/socket\.io/, (line) => {
      const server = line.connectToServer()
      lines.push(line)
      line.onMessage((message) => {
        // For how long a yes may be on its way is not what this is about: a slow machine would take longer.
        if (!away || !String(message).includes('intake.widen')) return server.send(String(message).replace(/"until":\d+,?/, ''))
        lost += 1
      })
    }),
  )
  const back = async (): Promise<void> => {
    away = false
    for (const line of lines.splice(0)) await line.close()
  }
  await isLive(owner)
  await button(owner, w.add.own).click()
  const own = field(owner, 'own')
  await own.pressSequentially('Dat ik het niet red.')
  const mine = owner.locator('.line-own')
  await mine.getByText(w.state.saved).waitFor()
  // Another tab of the same device.
  const tab = await owner.context().newPage()
  await tab.goto(owner.url())
  await expect.poll(() => field(tab, 'own').inputValue(), soon).toBe('Dat ik het niet red.')
  await expect.poll(() => field(tab, 'own').getAttribute('readonly'), soon).toBeNull()
  /** It goes again by itself when nobody answers, and is lost again. */
  const sayYes = async (): Promise<void> => {
    const before = lost
    await mine.getByRole('button', { name: w.widen.to.coaches }).click()
    await button(owner.getByRole('dialog'), w.widen.yes).click()
    await expect.poll(() => lost, soon).toBeGreaterThan(before)
  }
  await sayYes()
  await owner.getByRole('dialog').getByText(w.widen.underWay).waitFor()
  await picture(owner, 'owner-under-way')
  await button(owner.getByRole('dialog'), w.widen.no).click({ force: true })
  expect(await owner.getByRole('dialog').count()).toBe(1)
  await owner.keyboard.press('Escape')
  await mine.getByText(w.state.underWay).waitFor()
  expect(await own.getAttribute('readonly')).not.toBeNull()
  expect(await misfits(owner)).toEqual([])
  await picture(owner, 'owner-under-way-closed')

  await field(tab, 'own').press('Control+End')
  await field(tab, 'own').pressSequentially(' En mijn vrouw ook niet.')
  await expect.poll(() => own.inputValue(), soon).toBe('Dat ik het niet red. En mijn vrouw ook niet.')
  await tab.locator('.line-own').getByText(w.state.saved).waitFor()
  await back()
  await mine.getByText(sentence({ code: 'line-changed' }, 'nl')).waitFor(soon)
  await picture(owner, 'owner-line-changed')
  await expect.poll(() => own.getAttribute('readonly'), soon).toBeNull()
  expect(await own.inputValue()).toBe('Dat ik het niet red. En mijn vrouw ook niet.')
  expect(await field(coach, 'coaches').inputValue()).toBe('')

  await mine.getByText(w.state.saved).waitFor()
  away = true
  await sayYes()
  await back()
  await expect.poll(() => field(coach, 'coaches').inputValue(), soon).toBe('Dat ik het niet red. En mijn vrouw ook niet.')
  await expect.poll(() => own.inputValue(), soon).toBe('')
  expect(it.faults).toEqual([])
})

test('R2 N1 where the room sees the desk the intake is covered, and once it is left it is covered again', async () => {
  const it = await theatre()
  const { owner, coach } = await prepared(it)
  await isLive(owner)
  await field(owner, 'coaches').fill('Dit is niet voor de zaal.')
  await expect.poll(() => field(coach, 'coaches').inputValue(), soon).toBe('Dit is niet voor de zaal.')
  await coach.getByRole('tab', { name: desk.sheets.manage }).click()
  await coach.getByRole('checkbox', { name: desk.cover.on }).check()
  await coach.getByRole('tab', { name: desk.sheets.intake }).click()
  expect(await coach.locator('.line').count()).toBe(0)
  await button(coach, desk.cover.covered).click()
  await coach.locator('.line').first().waitFor()
  await coach.getByRole('tab', { name: desk.sheets.question }).click()
  await coach.getByRole('tab', { name: desk.sheets.intake }).click()
  expect(await coach.locator('.line').count()).toBe(0)
})

test('L4 an answer that is emptied to be written anew does not go from under the hands', async () => {
  const it = await theatre()
  const { owner } = await prepared(it)
  await button(owner, w.add.own).click()
  const own = field(owner, 'own')
  await own.fill('Ik slaap er slecht van')
  await owner.locator('.line-own').getByText(w.state.saved).waitFor()
  // Now it stands there for its words alone.
  await button(owner, w.next).click()
  await button(owner, w.previous).click()
  await own.focus()
  await owner.keyboard.press('Control+A')
  await owner.keyboard.press('Delete')
  await owner.keyboard.type('Wat mij wakker houdt')
  await expect
    .poll(() => owner.locator('.line-own textarea').evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value)), soon)
    .toEqual(['Wat mij wakker houdt'])
  expect(it.faults).toEqual([])
})

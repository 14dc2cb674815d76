import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import {
  button,
  joinByQr,
  makePlein,
  nextPhase,
  openDesk,
  openScreen,
  readQr,
  releaseAll,
  sheet,
  sizes,
  theatre,
  writes,
} from '../support/views.ts'

const pictures = process.env['PICTURES']

test('L1 L2 L3 L4 the network is cut in the middle of a word, and the server is killed and started again in every phase', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const links = await makePlein(it, { title: 'Plein Vogelbuurt', dilemma: 'Wie zorgt er voor het plein in de Vogelbuurt?' })
  const desk = await openDesk(it, links.coach)
  const screen = await openScreen(it, desk)
  const address = await readQr(screen)
  const fatma = await joinByQr(it, address)
  const joost = await joinByQr(it, address)
  const ria = await joinByQr(it, address)
  await sheet(desk, 'manage')
  await button(desk, w.manage.open).click()
  await fatma.getByText(phone.now.welcome).first().waitFor()

  const killedAndBack = async (meanwhile = async () => {}) => {
    await it.server.kill()
    await fatma.getByText(shared.connection.away).first().waitFor()
    await meanwhile()
    await it.server.start()
    for (const page of [fatma, joost, ria]) await page.getByText(shared.connection.away).first().waitFor({ state: 'hidden' })
    await desk.getByText(w.lost).waitFor({ state: 'hidden' })
  }
  await killedAndBack(async () => {
    // Before anything that takes long: after a while it says more.
    expect(await fatma.getByRole('status').filter({ hasText: shared.connection.away }).count()).toBe(1)
    await desk.getByText(w.lost).waitFor()
    for (const page of [fatma, desk, screen]) expect(await violations(page), page.url()).toEqual([])
    // A key reaches what cannot be pressed now, to hear why; what has the focus is seen whole, and so are the words.
    for (const width of [1280, 820, 360]) {
      await desk.setViewportSize({ width, height: 800 })
      await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
      const focused = desk.locator('.moves .button:focus')
      for (let presses = 0; presses < 80 && (await focused.count()) === 0; presses++) await desk.keyboard.press('Tab')
      const over = () =>
        focused.evaluate((one) => {
          const { left, top, width, height } = one.getBoundingClientRect()
          const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + x * width, top + y * height] as const))
          const others = points.map(([x, y]) => document.elementFromPoint(x, y)).filter((it) => !one.contains(it))
          return others.map((it) => it?.className ?? 'the edge')
        })
      const words = () =>
        desk.getByText(w.lost).evaluate((one) => {
          const { left, top, width, height } = one.getBoundingClientRect()
          return one.contains(document.elementFromPoint(left + width / 2, top + height / 2))
        })
      if (pictures) await desk.screenshot({ path: `${pictures}/away-${width}.png` })
      await expect.poll(over, { message: `${width} wide` }).toEqual([])
      await expect.poll(words, { message: `${width} wide` }).toBe(true)
    }
    await desk.setViewportSize(sizes.desk)
  })

  await nextPhase(desk, 'checkin')
  await writes(joost, 'checkin', 'Ik kom er met de hond')
  await killedAndBack()
  await nextPhase(desk, 'ideas')

  const field = fatma.getByLabel(phone.write.idea.label, { exact: true })
  await field.pressSequentially('Een buurtgroep met een sle')
  await fatma.context().setOffline(true)
  await fatma.getByText(shared.connection.away).first().waitFor()
  await field.pressSequentially('utel van de schuur')
  expect(await field.evaluate((it) => it === document.activeElement)).toBe(true)
  await button(fatma, phone.write.idea.send).click()
  await fatma.getByText(phone.own.state.held).first().waitFor()
  // The field is emptied when the text is on the disk of the phone; until then it is the text that outlives a reload.
  await expect.poll(() => field.inputValue()).toBe('')
  const here = fatma.url()
  await fatma.goto('about:blank')
  await fatma.context().setOffline(false)
  await fatma.goto(here)
  await fatma.getByText(phone.own.state.sent).first().waitFor()

  await joost.getByLabel(phone.write.idea.label, { exact: true }).fill('Dit was ik aan het schrijv')
  await writes(ria, 'idea', 'Het plein is van niemand, dus van ons allemaal')
  await it.server.kill()
  await ria.getByLabel(phone.write.idea.label, { exact: true }).fill('Geschreven terwijl de server weg was')
  await button(ria, phone.write.idea.send).click()
  await it.server.start()
  await ria.locator('.own li', { hasText: 'terwijl de server weg was' }).getByText(phone.own.state.sent).waitFor()
  await sheet(desk, 'ideas')
  await releaseAll(desk, w.contributions.idea, 3)
  for (const page of [fatma, joost, ria, screen])
    for (const text of ['Een buurtgroep met een sleutel van de schuur', 'Het plein is van niemand', 'Geschreven terwijl de server weg was'])
      await page.getByText(text).first().waitFor()

  await nextPhase(desk, 'cluster')
  await joost.getByText(phone.held.phase).waitFor()
  expect(await joost.getByLabel(phone.write.idea.label, { exact: true }).inputValue()).toBe('Dit was ik aan het schrijv')
  await joost.reload()
  await button(joost, phone.write.resume).click()
  await joost.getByText(phone.write.late).waitFor()
  expect(await joost.getByLabel(phone.write.idea.label, { exact: true }).inputValue()).toBe('Dit was ik aan het schrijv')
  await killedAndBack()
  await joost.getByLabel(phone.write.idea.label, { exact: true }).pressSequentially('en')
  await button(joost, phone.write.idea.send).click()
  for (const [name, text] of [
    ['Buurtgroep', 'Een buurtgroep met een sleutel van de schuur'],
    ['Van wie', 'Het plein is van niemand, dus van ons allemaal'],
  ] as const) {
    await desk.getByRole('checkbox', { name: text }).check()
    await button(desk.locator('.selection'), w.groups.create, false).click()
    await desk.getByRole('dialog').getByLabel(w.groups.name).fill(name)
    await desk.keyboard.press('Enter')
    await screen.getByText(name).first().waitFor()
  }

  await nextPhase(desk, 'vote')
  await button(desk, w.votes.go).click()
  const dot = (page: typeof fatma, group: string) => page.getByRole('button', { name: new RegExp(`^Een stip erbij voor [AB]: ${group}`) })
  for (const page of [fatma, joost]) {
    await dot(page, 'Buurtgroep').click()
    await page.getByText(phone.vote.counts).waitFor()
  }
  await it.server.kill()
  await dot(ria, 'Van wie').click()
  await it.server.start()
  await ria.getByText(phone.vote.counts).waitFor()
  await desk.getByText(w.lost).waitFor({ state: 'hidden' })
  await button(desk, w.votes.close).click()
  await button(desk, w.votes.closeGo).click()
  await button(desk, w.votes.reopen(60), false)
    .or(desk.getByRole('button', { name: /^Neem sluiten terug/ }))
    .first()
    .waitFor()
  await killedAndBack()
  await button(desk, w.votes.reveal, false).click()
  await ria.getByRole('row', { name: /Buurtgroep/ }).waitFor()
  expect(await ria.getByRole('row', { name: /Buurtgroep/ }).innerText()).toMatch(/2/)

  await nextPhase(desk, 'reframe')
  await killedAndBack()
  await nextPhase(desk, 'harvest')
  await writes(fatma, 'closing', 'Ik neem de sleutel mee')
  await killedAndBack()
  await sheet(desk, 'harvest')
  await releaseAll(desk, w.contributions.closing, 1)
  await screen.getByText('Ik neem de sleutel mee').waitFor()
  expect(it.faults).toEqual([])
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import {
  button,
  joinByQr,
  makePlein,
  nextPhase,
  openDesk,
  openScreen,
  press,
  readQr,
  releaseAll,
  sheet,
  theatre,
  writes,
} from '../support/views.ts'

const people = ['Fatma', 'Joost', 'Ria', 'Samir', 'Wim', 'Anneke'] as const
const dilemma = 'Hoe houden we de Kanaalstraat veilig en gezellig?'
const better = 'Hoe houden bewoners en ondernemers de Kanaalstraat samen veilig en gezellig?'
const said: Record<(typeof people)[number], string> = {
  Fatma: 'Meer licht bij de trap naar het water',
  Joost: 'Een vaste wijkagent die ons kent',
  Ria: 'De terrassen om elf uur dicht',
  Samir: 'Jongeren een plek geven in het oude postkantoor',
  Wim: 'Minder auto’s in de avond',
  Anneke: 'Ondernemers die elkaar bellen als er iets is',
}

test('R1 R2 S1 L4 a whole Plein in a browser: six phones by QR, a coach, a screen and an owner, on plain http that is not localhost', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '300', LIMIT_TAKE_BACK: '3000' })
  const links = await makePlein(it, { title: 'Plein Kanaalstraat', dilemma })
  const desk = await openDesk(it, links.coach)
  const screen = await openScreen(it, desk)
  const owner = await it.device({ width: 1280, height: 800 })
  await owner.goto(links.owner)
  await owner.getByText(dilemma).first().waitFor()

  const address = await readQr(screen)
  expect(address.startsWith(`${it.origin}/#`)).toBe(true)
  const phones = {} as Record<(typeof people)[number], Page>
  for (const name of people) phones[name] = await joinByQr(it, address)
  expect(phones.Fatma.url()).not.toContain('#')

  await sheet(desk, 'manage')
  await button(desk, w.manage.open).click()
  await phones.Wim.getByText(phone.now.welcome).first().waitFor()

  await nextPhase(desk, 'checkin')
  await writes(phones.Ria, 'checkin', 'Ik woon boven de bakker')
  await sheet(desk, 'ideas')
  await releaseAll(desk, w.contributions.checkin, 1)
  await phones.Samir.getByText('Ik woon boven de bakker').waitFor()

  await nextPhase(desk, 'ideas')
  for (const name of people) await writes(phones[name], 'idea', said[name])
  await sheet(desk, 'ideas')
  await desk.getByText(said.Joost).first().waitFor()
  for (const view of [screen, owner, phones.Fatma]) expect(await view.getByText(said.Joost).count()).toBe(0)
  await releaseAll(desk, w.contributions.idea, 6)
  for (const view of [screen, owner, phones.Fatma]) await view.getByText(said.Joost).first().waitFor()

  await nextPhase(desk, 'cluster')
  for (const [group, members] of [
    ['Toezicht', ['Fatma', 'Joost', 'Ria']],
    ['Samen doen', ['Samir', 'Wim', 'Anneke']],
  ] as const) {
    for (const name of members) await desk.getByRole('checkbox', { name: said[name] }).check()
    await button(desk.locator('.selection'), w.groups.create, false).click()
    await desk.getByRole('dialog').getByLabel(w.groups.name).fill(group)
    await desk.keyboard.press('Enter')
    await screen.getByText(group).first().waitFor()
  }

  // What was put before the room is seen to be so under the pointer that did it, and the way back is in sight.
  for (const label of [w.side.qr, w.side.dark]) {
    const toggle = button(desk, label)
    await toggle.click()
    await desk.locator('.on-screen-pages').getByRole('button', { name: w.side.backToPhase }).waitFor()
    const chalk = await desk
      .locator('.now-label, .on-screen')
      .first()
      .evaluate((one) => {
        const probe = one.ownerDocument.createElement('i')
        probe.style.background = 'var(--chalk)'
        one.append(probe)
        const colour = getComputedStyle(probe).backgroundColor
        probe.remove()
        return colour
      })
    await expect.poll(() => toggle.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(chalk)
    await button(desk, w.side.backToPhase).click()
    await desk.getByRole('button', { name: label, pressed: false }).waitFor()
  }

  await nextPhase(desk, 'vote')
  await button(desk, w.votes.go).click()
  for (const name of people) {
    const group = name === 'Ria' ? 'Samen doen' : 'Toezicht'
    await phones[name].getByRole('button', { name: new RegExp(`^Een stip erbij voor [AB]: ${group}`) }).click()
    await phones[name].getByText(phone.vote.counts).waitFor()
  }
  expect(await screen.getByText('stippen', { exact: false }).count()).toBeGreaterThan(0)
  expect(await phones.Wim.getByRole('table').count()).toBe(0)
  await button(desk, w.votes.close).click()
  await button(desk, w.votes.closeGo).click()
  await button(desk, w.votes.reveal, false).click()
  const row = phones.Wim.getByRole('row', { name: /Toezicht/ })
  await row.waitFor()
  expect(await row.innerText()).toMatch(/5/)

  await nextPhase(desk, 'reframe')
  await writes(phones.Anneke, 'proposal', better)
  await releaseAll(desk, w.contributions.proposal, 1)
  await press(button(desk.locator('li', { hasText: better }), w.question.take))
  await button(desk, w.question.go).click()
  for (const view of [desk, screen, owner, ...Object.values(phones)])
    await view
      .getByText(better)
      .or(view.locator('.plate-text', { hasText: better }))
      .first()
      .waitFor()

  await nextPhase(desk, 'harvest')
  await writes(phones.Joost, 'closing', 'Ik ga morgen langs bij de buren')
  await phones.Ria.getByLabel(phone.promise.when, { exact: true }).fill('het donker wordt')
  await phones.Ria.getByLabel(phone.promise.act, { exact: true }).fill('loop ik een ronde')
  await phones.Ria.getByLabel(phone.promise.who).fill('Ria van hierboven')
  await button(phones.Ria, phone.write.commitment.send).click()
  await sheet(desk, 'harvest')
  await releaseAll(desk, w.contributions.commitment, 1)
  await releaseAll(desk, w.contributions.closing, 1)
  await screen.getByText('Ria van hierboven').waitFor()

  await sheet(desk, 'manage')
  await button(desk, w.manage.closePlein).click()
  await button(desk, w.manage.closeGo).click()
  await phones.Fatma.getByRole('heading', { name: phone.closed.heading }).waitFor()
  await button(desk, w.manage.share).click()
  const [download] = await Promise.all([desk.waitForEvent('download'), button(desk, w.manage.download(w.manage.downloads.json)).click()])
  const outcome = await new Response((await download.createReadStream()) as never).text()
  for (const text of [dilemma, better, ...Object.values(said), 'Ria van hierboven', 'Ik ga morgen langs bij de buren'])
    expect(outcome).toContain(text)
  await desk.locator('p', { hasText: w.why.sealed }).first().waitFor()
  expect(it.faults).toEqual([])
})

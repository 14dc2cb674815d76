import { expect, test } from 'vitest'
import { phone as w } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { translate } from '../support/translated.ts'
import { joinByQr, sizes, theatre } from '../support/views.ts'

const soon = { timeout: 15_000 }

test('L4 I12 a phone whose browser translates the page goes on saying what is so: who reads along, what became of an own text, what the room sees', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote', 'plenary'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  const promises = fatma.locator('.promises').first()
  await expect.poll(() => promises.innerText()).toContain(w.write.sees.hidden)
  await translate(fatma)
  await expect.poll(() => promises.innerText()).toContain(`«${w.write.sees.hidden}»`)

  await plein.ask({ type: 'phase.edit', phase: plein.phase('ideas'), settings: { hidden: false } })
  await expect.poll(() => promises.innerText(), soon).toContain(`«${w.write.sees.open}»`)
  expect(await promises.innerText()).not.toContain(w.write.sees.hidden)

  await fatma.locator('textarea').first().fill('Een bank aan de kade')
  await fatma.locator('form.write button[type=submit]').first().click()
  const own = fatma.locator('.own .card')
  await expect.poll(() => own.locator('.state').first().innerText(), soon).toBe(`«${w.own.state.shared}»`)
  // What people wrote is theirs: no browser changes it under their hands.
  expect(await own.locator('.said').innerText()).toBe('Een bank aan de kade')

  for (const text of ['Meer bomen', 'Een hek']) await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.enter('vote')
  await plein.ask({ type: 'round.open', budget: 3, maximum: 2, over: 'ideas' })
  const more = fatma.locator('[aria-label^="Een stip erbij"]')
  for (const left of [2, 1]) {
    await more.first().click()
    await expect.poll(() => fatma.locator('main').innerText(), soon).toContain(w.vote.left(left, 3))
  }
  await plein.enter('plenary')
  await plein.enter('ideas')
  // Folded by now.
  await expect.poll(() => promises.textContent(), soon).toContain(w.write.sees.open)
  expect(it.faults).toEqual([])
})

test('B3 what leaves the board, and a wording that is not the question any more, leaves a screen and a phone that are translated', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['harvest'])
  await plein.ask({ type: 'plein.open' })
  const ria = await join(plein.server, 'Ria', plein.plein)
  const key = ria.key('belofte')
  await ria.ask({ type: 'idea.post', key, as: 'commitment', text: 'Ik bel de buren', who: 'Ria de Boer', phase: plein.phase('harvest') })
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size, soon).toBe(1)
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'commitment' })
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  const screen = await it.device(sizes.screen)
  await screen.goto(plein.at(plein.plein.links.screen))
  const pages = [fatma, screen]
  for (const page of pages) {
    await page.getByText('Ria de Boer').first().waitFor()
    await translate(page)
  }
  await ria.ask({ type: 'idea.edit', key, text: 'Ik bel de buren', who: '' })
  await plein.ask({ type: 'framing.adopt', text: 'Van wie is de kade?', sources: [] })
  for (const page of pages) {
    const says = () => page.locator('body').innerText()
    await expect.poll(says, soon).not.toContain('Ria de Boer')
    await expect.poll(says, soon).toContain('Van wie is de kade?')
  }
  expect(await screen.locator('main font').count()).toBe(0)
  expect(it.faults).toEqual([])
})

import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { privacy } from '../../client/words/privacy.nl.ts'
import type { FramingEntry } from '../../shared/wire/documents.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led } from '../support/led.ts'
import { button, joinByQr, sizes, theatre, writes } from '../support/views.ts'

const pictures = process.env['PICTURES']

test('I11 F3 words that became the question stay there when their author withdraws: her phone says so of that text alone, and so does the page of what is kept', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['reframe'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  const said = 'Hoe zorgen we samen voor de kade?'
  await writes(fatma, 'proposal', said)
  const other = 'Wie begint er?'
  await writes(fatma, 'proposal', other)
  const desk = () => [...plein.coach.opened('desk').doc.getMap<{ text: string }>('ideas')]
  await expect.poll(() => desk().length).toBe(2)
  const proposal = desk().find(([, { text }]) => text === said)![0]
  await plein.ask({ type: 'ideas.release', ideas: 'all' })

  // As long as it is a proposal among others it goes, and that is all there is to say.
  const own = fatma.locator('.own')
  const ask = button(own, phone.own.withdrawThis(said))
  await ask.click()
  await own.getByText(phone.own.withdrawSure, { exact: true }).waitFor()
  await button(own, phone.own.no).click()

  await plein.ask({ type: 'framing.adopt', text: said, sources: [], proposal })
  await fatma.locator('.question').getByText(said).first().waitFor()
  await ask.click()
  await own.getByText(phone.own.withdrawSureQuestion).waitFor()
  await button(own, phone.own.withdrawThis(other)).click()
  await own.getByText(phone.own.withdrawSure, { exact: true }).waitFor()
  for (const size of [sizes.phone, { width: 320, height: 568 }]) {
    await fatma.setViewportSize(size)
    expect([...(await misfits(fatma)), ...(await violations(fatma))]).toEqual([])
  }
  if (pictures) await own.screenshot({ path: `${pictures}/withdraw-sure.png` })
  await own.locator('.card').filter({ hasText: said }).getByRole('button', { name: phone.own.yes }).click()
  await own.getByText(phone.own.state.withdrawn).waitFor()

  const board = plein.coach.opened('board').doc
  await expect.poll(() => board.getMap('ideas').has(proposal)).toBe(false)
  expect([...board.getMap<FramingEntry>('framings').values()].map(({ text }) => text)).toContain(said)
  const outcome = await fetch(`${it.server.origin}/api/v1/pleins/${plein.plein.id}/outcome.md`, {
    headers: { Authorization: `Bearer ${plein.coach.token}` },
  })
  expect(await outcome.text()).toContain(said)
  await fatma.goto(`${it.origin}/privacy`)
  await fatma.getByText(privacy.until.withdrawn).waitFor()
  expect(privacy.until.withdrawn).toContain(phone.own.withdrawSureQuestion.replace(phone.own.withdrawSure, '').trim())
  expect(it.faults).toEqual([])
})

test('I11 L4 the owner withdraws an own text without a line, though nothing was withdrawn or changed on that page before', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'reframe'])
  await plein.ask({ type: 'plein.open' })
  await plein.enter('reframe')
  const bilal = await it.device(sizes.desk)
  await bilal.goto(plein.at(plein.plein.links.owner))
  await writes(bilal, 'proposal', 'Van wie is de bank?')
  const ideas = () => [...plein.coach.opened('desk').doc.getMap<{ text: string }>('ideas').values()].map(({ text }) => text)
  await expect.poll(ideas).toEqual(['Van wie is de bank?'])
  const own = bilal.locator('.own')
  const fetched = () => bilal.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/laterFields')))
  await expect.poll(fetched).toBe(true)
  await bilal.context().setOffline(true)
  await button(own, phone.own.withdrawThis('Van wie is de bank?')).click()
  await button(own, phone.own.yes).click()
  await own.getByText(phone.own.state.withdrawn).waitFor()
  await bilal.context().setOffline(false)
  await expect.poll(ideas).toEqual([])
  expect(it.faults).toEqual([])
})

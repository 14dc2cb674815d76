import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { button, sizes, theatre } from '../support/views.ts'

test('L4 J2 words that an author writes for their card outlive folding, a reload and another phase, and go when they are sent or left', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'pause'])
  await plein.ask({ type: 'plein.open' })
  const ria = await it.device(sizes.phone)
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  const fold = ria.getByText(phone.cards.heading)
  await fold.click()
  await ria.getByLabel(phone.cards.label).fill('Ik durf niet alles te zeggen.')
  await button(ria, phone.cards.send).click()
  await button(ria, phone.cards.allow).click()
  const field = ria.getByLabel(phone.cards.words)
  await field.fill('Niet iedereen durft hier alles te zeggen.')

  await fold.click()
  await field.waitFor({ state: 'detached' })
  await fold.click()
  expect(await field.inputValue()).toBe('Niet iedereen durft hier alles te zeggen.')
  await plein.enter('pause')
  await ria.reload()
  await fold.click()
  expect(await field.inputValue()).toBe('Niet iedereen durft hier alles te zeggen.')
  const kept = () => ria.evaluate(() => Object.values(localStorage).filter((value) => value.includes('Niet iedereen')).length)
  expect(await kept()).toBe(1)

  await button(ria, phone.cards.back).click()
  expect(await kept()).toBe(0)
  await button(ria, phone.cards.allow).click()
  expect(await field.inputValue()).toBe('Ik durf niet alles te zeggen.')
  await field.fill('Niet iedereen durft dit hier te zeggen.')
  await button(ria, phone.cards.allowed).click()
  await ria.getByText(phone.cards.state.own).waitFor()
  expect(await kept()).toBe(0)
  expect(it.faults).toEqual([])
})

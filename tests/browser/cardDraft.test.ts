import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { button, openDesk, press, sheet, sizes, theatre } from '../support/views.ts'

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

test('J2 J3 L4 words that an author began in one tab are gone when the card is answered in another', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const ria = await it.device(sizes.phone)
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  await ria.getByText(phone.cards.heading).click()
  const texts = ['Ik durf niet alles te zeggen.', 'Er wordt niet geluisterd.']
  for (const text of texts) {
    await ria.getByLabel(phone.cards.label).fill(text)
    await button(ria, phone.cards.send).click()
    await ria.locator('.sealed .card').filter({ hasText: text }).getByText(phone.cards.state.sealed).waitFor()
  }
  const told = () => plein.coach.told.own.findLast(({ cards }) => cards)?.cards ?? []
  await expect.poll(() => told().length).toBe(2)
  for (const { card, text } of told()) await plein.ask({ type: 'card.ask', card, words: `Anders gezegd: ${text}` })
  await ria.reload()
  const other = await ria.context().newPage()
  await other.goto(ria.url())
  for (const page of [ria, other]) await button(page, phone.cards.look).click()
  const card = (page: Page, text: string) => page.locator('.sealed .card').filter({ hasText: text })
  for (const text of texts) {
    await button(card(ria, text), phone.cards.yesOwn).click()
    await card(ria, text).getByLabel(phone.cards.words).fill('Zo had ik het willen zeggen.')
  }
  const kept = () => ria.evaluate(() => Object.values(localStorage).filter((value) => value.startsWith('Zo had ik')).length)
  expect(await kept()).toBe(2)

  await button(card(other, texts[0]!), phone.cards.yesCoach).click()
  await card(other, texts[0]!).getByText(phone.cards.state.coach).waitFor()
  await button(card(other, texts[1]!), phone.cards.no).click()
  await card(other, texts[1]!).getByText(phone.cards.state.no).waitFor()
  expect(await kept()).toBe(0)
  await ria.reload()
  await ria.getByText(phone.cards.heading).click()
  await card(ria, texts[0]!).getByText(phone.cards.state.coach).waitFor()
  await card(ria, texts[1]!).getByText(phone.cards.state.no).waitFor()
  expect(await ria.getByLabel(phone.cards.words).count()).toBe(0)
  expect(it.faults).toEqual([])
})

test('J4 J5 L4 what a coach began to write to an author goes when that coach puts the card aside, or its author takes it back; not when another coach puts it aside', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const ria = await join(plein.server, 'Ria', plein.plein)
  const seal = async (text: string) => expect(await ria.ask({ type: 'card.seal', key: ria.key(text), text })).toMatchObject({ ok: true })
  for (const text of ['Bij de kade', 'Over het bankje', 'In de nacht']) await seal(text)
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  const tab = desk.getByRole('tab', { name: new RegExp(`^${w.sheets.cards}`) })
  await expect.poll(() => tab.count()).toBe(1)
  await sheet(desk, 'cards')
  const row = (text: string) => desk.locator('.panel li.idea').filter({ hasText: text })
  const field = (text: string) => row(text).getByLabel(w.cards.words)
  const begin = async (text: string) => {
    await press(button(row(text), w.cards.ask))
    await field(text).fill(`Zullen we zeggen: ${text}?`)
  }
  const begun = (...texts: string[]) => texts.map((text) => `Zullen we zeggen: ${text}?`)
  const kept = () =>
    desk.evaluate(() =>
      Object.values(localStorage)
        .filter((value) => value.startsWith('Zullen we'))
        .sort(),
    )
  const [mine, hers, gone] = ['Bij de kade', 'Over het bankje', 'In de nacht'] as const
  for (const text of [mine, hers, gone]) await begin(text)
  expect(await kept()).toHaveLength(3)

  await press(button(row(mine), w.cards.aside))
  await expect.poll(kept).toEqual(begun(gone, hers))
  await desk.getByText(w.cards.asideCount(1)).click()
  await press(button(row(mine), w.cards.back))
  await press(button(row(mine), w.cards.ask))
  expect(await field(mine).inputValue()).toBe('')

  // Anneke puts one aside under the hands of Joost.
  const told = () => plein.coach.told.own.findLast(({ cards }) => cards)?.cards ?? []
  const { card } = told().find(({ text }) => text === hers)!
  await plein.ask({ type: 'card.aside', card, aside: true })
  await desk.getByText(w.cards.asideCount(1)).waitFor()
  await plein.ask({ type: 'card.aside', card, aside: false })
  await press(button(row(hers), w.cards.ask))
  expect(await field(hers).inputValue()).toBe(`Zullen we zeggen: ${hers}?`)

  await ria.ask({ type: 'card.withdraw', key: ria.key(gone) })
  await row(gone).waitFor({ state: 'detached' })
  await expect.poll(kept).toEqual(begun(hers))
  await desk.reload()
  await sheet(desk, 'cards')
  await button(row(hers), w.cards.ask).click()
  expect(await field(hers).inputValue()).toBe(`Zullen we zeggen: ${hers}?`)
  expect(it.faults).toEqual([])
})

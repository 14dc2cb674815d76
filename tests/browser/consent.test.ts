import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { button, joinByQr, press, settled, theatre } from '../support/views.ts'

const soon = { timeout: 15_000 }
const first = 'Er wordt geslagen op het werk'
const other = 'Chef Jansen slaat op het werk'

test('J2 a thumb, or a key, that was on its way to yes or no answers nothing about other words that a coach proposes just then', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  await fatma.getByText(phone.cards.heading).click()
  await fatma.getByLabel(phone.cards.label).fill('Mijn chef slaat ons')
  await button(fatma, phone.cards.send).click()
  const told = () => plein.coach.told.own.findLast((own) => own.cards)?.cards ?? []
  await expect.poll(() => told().length, soon).toBe(1)
  const card = told()[0]!.card
  const reads = fatma.locator('.sealed blockquote')
  const proposes = async (words: string) => {
    await plein.ask({ type: 'card.ask', card, words })
    // A phone asks what became of its cards when it is looked at, and not at each look.
    await expect
      .poll(async () => {
        await fatma.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')))
        return reads.allInnerTexts()
      }, soon)
      .toEqual([words])
  }
  await proposes(first)
  const yes = button(fatma, phone.cards.yesCoach)
  await settled(yes).waitFor()

  const looks = await fatma.locator('.sealed').evaluateHandle(
    (sealed, names) => ({
      pressed: new Promise<string>((done) => {
        const said = () => sealed.querySelector('blockquote')?.textContent ?? ''
        const before = said()
        const watch = new MutationObserver(() => {
          if (said() === before) return
          watch.disconnect()
          setTimeout(() => {
            const read = said()
            const button = (name: string) => [...sealed.querySelectorAll('button')].find(({ textContent }) => textContent === name)!
            const [yes, no] = names.map(button)
            yes!.click()
            for (const one of [yes!, no!]) one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
            done(read)
          })
        })
        watch.observe(sealed, { childList: true, subtree: true, characterData: true })
      }),
    }),
    [phone.cards.yesCoach, phone.cards.no],
  )
  await proposes(other)
  expect(await looks.evaluate(({ pressed }) => pressed)).toBe(other)
  // Whatever was pressed would have been sent before this.
  await settled(yes).waitFor()
  expect(told()[0]).toMatchObject({ asked: { words: other }, allowed: null })
  await press(yes)
  await expect.poll(() => told()[0]?.allowed, soon).toMatchObject({ as: 'coach', words: other })
  expect(it.faults).toEqual([])
})

import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { button, joinByQr, theatre, writes } from '../support/views.ts'

test('G1 the second half of a double tap answers nothing about the next idea, whose buttons stand in the same place; a key may go on', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'cluster'])
  await plein.ask({ type: 'plein.open' })
  const ria = await joinByQr(it, plein.at(plein.plein.links.join))
  const texts = ['Een bank', 'Meer bomen', 'Een hek']
  for (const text of texts) await writes(ria, 'idea', text)
  const board = plein.coach.opened('board')
  const shared = () => [...board.doc.getMap('ideas').keys()]
  await expect
    .poll(async () => {
      await plein.coach.ask({ type: 'ideas.release', ideas: 'all' })
      return shared().length
    })
    .toBe(3)
  await plein.ask({ type: 'cluster.create', name: 'Groen', ideas: shared() })
  await plein.enter('cluster')
  await plein.ask({ type: 'cluster.ask', clusters: 'all', asking: true })
  const yes = button(ria, phone.verify.yes)
  const settled = yes.and(ria.locator(':not([aria-busy])'))
  const asked = () => ria.locator('.verify .said').innerText()
  await settled.waitFor()

  /** Presses the button of this name in the moment in which it comes, and says of which idea it was. */
  const pressesNext = (name: string) =>
    ria.locator('main').evaluate(
      (main, name) =>
        new Promise<string>((done) => {
          const find = () => [...main.querySelectorAll('.verify button')].find(({ textContent }) => textContent === name)
          const before = find()
          const watch = new MutationObserver(() => {
            const now = find()
            if (!now || now === before) return
            watch.disconnect()
            const text = main.querySelector('.verify .said')!.textContent
            now.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 2 }))
            done(text)
          })
          watch.observe(main, { childList: true, subtree: true })
        }),
      name,
    )
  const first = await asked()
  const next = pressesNext(phone.verify.yes)
  await yes.click()
  const second = await next
  expect(second).not.toBe(first)
  await settled.waitFor()
  expect(await asked()).toBe(second)

  await button(ria, phone.verify.words).click()
  const back = pressesNext(phone.verify.out)
  await button(ria, phone.verify.back).and(ria.locator(':not([aria-busy])')).click()
  expect(await back).toBe(second)
  await settled.waitFor()
  expect(await asked()).toBe(second)

  // A key presses what its reader hears, at once.
  await yes.press('Enter')
  await ria.locator('.verify .said', { hasText: second }).waitFor({ state: 'detached' })
  await yes.press('Enter')
  await ria.locator('.verify').waitFor({ state: 'detached' })
  expect(it.faults).toEqual([])
})

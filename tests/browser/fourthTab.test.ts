import { expect, test } from 'vitest'
import { screen as w } from '../../client/words/screen.nl.ts'
import { led } from '../support/led.ts'
import { sizes, theatre } from '../support/views.ts'

test('L3 a screen of which three more tabs are opened comes back by itself, and shows what goes on', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'plenary'])
  const page = await it.device(sizes.screen)
  await page.goto(plein.at(plein.plein.links.screen))
  await page.waitForURL('**/scherm/*')
  await page.locator('.stage').waitFor()
  // For a second or a few: looked for at each picture of the page, from before it can be there.
  const away = page.waitForFunction((words) => document.querySelector('.screen-away')?.textContent?.includes(words), w.away, {
    timeout: 60_000,
  })
  for (let more = 0; more < 3; more++) {
    const other = await page.context().newPage()
    // A tab that stands behind another one.
    await other.addInitScript(() => Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }))
    await other.goto(page.url())
    await other.locator('.stage').waitFor()
  }
  await away
  await page.locator('.screen-away').waitFor({ state: 'hidden' })
  await plein.ask({ type: 'plein.open' })
  await page.locator('.lobby').waitFor({ state: 'detached' })
  expect(it.faults).toEqual([])
})

import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** As somebody without a pointer gets there: forwards, until it has the focus. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let pressed = 0; pressed < 200; pressed++) {
    if (await target.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`not reached with the Tab key: ${target}`)
}
export const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
  // A button that has just turned into another one takes no press for half a second, and one of something that is being saved says so.
  for (const state of ['aria-busy', 'aria-disabled']) await expect.poll(() => target.getAttribute(state)).toBe(null)
  await tabTo(page, target)
  await page.keyboard.press(key)
}

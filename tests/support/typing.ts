import type { Page } from 'playwright-core'

/** What stands in the field that has the cursor. */
export const typing = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement
    return at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement ? at.value : `no field, but ${at?.tagName}`
  })

import { expect, test } from 'vitest'
import { theatre } from '../support/views.ts'

test('without JavaScript, on an old browser and on a lost connection a page says what to do, in both languages', async () => {
  const { browser, server } = await theatre()
  const shown = async (options: { javaScriptEnabled?: boolean }, spoil: 'nothing' | 'old' | 'scripts') => {
    const context = await browser.newContext({ viewport: { width: 320, height: 568 }, ...options })
    const page = await context.newPage()
    if (spoil === 'old') await page.addInitScript('delete window.structuredClone')
    if (spoil !== 'nothing') await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto(server.origin)
    if (spoil !== 'nothing') await page.getByRole('alert').waitFor()
    const text = await page.locator('body').innerText()
    expect(await page.evaluate(() => document.documentElement.scrollWidth).catch(() => 320)).toBeLessThanOrEqual(320)
    await context.close()
    return text
  }
  const without = await shown({ javaScriptEnabled: false }, 'nothing')
  expect(without).toMatch(/Zet JavaScript aan[\s\S]*Switch JavaScript on/)
  expect(without).not.toContain('Even geduld')
  expect(await shown({}, 'old')).toMatch(/Deze browser is te oud[\s\S]*This browser is too old/)
  expect(await shown({}, 'scripts')).toMatch(/Het laden lukte niet[\s\S]*did not load/)
})

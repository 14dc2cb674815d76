import { expect, test } from 'vitest'
import { shared as en } from '../../client/words/shared.en.ts'
import { shared as nl } from '../../client/words/shared.nl.ts'
import type { MadePlein } from '../support/server.ts'
import { sizes, theatre } from '../support/views.ts'

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
  expect(without).not.toContain(nl.loading)
  expect(await shown({}, 'old')).toMatch(/Deze browser is te oud[\s\S]*This browser is too old/)
  expect(await shown({}, 'scripts')).toMatch(/Het laden lukte niet[\s\S]*did not load/)
})

test('a page of an English Plein says nothing in Dutch alone while it loads', async () => {
  const it = await theatre()
  const answer = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Whose quay?', dilemma: 'Who looks after the quay?', locale: 'en', programme: [{ kind: 'ideas' }] }),
  })
  const { links } = (await answer.json()) as MadePlein
  /** Everything that stood on the page, also for less than a frame. */
  const stood: Record<string, string[]> = {}
  const watched = async () => {
    const page = await it.device(sizes.desk)
    await page.addInitScript(() => {
      const stood: string[] = []
      Object.assign(window, { stood })
      new MutationObserver(() => stood.push(document.getElementById('page')?.textContent ?? '')).observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    return page
  }
  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const visits = (['coach', 'screen', 'owner', 'join'] as const).map(async (name) => {
    const page = await watched()
    await page.goto(at(links[name]))
    if (name === 'join') {
      // The door is common to all Pleinen; behind it this one's own language begins.
      await page.getByRole('button', { name: 'Doe mee' }).click()
      await page.waitForURL('**/p/*')
      await page.reload()
    }
    await page.getByText('Who looks after the quay?').first().waitFor()
    stood[name] = await page.evaluate(() => (window as unknown as { stood: string[] }).stood)
  })
  await Promise.all(visits)
  for (const [name, texts] of Object.entries(stood)) {
    expect(texts.filter((text) => text.includes(nl.loading) && text.includes(en.loading)).length, name).toBeGreaterThan(0)
    const dutch = texts
      .map((text) => (text.includes(en.loading) ? text.replace(nl.loading, '') : text))
      .filter((text) => /\b(het|de|een|uw|u)\b/i.test(text))
    expect([...new Set(dutch)], name).toEqual([])
  }
  expect(it.faults).toEqual([])
})

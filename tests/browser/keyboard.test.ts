import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.en.ts'
import { phone } from '../../client/words/phone.en.ts'
import type { MadePlein } from '../support/server.ts'
import { press, tabTo } from '../support/tabbing.ts'
import { button, sizes, theatre } from '../support/views.ts'

test('A7 a Plein in English with nothing but a keyboard: opened, written, shared, grouped, merged, undone, voted, shown, asked anew, closed', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const made = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein on the quay',
      dilemma: 'How does the quay stay open to all?',
      locale: 'en',
      programme: [{ kind: 'ideas' }, { kind: 'cluster' }, { kind: 'vote' }, { kind: 'reframe' }],
    }),
  })
  const plein = (await made.json()) as MadePlein
  const open = async (link: string, size: { width: number; height: number }): Promise<Page> => {
    const page = await it.device(size)
    await page.goto(link.replace(/^https?:\/\/[^/]+/, it.origin))
    return page
  }
  const desk = await open(plein.links.coach, sizes.desk)
  await press(desk, button(desk, w.cover.no))
  const wall = await open(plein.links.screen, sizes.screen)
  const people: Page[] = []
  for (let n = 0; n < 3; n++) {
    const page = await open(plein.links.join, sizes.phone)
    await press(page, page.getByRole('button', { name: /^(Doe mee|Join)/ }))
    await page.waitForURL('**/p/*')
    people.push(page)
  }
  const [samir, ria, wim] = people as [Page, Page, Page]
  const sheet = async (name: keyof typeof w.sheets) => {
    const tab = desk.getByRole('tab', { name: new RegExp(`^${w.sheets[name]}`) })
    await tabTo(desk, desk.getByRole('tab', { selected: true }))
    for (let n = 0; n < 9 && (await tab.getAttribute('aria-selected')) !== 'true'; n++) await desk.keyboard.press('ArrowRight')
    expect(await tab.getAttribute('aria-selected')).toBe('true')
  }
  await sheet('manage')
  await press(desk, button(desk, w.manage.open))

  for (const [page, text] of [
    [samir, 'Benches for everybody'],
    [ria, 'No fences'],
  ] as const) {
    await tabTo(page, page.getByLabel(phone.write.idea.label, { exact: true }))
    await page.keyboard.type(text)
    await press(page, button(page, phone.write.idea.send))
    await page.locator('.own').getByText(phone.own.state.sent).waitFor()
  }
  await sheet('ideas')
  await desk.locator('.panel-head h2 b').first().getByText('2', { exact: true }).waitFor()
  await press(desk, button(desk, w.ideasSheet.releaseAll))
  await press(desk, button(desk, w.ideasSheet.previewGo(2)))
  await wim.getByText('No fences').first().waitFor()

  await press(desk, button(desk, w.rail.next(w.kinds.cluster), false).first())
  const group = async (idea: string, name: string) => {
    await sheet('groups')
    // One stop for the whole list; the arrows go on in it.
    const card = desk.getByRole('checkbox', { name: idea })
    await tabTo(desk, desk.locator('input[type=checkbox][tabindex="0"]').first())
    for (let n = 0; n < 5 && !(await card.evaluate((it) => it === document.activeElement)); n++) await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Space')
    await desk.locator('.selection').waitFor()
    await desk.keyboard.press('n')
    await desk.getByRole('dialog').getByLabel(w.groups.name).waitFor()
    await desk.keyboard.type(name)
    await desk.keyboard.press('Enter')
    await wall.getByText(name).first().waitFor()
  }
  await group('No fences', 'Fenceless')
  await desk.getByRole('dialog').waitFor({ state: 'hidden' })
  await desk.keyboard.press('Control+z')
  for (const page of [wall, desk]) await expect.poll(() => page.getByText('Fenceless').count()).toBe(0)
  await group('No fences', 'Open space')
  await group('Benches for everybody', 'Places to sit')

  await press(desk, desk.locator('summary', { hasText: w.groups.more }).first())
  await press(desk, button(desk, w.groups.merge).first())
  await desk.getByRole('combobox').waitFor()
  await desk.keyboard.press('Enter')
  await desk.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => desk.locator('.group').count()).toBe(1)
  await desk.keyboard.press('Control+z')
  await expect.poll(() => desk.locator('.group').count()).toBe(2)

  // The way back of the move before has gone, so the button stays which one it is.
  await button(desk, w.rail.backTo(w.kinds.ideas), false).waitFor({ state: 'detached' })
  await press(desk, button(desk, w.rail.next(w.kinds.vote), false).first())
  await sheet('votes')
  await press(desk, button(desk, w.votes.go))
  for (const page of people) {
    await press(page, page.getByRole('button', { name: /Open space/ }).last())
    await page.getByText(phone.vote.counts).waitFor()
  }
  await press(desk, button(desk, w.votes.close))
  await press(desk, button(desk, w.votes.closeGo))
  await desk.getByRole('dialog').waitFor({ state: 'hidden' })
  await desk.keyboard.press('r')
  await wim.getByRole('row', { name: /Open space/ }).waitFor()

  await press(desk, button(desk, w.rail.next(w.kinds.reframe), false).first())
  await sheet('question')
  await tabTo(desk, desk.getByLabel(w.question.text, { exact: true }))
  await desk.keyboard.type('Whose is the quay?')
  await press(desk, desk.locator('.sources summary', { hasText: w.question.sourceGroups }))
  await press(desk, desk.getByRole('checkbox', { name: 'Open space' }), 'Space')
  await press(desk, button(desk, w.question.go))
  for (const page of [wall, wim]) await page.locator('.plate-text', { hasText: 'Whose is the quay?' }).first().waitFor()
  await wim
    .getByText(/‘Open space’/)
    .first()
    .waitFor()

  await sheet('manage')
  await press(desk, button(desk, w.manage.closePlein))
  await press(desk, button(desk, w.manage.closeGo))
  await wim.getByRole('heading', { name: phone.closed.heading }).waitFor()
  expect(await wall.locator('html').getAttribute('lang')).toBe('en')
  expect(it.faults).toEqual([])
})

import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { silent, violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { press, tabTo } from '../support/tabbing.ts'
import { button, joinByQr, sizes, theatre } from '../support/views.ts'

/** Where pictures go, when somebody wants to look. */
const pictures = process.env['PICTURES']

const dilemma = 'Hoe houden we de kade ’s nachts veilig voor iedereen die er woont?'
const near = 'Hoe houden we de kade ’s nachts stil voor iedereen die er woont?'
const far = 'Wie is er wakker als er iets gebeurt, en wie mogen we dan bellen?'
/** As long as a wording may be. */
const long = `${'Wat vraagt de nacht van bewoners, ondernemers en de havenvaarwegveiligheidscoördinator, '.repeat(6).slice(0, 480).trimEnd()} op de kade?`

test('V16 V17 V18 F2 a room votes on wordings twice: by keyboard at the desk, the shift on screen and phone, and one is adopted with the round as its source', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, dilemma, ['reframe', 'vote'], { vote: { over: 'framings' } })
  const { ask, at, coach } = plein
  await ask({ type: 'plein.open' })
  const board = coach.opened('board')
  const ids: Record<string, string> = {}
  for (const text of [near, far, long]) {
    ids[text] = String((await ask({ type: 'idea.enter', as: 'proposal', text, phase: plein.phase('reframe') }))['idea'])
  }
  await ask({ type: 'ideas.release', ideas: 'all', as: 'proposal' })
  await plein.enter('vote')

  const open = async (link: string, size: { width: number; height: number }): Promise<Page> => {
    const page = await it.device(size)
    await page.goto(at(link))
    return page
  }
  const desk = await open(plein.plein.links.coach, sizes.desk)
  await press(desk, button(desk, w.cover.no))
  const wall = await open(plein.plein.links.screen, sizes.screen)
  const small = await open(plein.plein.links.screen, { width: 1024, height: 768 })
  const fatma = await joinByQr(it, at(plein.plein.links.join))
  await fatma.setViewportSize({ width: 320, height: 568 })
  const others = await Promise.all(['Joost', 'Ria', 'Wim', 'Samir', 'Hanna'].map((name) => join(plein.server, name, plein.plein)))

  const shows = async (moment: string): Promise<void> => {
    const pages: [string, Page][] = [
      ['desk', desk],
      ['screen', wall],
      ['screen-small', small],
      ['phone', fatma],
    ]
    for (const [name, page] of pages) {
      if (pictures) {
        await mkdir(pictures, { recursive: true })
        await page.screenshot({ path: `${pictures}/${moment}-${name}.png`, fullPage: !name.startsWith('screen') })
      }
      expect(await misfits(page), `${moment}, ${name}`).toEqual([])
      expect(await silent(page), `${moment}, ${name}`).toEqual([])
      const below = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
      if (name.startsWith('screen')) expect(below, `${moment}, ${name}`).toBeLessThanOrEqual(0)
      expect(await violations(page), `${moment}, ${name}`).toEqual([])
    }
  }
  const rounds = () => [...board.doc.getMap<RoundEntry>('rounds')]
  const sheet = async (name: 'votes'): Promise<void> => {
    const tab = desk.getByRole('tab', { name: new RegExp(`^${w.sheets[name]}`) })
    await tabTo(desk, desk.getByRole('tab', { selected: true }))
    for (let n = 0; n < 9 && (await tab.getAttribute('aria-selected')) !== 'true'; n++) await desk.keyboard.press('ArrowRight')
  }
  const closeAndShow = async (): Promise<void> => {
    await press(desk, button(desk, w.votes.close))
    await press(desk, button(desk, w.votes.closeGo))
    await desk.getByRole('dialog').waitFor({ state: 'hidden' })
    await desk.keyboard.press('r')
  }
  const letterOf = (text: string): string => {
    const items = rounds()[0]?.[1].items ?? []
    return items.find(({ id }) => id === (ids[text] ?? items[0]?.id))?.letter ?? ''
  }
  const row = (page: Page, text: string) => page.getByRole('row', { name: new RegExp(`^${letterOf(text)} `) })

  // The coach leaves out nothing: the question of now and three proposals, ticked by themselves.
  await sheet('votes')
  const ticks = desk.getByRole('group', { name: w.votes.wordings }).getByRole('checkbox')
  const ticked = () => ticks.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))
  await expect.poll(ticked).toEqual([true, true, true, true])
  await press(desk, button(desk, w.votes.go))
  await expect.poll(() => rounds().length).toBe(1)
  const first = rounds()[0]![0]
  expect(rounds()[0]![1]).toMatchObject({ over: 'framings', items: [{ letter: 'A' }, { letter: 'B' }, { letter: 'C' }, { letter: 'D' }] })

  // On the phone each stands whole, with what differs from the question of now.
  for (const text of [dilemma, near, far, long]) await fatma.locator('.vote-item .said', { hasText: text }).waitFor()
  const card = (text: string) => fatma.locator('.vote-item').filter({ hasText: text })
  await card(dilemma).getByText(phone.wording.now).waitFor()
  await card(far).getByText(phone.wording.wholly).waitFor()
  await card(near).getByText(phone.wording.differs).click()
  await expect.poll(() => card(near).locator('ins').allInnerTexts()).toEqual(['stil'])
  await expect.poll(() => card(near).locator('del').allInnerTexts()).toEqual(['veilig'])
  await card(near)
    .getByRole('button', { name: phone.vote.more(`${letterOf(near)}: ${near}`) })
    .click()
  await fatma.getByText(phone.vote.counts).waitFor()
  await wall.locator('.stage-card', { hasText: dilemma }).waitFor()
  await shows('1-open')

  const vote = async (round: string, texts: string[]): Promise<void> => {
    for (const [place, text] of texts.entries())
      expect(await others[place]!.ask({ type: 'ballot.cast', round, dots: { [ids[text]!]: 1 } })).toMatchObject({ ok: true })
  }
  await vote(first, [near, near, near, far, far])
  await closeAndShow()
  await wall.getByText(screen.votes.cast(6)).waitFor()
  await row(fatma, near).waitFor()
  await shows('2-first')

  // After the talk the same again: from the desk, with a key.
  await press(desk, button(desk, w.votes.openAgain))
  await expect.poll(() => rounds().length).toBe(2)
  const [second, entry] = rounds()[1]!
  expect(entry).toMatchObject({ again: first, items: rounds()[0]![1].items, budget: rounds()[0]![1].budget })
  await card(far)
    .getByRole('button', { name: phone.vote.more(`${letterOf(far)}: ${far}`) })
    .click()
  await fatma.getByText(phone.vote.counts).waitFor()
  await vote(second, [far, far, near, far, far])
  await closeAndShow()
  await wall.getByText(screen.votes.castBefore(6, 6)).waitFor()

  const moved = (page: Page, text: string) => page.locator('.stage-row').filter({ hasText: text.slice(0, 40) })
  await moved(wall, far).getByText(screen.votes.moved.more).waitFor()
  await moved(wall, far).getByText(screen.votes.was(2)).waitFor()
  // On the smallest of the two screens one of these stands on a page.
  for (const [page, text, word] of [
    [1, near, 'less'],
    [2, dilemma, 'same'],
    [3, long, 'same'],
  ] as const) {
    await ask({ type: 'screen.show', show: { on: 'phase', page } })
    for (const one of [wall, small]) await moved(one, text).getByText(screen.votes.moved[word], { exact: true }).waitFor()
  }
  await shows('3-long')
  await ask({ type: 'screen.show', show: { on: 'phase', page: 0 } })
  const under = (text: string) => row(fatma, text).locator('+ tr')
  await expect.poll(() => under(far).innerText()).toContain(`${shared.result.was(2, 2)}: ${shared.result.moved.more}`)
  await expect.poll(() => under(near).innerText()).toContain(`${shared.result.was(4, 4)}: ${shared.result.moved.less}`)
  await expect.poll(() => row(desk, far).first().innerText()).toContain(`${shared.result.was(2, 2)}: ${shared.result.moved.more}`)
  await shows('3-second')

  // Hidden, the first takes the shift along.
  await ask({ type: 'round.reveal', round: first, revealed: false })
  await under(far).getByText(shared.result.was(2, 2)).waitFor({ state: 'detached' })
  await ask({ type: 'round.reveal', round: first, revealed: true })
  await under(far).getByText(shared.result.was(2, 2)).waitFor()

  // Nothing was adopted by it; a coach takes it to the form, and adopts.
  expect(board.doc.getMap('framings').size).toBe(1)
  await press(desk, row(desk, far).first().getByRole('button', { name: w.votes.adopt }))
  const field = desk.getByLabel(w.question.text, { exact: true })
  await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true)
  expect(await field.inputValue()).toBe(far)
  await shows('4-adopt')
  await press(desk, button(desk, w.question.go))
  await expect.poll(() => board.doc.getMap('framings').size).toBe(2)
  const link = [...board.doc.getMap<{ order: number }>('framings').values()].find(({ order }) => order === 1)
  expect(link).toMatchObject({
    text: far,
    by: 'participant',
    sources: [
      { kind: 'idea', id: ids[far] },
      { kind: 'round', id: second },
    ],
  })
  for (const page of [wall, fatma]) await page.locator('.plate-text', { hasText: far }).first().waitFor()
  expect(it.faults).toEqual([])
})

import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const word = 'Zalgo'
const piled = (mark: (at: number) => number): string =>
  [...word].map((letter) => letter + String.fromCodePoint(...Array.from({ length: 60 }, (_, at) => mark(at)))).join('')
/** Sixty marks on each letter, above and below. Where no font has them Chromium draws a box for each, beside the letter and in one line that
 *  may not be broken; where one has them, they pile up. */
const hostile = piled((at) => (at % 2 ? 0x0300 + at : 0x0316 + (at % 4)))

/** Marks reach beyond `within` as they are painted: without the words the picture of the page differs outside it, and with them again it does not.
 *  Where it does, something else on the page changed in between, as a clock, and it is looked at once more. */
const paintsOutside = async (page: Page, words: Locator, within: Locator): Promise<boolean> => {
  await words.scrollIntoViewIfNeeded()
  expect((await within.boundingBox())?.width).toBeGreaterThan(50)
  const shot = () => page.screenshot({ mask: [within], maskColor: '#000000', animations: 'disabled' })
  const colour = (is: string) => words.evaluate((one, is) => one.style.setProperty('color', is, 'important'), is)
  for (let [time, seen] = [0, 0]; time < 30; time++) {
    const before = await shot()
    await colour('transparent')
    const without = await shot()
    await colour('')
    if (before.equals(without)) return false
    if (before.equals(await shot())) seen++
    if (seen === 5) return true
  }
  throw new Error('the page does not hold still')
}
/** By how much the page, or a list in it that scrolls, is wider than what is seen of it. */
const wider = (words: Locator): Promise<number> =>
  words.evaluate((one) => {
    let most = 0
    for (let around: Element | null = one; around !== null; around = around.parentElement)
      if (around === document.documentElement || /auto|scroll/.test(getComputedStyle(around).overflowX))
        most = Math.max(most, around.scrollWidth - around.clientWidth)
    return most
  })
/** Cards of the screen that reach into its lowest line, where clock, code and address stand. */
const intoFoot = (page: Page): Promise<number> =>
  page.evaluate(
    () => [...document.querySelectorAll('.stage-card')].filter((card) => card.getBoundingClientRect().bottom > innerHeight * 0.9).length,
  )

test('I1 marks piled on a letter are kept, and painted over nobody else’s words, on phone, desk and screen', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100', LIMIT_BURST_PHONE: '500' })
  const plein = await led(it, 'Hoe blijft de kade van iedereen?', ['ideas', 'cluster', 'vote'], {
    ideas: { hidden: false },
    vote: { over: 'ideas' },
  })
  await plein.ask({ type: 'plein.open' })
  const ria = await join(plein.server, 'Ria', plein.plein)
  const post = async (text: string) =>
    String(ok(await ria.ask({ type: 'idea.post', key: ria.key(text), as: 'idea', text, phase: plein.phase('ideas'), open: true }))['idea'])
  const fatma = await it.device({ width: 320, height: 640 })
  await fatma.goto(plein.at(plein.plein.links.join))
  await button(fatma, phone.join.go).click()
  await fatma.getByLabel(phone.write.idea.label, { exact: true }).fill(hostile)
  await button(fatma, phone.write.idea.send).click()
  const own = fatma.locator('.own .said').first()
  await own.waitFor()
  await expect.poll(() => own.textContent(), { timeout: 20_000 }).toBe(hostile.normalize('NFC'))
  for (const text of ['Licht bij de trap', 'Stilte na tien uur', 'Een boom bij de brug', 'Meer bankjes aan het water']) await post(text)
  const others = await join(plein.server, 'Samir', plein.plein)
  const board = others.open('board')
  await expect.poll(() => Object.keys(board.maps()['ideas'] ?? {}).length, { timeout: 20_000 }).toBe(5)

  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  const large = await it.device(sizes.screen)
  const small = await it.device({ width: 1024, height: 768 })
  for (const page of [large, small]) await page.goto(plein.at(plein.plein.links.screen))
  const shot = async (name: string) => {
    for (const [who, page] of Object.entries({ phone: fatma, desk, screen: large, small }))
      if (pictures) await page.screenshot({ path: `${pictures}/marks-${name}-${who}.png` })
  }
  const found: string[] = []
  const look = async (what: string, page: Page, words: Locator, within: Locator = words) => {
    await words.first().waitFor()
    if (await paintsOutside(page, words.first(), within.first())) found.push(`${what}: marks are painted outside`)
    const [more, low] = [await wider(words.first()), await intoFoot(page)]
    if (more > 0) found.push(`${what}: ${more} wider than what is seen`)
    if (low > 0) found.push(`${what}: ${low} cards reach into the foot`)
  }
  const card = (page: Page, within: string) => page.locator(within).filter({ hasText: hostile.normalize('NFC') })
  await look('own idea', fatma, own, fatma.locator('.own .card').first())
  for (const page of [large, small]) await look('cards on the screen', page, card(page, '.stage-card'))
  await sheet(desk, 'ideas')
  await look('row at the desk', desk, card(desk, '.idea .text'), card(desk, '.idea-text'))
  await shot('ideas')

  await plein.enter('cluster')
  await sheet(desk, 'groups')
  await look('card to be grouped', desk, card(desk, '.work-card-text'), card(desk, '.work-card'))
  await shot('cluster')
  await plein.enter('vote')
  await plein.ask({ type: 'round.open' })
  await look('item to vote on', fatma, card(fatma, '.vote-item .said'), card(fatma, '.vote-item'))
  for (const page of [large, small]) await look('ballot on the screen', page, card(page, '.stage-card'))
  await shot('vote')
  const [idea] = Object.entries(board.maps()['ideas'] ?? {}).find(([, one]) => (one as { text: string }).text === hostile.normalize('NFC'))!
  await plein.ask({ type: 'screen.show', show: { on: 'idea', idea } })
  for (const page of [large, small]) await look('one idea on the screen', page, page.locator('.stage-idea-text'))
  await shot('idea')
  expect(found).toEqual([])
})

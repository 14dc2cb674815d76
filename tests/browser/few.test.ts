import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { type Led, led } from '../support/led.ts'
import { quaysideIdeas } from '../support/quayside.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'

type Traced = { name: string; args?: { elementCount?: number } }

/** How many elements the browser styled anew, at most at once, while this was done. */
const styled = async (page: Page, deed: () => Promise<unknown>): Promise<number> => {
  const line = await page.context().newCDPSession(page)
  const events: Traced[] = []
  line.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as Traced[])))
  const complete = new Promise<void>((resolve) => line.once('Tracing.tracingComplete', () => resolve()))
  await line.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline'] } })
  await deed()
  await line.send('Tracing.end')
  await complete
  await line.detach()
  const counts = events.filter(({ name }) => name === 'UpdateLayoutTree').map(({ args }) => args?.elementCount ?? 0)
  // Else nothing was traced.
  expect(counts.length).toBeGreaterThan(0)
  return Math.max(...counts)
}

const many = 300
const fill = async (plein: Led) => {
  await plein.ask({ type: 'plein.open' })
  for (const { text } of quaysideIdeas(many)) await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
}
const room = { LIMIT_DESK_BATCH: '1000', LIMIT_BURST_COACH: '10000', LIMIT_RATE_COACH: '10000' }

test('One idea more in a list of three hundred: the desk styles that one, and not the list', async () => {
  const it = await theatre(room)
  const plein = await led(it, 'Hoe blijft de havenkade van iedereen?', ['ideas', 'cluster'])
  await fill(plein)
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'ideas')
  const rows = () => desk.evaluate(() => document.querySelectorAll('.rows > .idea').length)
  await expect.poll(rows).toBe(many)
  // The small picture of the screen is drawn after it, and is no row.
  await desk.locator('.mini-picture').waitFor({ state: 'attached' })
  const most = await styled(desk, async () => {
    await plein.ask({ type: 'idea.enter', as: 'idea', text: 'Een bank bij het water', phase: plein.phase('ideas') })
    await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
    await expect.poll(rows).toBe(many + 1)
  })
  expect(most).toBeLessThan(many / 2)
  expect(it.faults).toEqual([])
})

test('One dot on a ballot of three hundred: the phone styles that item and its bar, and not the list', async () => {
  const it = await theatre(room)
  const plein = await led(it, 'Hoe blijft de havenkade van iedereen?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await fill(plein)
  await plein.enter('vote')
  const board = plein.coach.opened('board').doc.getMap('ideas')
  await expect.poll(() => board.size).toBe(many)
  await plein.ask({ type: 'round.open', over: 'ideas', items: [...board.keys()], budget: 4 })
  const page = await it.device(sizes.phone)
  await page.goto(plein.at(plein.plein.links.join))
  await button(page, phone.join.go).click()
  const more = page.locator('.vote-item .step:last-child')
  await expect.poll(() => more.count()).toBe(many)
  // The first one takes the button for a blank ballot away; the sentences in the bar differ in length.
  for (const item of [0, 1]) {
    const most = await styled(page, async () => {
      await more.nth(item).click()
      await page.getByText(phone.vote.left(3 - item, 4)).waitFor()
      await page.getByText(phone.vote.counts).waitFor()
    })
    expect(most).toBeLessThan(many / 2)
  }
  expect(await page.locator('.vote-item').count()).toBe(many)
  expect(it.faults).toEqual([])
})

test('The room for the bar is kept on the page and on its main part, and nowhere else', async () => {
  const it = await theatre()
  const plein = await led(it, 'Hoe blijft de havenkade van iedereen?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const page = await it.device(sizes.phone)
  await page.goto(plein.at(plein.plein.links.join))
  await button(page, phone.join.go).click()
  await page.locator('form.write textarea').waitFor()
  const kept = () =>
    page.evaluate(() => {
      const bar = document.querySelector<HTMLElement>('.thumb-bar')?.offsetHeight ?? 0
      const main = document.querySelector('main') as HTMLElement
      const said = (at: Element) => Number.parseFloat(getComputedStyle(at).getPropertyValue('--bar') || '0')
      return {
        bar,
        root: said(document.documentElement),
        main: said(main),
        below: Number.parseFloat(getComputedStyle(main).paddingBottom) > bar,
        inside: said(main.firstElementChild as Element),
      }
    })
  const room = async () => {
    const { bar, ...said } = await kept()
    return { ...said, root: said.root - bar, main: said.main - bar, high: bar > 40 }
  }
  await expect.poll(room).toEqual({ root: 0, main: 0, below: true, inside: 0, high: true })
})

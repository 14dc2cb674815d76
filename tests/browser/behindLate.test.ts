import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { refusalsNl } from '../../client/words/refusals.nl.ts'
import { led } from '../support/led.ts'
import { button, sheet, sizes, theatre } from '../support/views.ts'

/** A line that dies without a word, and comes back a minute later by the clock of this device. */
const dyingLine = async (page: Page) => {
  let waiting: (() => void)[] | null = null
  const held = (send: () => void): void => {
    if (waiting === null) send()
    else waiting.push(send)
  }
  await page.routeWebSocket(/./, (line) => {
    const server = line.connectToServer()
    server.onMessage((message) => held(() => line.send(message)))
    line.onMessage((message) => held(() => server.send(message)))
  })
  await page.addInitScript(() => {
    const now = Date.now
    Object.assign(window, { late: 0 })
    Date.now = () => now() - (window as unknown as { late: number }).late
  })
  return {
    dies: async () => {
      waiting = []
      await page.evaluate(() => Object.assign(window, { late: 60_000 }))
    },
    comesBack: async () => {
      await page.evaluate(() => Object.assign(window, { late: 0 }))
      const late = waiting ?? []
      waiting = null
      for (const one of late) one()
    },
  }
}

test('L7 P11 what was pressed behind something else on a line that had died does not happen when the line is back, as little as that', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'cluster', 'vote'])
  await plein.ask({ type: 'plein.open' })
  const ideas: string[] = []
  for (const text of ['Een bank', 'Meer bomen'])
    ideas.push(String((await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') }))['idea']))
  await plein.ask({ type: 'cluster.create', name: 'De kade', ideas: [], open: true })
  const places = () => Object.keys(plein.coach.opened('desk').maps()['places'] ?? {})
  const current = () => plein.coach.opened('board').maps()['plein']?.['current']

  const desk = await it.device(sizes.desk)
  const line = await dyingLine(desk)
  await desk.goto(plein.at(plein.plein.links.coach))
  await button(desk, w.cover.no).click()
  const lapsed = desk.getByRole('alert').getByText(refusalsNl.lapsed({ code: 'lapsed', now: 0 }))
  const settled = () => expect.poll(() => desk.locator('[aria-busy=true]').count()).toBe(0)

  // Back, and at once on again: neither comes through.
  await button(desk, w.rail.next(w.kinds.cluster), false).click()
  await desk.locator('.rail-now').getByText(w.kinds.cluster).waitFor()
  await settled()
  await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await line.dies()
  await desk.keyboard.press('ArrowLeft')
  await desk.keyboard.press('ArrowRight')
  await line.comesBack()
  await lapsed.waitFor()
  await settled()
  expect(current()).toBe(plein.phase('cluster'))

  // Two steps back in a breath, by the key of the groups and by that of the desk: both stand.
  for (const name of ['groups', 'now'] as const) {
    await sheet(desk, 'groups')
    for (const idea of ideas) {
      await desk.locator(`[data-idea="${idea}"]`).focus()
      await desk.keyboard.press('1')
      await expect.poll(places).toContain(idea)
    }
    await settled()
    await sheet(desk, name)
    await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await line.dies()
    await desk.keyboard.press('Control+z')
    await desk.keyboard.press('Control+z')
    await line.comesBack()
    await lapsed.first().waitFor()
    await settled()
    // Whatever the desk had sent by now went before this.
    await plein.ask({ type: 'timer.start', seconds: 60 })
    expect(places().sort(), name).toEqual([...ideas].sort())
    await plein.ask({ type: 'ideas.assign', ideas, cluster: null })
    await expect.poll(places).toEqual([])
  }
  expect(it.faults).toEqual([])
})

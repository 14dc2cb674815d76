import { expect, test } from 'vitest'
import { screen as w } from '../../client/words/screen.nl.ts'
import { deadLine } from '../support/deadLine.ts'
import { led } from '../support/led.ts'
import { sizes, theatre } from '../support/views.ts'

const accused = 'Buurman Piet is een dief'

test('B3 a screen whose line died without a word says so long before the line itself does, and is without the hidden text when it has another one', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const between = await deadLine(it.server.port)
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'cluster'])
  await plein.ask({ type: 'plein.open' })
  const { idea } = await plein.ask({ type: 'idea.enter', as: 'idea', text: accused, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  const screen = await it.device(sizes.screen)
  await screen.goto(new URL(new URL(plein.plein.links.screen).pathname + new URL(plein.plein.links.screen).hash, between.origin).href)
  const text = screen.getByText(accused)
  await text.waitFor()
  const mark = screen.locator('.screen-away').getByText(w.away)
  expect(await mark.count()).toBe(0)

  between.dies(/./)
  const marked = mark.waitFor({ timeout: 15_000 })
  await plein.ask({ type: 'idea.hide', ideas: [String(idea)] })
  await marked
  await mark.waitFor({ state: 'detached' })
  await text.waitFor({ state: 'detached' })
})

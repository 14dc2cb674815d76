/** Asking the authors of all groups at once, while one group stands empty. */
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { led } from '../support/led.ts'
import { button, openDesk, sheet, theatre } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }

test('G1 an empty group keeps nobody from asking all authors and stopping again', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie mag er op de havenkade staan?', ['ideas', 'cluster'])
  await plein.ask({ type: 'plein.open' })
  await plein.ask({ type: 'cluster.create', name: 'Nog leeg', ideas: [], open: true })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'groups')
  expect(await button(desk, w.names.askAll).isDisabled()).toBe(true)
  const { idea } = await plein.ask({ type: 'idea.enter', as: 'idea', text: 'Minder hekken', phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  const { cluster } = await plein.ask({ type: 'cluster.create', name: 'Hekken', ideas: [String(idea)] })
  const asked = () => plein.coach.opened('board').doc.getMap<{ asked?: true }>('clusters').get(String(cluster))?.asked ?? false
  await button(desk, w.names.askAll).click()
  await expect.poll(asked, soon).toBe(true)
  await button(desk, w.names.stopAll).first().click()
  await expect.poll(asked, soon).toBe(false)
  await button(desk, w.names.askAll).waitFor()
  expect(it.faults).toEqual([])
})

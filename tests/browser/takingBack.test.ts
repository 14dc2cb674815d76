import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { heldLine } from '../support/heldLine.ts'
import { led } from '../support/led.ts'
import { button, sheet, theatre } from '../support/views.ts'

test('L5 C9 *Ongedaan* right after something was placed takes back that, also when the page does not show it yet, and not what was done before', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'cluster'])
  await plein.ask({ type: 'plein.open' })
  const enter = async (text: string) =>
    String((await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') }))['idea'])
  const [bench, trees] = [await enter('Een bank'), await enter('Meer bomen')]
  await plein.enter('cluster')
  await plein.ask({ type: 'cluster.create', name: 'De kade', ideas: [], open: true })
  const places = () => plein.coach.opened('desk').maps()['places'] ?? {}

  const desk = await it.device({ width: 1280, height: 800 })
  const line = await heldLine(desk)
  await desk.goto(plein.at(plein.plein.links.coach))
  await button(desk, w.cover.no).click()
  await sheet(desk, 'groups')
  const place = async (idea: string) => {
    await desk.locator(`[data-idea="${idea}"]`).focus()
    await desk.keyboard.press('1')
    await expect.poll(() => Object.keys(places())).toContain(idea)
  }
  await place(bench)
  const undo = button(desk, w.undo.mineTitle(w.steps.placed), false)
  await undo.waitFor()

  line.holds()
  await place(trees)
  await undo.click()
  line.goesOn()
  await expect.poll(() => Object.keys(places())).toEqual([bench])
  await expect.poll(() => desk.locator('button[aria-busy=true]').count()).toBe(0)
  expect(await desk.getByRole('alert').count()).toBe(0)
  expect(it.faults).toEqual([])
})

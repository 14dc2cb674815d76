import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { button, sizes, theatre } from '../support/views.ts'

test('V5 phones that sleep after they gave their dots leave no screen on which more have voted than there are people', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Bomen', 'Banken', 'Bus']) await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  const round = String((await plein.ask({ type: 'round.open', over: 'ideas' }))['round'])
  const people = await Promise.all(['Fatma', 'Ria', 'Samir', 'Wim'].map((name) => join(plein.server, name, plein.plein)))
  for (const one of people.slice(0, 3)) expect(await one.ask({ type: 'ballot.cast', round, dots: {} })).toMatchObject({ ok: true })

  const screen = await it.device(sizes.screen)
  await screen.goto(plein.at(plein.plein.links.screen))
  const onScreen = () => screen.locator('.stage-voted strong').textContent()
  await expect.poll(onScreen).toBe('3 van 4')
  const desk = await it.device(sizes.desk)
  await desk.goto(plein.at(plein.plein.links.coach))
  await button(desk, w.cover.no).click()
  const atDesk = () => desk.locator('.now-voted dd').textContent()
  await expect.poll(atDesk).toBe('3 van 4')

  for (const one of people.slice(1)) one.leave()
  await expect.poll(() => desk.locator('.now-away dd').textContent()).toBe('3')
  await expect.poll(() => Promise.all([onScreen(), atDesk()])).toEqual(['3 van 4', '3 van 4'])
  expect(await screen.locator('.stage-voted .tile').count()).toBe(4)
  expect(it.faults).toEqual([])
})

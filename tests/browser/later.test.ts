import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { button, sizes, theatre } from '../support/views.ts'

test('L4 a part of a page whose line goes just as it comes is there all the same, on a page that is loaded anew', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de havenkade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Een bank bij het water', 'Een boom erbij'])
    await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  const board = plein.coach.opened('board').doc.getMap('ideas')
  await expect.poll(() => board.size).toBe(2)
  const fatma = await it.device(sizes.phone)
  let asked = 0
  // The browser keeps this failure, however often it is asked again.
  await fatma.route(/laterPages-[^/]*\.js/, (route) => {
    asked += 1
    return asked === 1 ? route.abort('connectionreset') : route.continue()
  })
  await fatma.goto(plein.at(plein.plein.links.join))
  await button(fatma, phone.join.go).click()
  await fatma.getByLabel(phone.write.idea.label, { exact: true }).waitFor()
  await plein.enter('vote')
  const { round } = await plein.ask({ type: 'round.open', over: 'ideas', budget: 1 })
  for (const paper of [1, 2, 3])
    await plein.ask({ type: 'ballot.enter', round: String(round), paper, dots: { [[...board.keys()][0]!]: 1 } })
  await plein.ask({ type: 'round.close', round: String(round), confirmed: true })
  await plein.ask({ type: 'round.reveal', round: String(round), revealed: true })
  await fatma.getByRole('row', { name: /Een b/ }).first().waitFor({ timeout: 60_000 })
  expect(asked).toBeGreaterThan(1)
})

import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { screen as s } from '../../client/words/screen.nl.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { button, joinByQr, openDesk, sheet, sizes, theatre } from '../support/views.ts'

test('V13 while a round of another phase is open, screen, desk and phone count the ballots of the round of now', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { plein, at, ask, phase, enter, server } = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote', 'plenary'])
  await ask({ type: 'plein.open' })
  for (const text of ['Bomen', 'Banken', 'Een steiger']) await ask({ type: 'idea.enter', as: 'idea', text, phase: phase('ideas') })
  await ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await enter('vote')
  const opened = async () => String((await ask({ type: 'round.open', over: 'ideas', budget: 3, maximum: 1 }))['round'])
  const first = await opened()
  const people = await Promise.all(['Fatma', 'Ria', 'Samir', 'Teun'].map((name) => join(server, name, plein)))
  for (const one of people) await one.ask({ type: 'ballot.cast', round: first, dots: {} })
  await enter('plenary')
  await ask({ type: 'phase.play', kind: 'vote' })
  const second = await opened()
  await people[0]!.ask({ type: 'ballot.cast', round: second, dots: {} })

  const projector = await it.device(sizes.screen)
  await projector.goto(at(plein.links.screen))
  await expect.poll(() => projector.locator('.stage-voted').innerText()).toContain(s.voted(1, 4).join('\n'))

  const desk = await openDesk(it, at(plein.links.coach))
  const counts = () => desk.locator('.now-counts').innerText()
  await expect.poll(counts).toContain(`${w.now.of(1, 4)}\n${w.now.voted}`)
  await sheet(desk, 'votes')
  const panels = desk.locator('.panel.round')
  await expect.poll(() => panels.locator('.big').allInnerTexts()).toEqual([w.votes.voted(1, 4, 0)])
  await expect.poll(() => panels.first().locator('h2').innerText()).toContain(w.votes.round(2))

  const wim = await it.device(sizes.phone)
  await wim.goto(at(plein.links.join))
  await button(wim, phone.join.go).click()
  await wim.getByText(phone.vote.voted(1)).first().waitFor()
  await wim.locator('summary', { hasText: phone.vote.still }).click()
  // The other round is open in the fold below, and says no number: this one is not its own.
  await expect.poll(() => wim.getByText(phone.vote.secret).count()).toBe(2)
  await expect.poll(() => wim.getByText(/gestemd\.$/).allInnerTexts()).toEqual([phone.vote.voted(1)])

  await enter('ideas')
  await sheet(desk, 'now')
  await expect.poll(counts).toContain(w.now.written)
  expect(await counts()).not.toContain(w.now.voted)
  expect(it.faults).toEqual([])
})

test('A2 V13 no phone says that a vote is still open when the Plein is closed, be it in the middle of a sentence; taken back, it is', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { plein, at, ask, phase, enter } = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote', 'checkin'])
  await ask({ type: 'plein.open' })
  for (const text of ['Bomen', 'Banken']) await ask({ type: 'idea.enter', as: 'idea', text, phase: phase('ideas') })
  await ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await enter('vote')
  await ask({ type: 'round.open', over: 'ideas', budget: 1, maximum: 1 })
  await enter('checkin')
  const [ria, samir] = [await joinByQr(it, at(plein.links.join)), await joinByQr(it, at(plein.links.join))]
  for (const page of [ria, samir]) await page.locator('summary', { hasText: phone.vote.still }).waitFor()
  await samir.getByLabel(phone.write.checkin.label, { exact: true }).pressSequentially('Ik ben')
  await ask({ type: 'plein.close', confirmed: true })
  await ria.getByText(phone.closed.heading).first().waitFor()
  await samir.getByText(phone.held.closed).first().waitFor()
  for (const page of [ria, samir]) expect(await page.getByText(phone.vote.still).count()).toBe(0)
  await ask({ type: 'plein.reopen' })
  for (const page of [ria, samir]) await page.locator('summary', { hasText: phone.vote.still }).waitFor()
  expect(it.faults).toEqual([])
})

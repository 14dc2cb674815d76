/** On a slow line somebody writes on before what they sent is answered: the answer wipes nothing of it. */
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { owner } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { type Led, led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { stalled } from '../support/stalled.ts'
import { button, openDesk, settled, sheet, sizes, theatre } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }

test('L4 the next wording that a coach begins before the former one is answered stays in the field, and so does a correction', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['reframe'])
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  const field = desk.getByLabel(w.question.text, { exact: true })
  await field.fill('Van wie is de kade?')
  await stalled(it, async () => {
    await button(desk, w.question.go).click()
    await field.fill('En van wie is hij ’s avonds?')
  })
  await desk.locator('.chain-now').getByText('Van wie is de kade?').waitFor()
  await expect.poll(() => button(desk, w.question.go).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await field.inputValue()).toBe('En van wie is hij ’s avonds?')

  const now = desk.locator('.chain-now')
  await button(now, w.question.correct).click()
  const correction = now.getByRole('textbox')
  await correction.fill('Van wie is de Kade?')
  await stalled(it, async () => {
    await button(now, w.save).click()
    await correction.fill('Van wie is de Havenkade?')
  })
  await expect
    .poll(() => plein.coach.opened('board').doc.getMap<{ text: string }>('framings').toJSON(), soon)
    .toMatchObject(
      expect.toSatisfy((framings) =>
        Object.values(framings as Record<string, { text: string }>).some(({ text }) => text === 'Van wie is de Kade?'),
      ),
    )
  await expect.poll(() => button(now, w.save).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await correction.inputValue()).toBe('Van wie is de Havenkade?')
  await button(now, w.save).click()
  await expect.poll(() => now.getByRole('textbox').count(), soon).toBe(0)
  await now.getByText('Van wie is de Havenkade?').waitFor()
  expect(it.faults).toEqual([])
})

/** Fatma's proposal, shared. */
const proposed = async (plein: Led): Promise<string> => {
  const fatma = await join(plein.server, 'Fatma', plein.plein)
  const text = 'Wat heeft de kade ’s avonds nodig?'
  ok(await fatma.ask({ type: 'idea.post', key: fatma.key('voorstel'), as: 'proposal', text, phase: plein.phase('reframe') }))
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size, soon).toBe(1)
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  return text
}
const author = (plein: Led, text: string) =>
  [...plein.coach.opened('board').doc.getMap<{ text: string; by: string }>('framings').values()].find((link) => link.text === text)?.by

test('F2 L4 a proposal that a coach takes over before the former wording is answered stays, with whose it is', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['reframe'])
  await plein.ask({ type: 'plein.open' })
  const text = await proposed(plein)
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  const field = desk.getByLabel(w.question.text, { exact: true })
  const take = settled(button(desk.locator('li', { hasText: text }), w.question.take))
  await expect.poll(() => take.getAttribute('aria-disabled'), soon).toBeNull()
  await field.fill('Van wie is de kade?')
  await stalled(it, async () => {
    await button(desk, w.question.go).click()
    await take.click()
  })
  await desk.locator('.chain-now').getByText('Van wie is de kade?').waitFor()
  await expect.poll(() => button(desk, w.question.go).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await field.inputValue()).toBe(text)
  await button(desk, w.question.go).click()
  await expect.poll(() => author(plein, text), soon).toBe('participant')
  expect(it.faults).toEqual([])
})

test('F2 L4 a proposal that the owner takes over before the former wording is answered stays, with whose it is', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['reframe'])
  await plein.ask({ type: 'plein.open' })
  const text = await proposed(plein)
  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  const draft = wim.getByLabel(owner.draft.label)
  await draft.fill('Van wie is de kade?')
  const adopt = button(wim, owner.draft.adopt)
  await wim.locator('summary', { hasText: owner.draft.proposals(1) }).click()
  const take = button(wim, owner.draft.takeThis(text))
  await stalled(it, async () => {
    await adopt.click()
    await take.click()
  })
  await expect.poll(() => author(plein, 'Van wie is de kade?'), soon).toBe('owner')
  await expect.poll(() => adopt.getAttribute('aria-disabled'), soon).toBeNull()
  expect(await draft.inputValue()).toBe(text)
  await adopt.click()
  await expect.poll(() => author(plein, text), soon).toBe('participant')
  expect(it.faults).toEqual([])
})

test('L4 what is changed in the settings, or in the owner’s last word, before it is answered stays', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['harvest'])
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'manage')
  const form = desk.locator('section', { has: desk.getByRole('heading', { name: w.manage.settings, exact: true }) })
  const title = form.getByLabel(w.manage.pleinTitle, { exact: true })
  await title.fill('De havenkade')
  await stalled(it, async () => {
    await button(form, w.save).click()
    await title.fill('De havenkade, ’s avonds')
  })
  await expect.poll(() => plein.coach.opened('board').maps()['plein']?.['title'], soon).toBe('De havenkade')
  await expect.poll(() => button(form, w.save).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await title.inputValue()).toBe('De havenkade, ’s avonds')
  const again = async () => {
    await sheet(desk, 'ideas')
    await sheet(desk, 'manage')
  }
  await stalled(it, async () => {
    await button(form, w.save).click()
    await again()
    await title.fill('De havenkade bij nacht')
  })
  await expect.poll(() => plein.coach.opened('board').maps()['plein']?.['title'], soon).toBe('De havenkade, ’s avonds')
  await again()
  expect(await title.inputValue()).toBe('De havenkade bij nacht')

  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  const word = wim.getByLabel(owner.word.label)
  await word.fill('Ik neem u mee.')
  await stalled(it, async () => {
    await button(wim, owner.word.send).click()
    await word.fill('Ik neem jullie mee.')
  })
  const change = button(wim, owner.word.change)
  await expect.poll(() => change.getAttribute('aria-disabled'), soon).toBeNull()
  expect(await word.inputValue()).toBe('Ik neem jullie mee.')
  await change.click()
  await wim.locator('blockquote').getByText('Ik neem jullie mee.').waitFor()
  expect(it.faults).toEqual([])
})

test('L4 the form of a phase in which a coach writes on stays open with it, and so do the words that are proposed for a card', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'plenary'])
  await plein.ask({ type: 'plein.open' })
  const fatma = await join(plein.server, 'Fatma', plein.plein)
  ok(await fatma.ask({ type: 'card.seal', key: fatma.key('kaart'), text: 'Niemand luistert' }))
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await desk.locator('.rail-item', { hasText: w.kinds.plenary }).first().click()
  await desk.locator('.rail-tools summary').click()
  await button(desk, w.rail.edit).click()
  const dialog = desk.getByRole('dialog')
  const title = dialog.getByLabel(w.phase.title)
  await title.fill('Aan tafel')
  await stalled(it, async () => {
    await button(dialog, w.save).click()
    await title.fill('Aan tafel met de buren')
  })
  await expect.poll(() => button(dialog, w.save).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await title.inputValue()).toBe('Aan tafel met de buren')
  await button(dialog, w.save).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.locator('.rail-item', { hasText: 'Aan tafel met de buren' }).first().waitFor()

  await sheet(desk, 'cards')
  const card = desk.locator('li.idea', { hasText: 'Niemand luistert' })
  await button(card, w.cards.ask).click()
  const words = card.getByLabel(w.cards.words)
  await words.fill('Er wordt niet geluisterd')
  await stalled(it, async () => {
    await button(card, w.cards.askWords).click()
    await words.fill('Er wordt te weinig geluisterd')
  })
  await card.getByText(w.cards.waiting).waitFor()
  await expect.poll(() => button(card, w.cards.askWords).getAttribute('aria-disabled'), soon).toBeNull()
  expect(await words.inputValue()).toBe('Er wordt te weinig geluisterd')
  expect(it.faults).toEqual([])
})

test('L4 the next wording, typed after a look at another sheet and before the former one is answered, is there then and later', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['reframe'])
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'question')
  const field = desk.getByLabel(w.question.text, { exact: true })
  const go = button(desk, w.question.go)
  const next = 'En van wie is hij ’s avonds?'
  await field.fill('Van wie is de kade?')
  await stalled(it, async () => {
    await go.click()
    await sheet(desk, 'ideas')
    await sheet(desk, 'question')
    await field.fill(next)
  })
  await desk.locator('.chain-now').getByText('Van wie is de kade?').waitFor()
  await expect.poll(() => go.getAttribute('aria-disabled'), soon).toBeNull()
  expect(await field.inputValue()).toBe(next)
  await sheet(desk, 'ideas')
  await sheet(desk, 'question')
  expect(await field.inputValue()).toBe(next)

  const now = desk.locator('.chain-now')
  await button(now, w.question.correct).click()
  const correction = now.getByRole('textbox')
  await correction.fill('Van wie is de Kade?')
  await stalled(it, async () => {
    await button(now, w.save).click()
    await sheet(desk, 'ideas')
    await sheet(desk, 'question')
    await correction.fill('Van wie is de Havenkade?')
  })
  await expect
    .poll(() => JSON.stringify(plein.coach.opened('board').doc.getMap('framings').toJSON()), soon)
    .toContain('Van wie is de Kade?')
  await sheet(desk, 'ideas')
  await sheet(desk, 'question')
  expect(await correction.inputValue()).toBe('Van wie is de Havenkade?')
  expect(it.faults).toEqual([])
})

test('L2 L4 what a coach enters and is on its way while another sheet is looked at goes once, and leaves the field', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'ideas')
  await desk.getByText(w.ideasSheet.enter).click()
  const field = desk.getByLabel(w.ideasSheet.enterText)
  const go = button(desk, w.ideasSheet.enterGo)
  await field.fill('Minder hekken')
  await stalled(it, async () => {
    await go.click()
    await sheet(desk, 'harvest')
    await sheet(desk, 'ideas')
    expect(await field.inputValue()).toBe('Minder hekken')
    expect(await go.getAttribute('aria-busy')).toBe('true')
    await field.press('Enter')
  })
  await expect.poll(() => field.inputValue(), soon).toBe('')
  await field.fill('Meer bomen')
  await go.click()
  await expect.poll(() => field.inputValue(), soon).toBe('')
  const ideas = () => [...plein.coach.opened('desk').doc.getMap<{ text: string }>('ideas').values()].map(({ text }) => text).sort()
  await expect.poll(ideas, soon).toEqual(['Meer bomen', 'Minder hekken'])
  expect(it.faults).toEqual([])
})

test('L4 who does the next commitment, and its halves, typed before the former one is answered, stay', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['harvest'])
  await plein.ask({ type: 'plein.open' })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'harvest')
  await desk.getByText(w.ideasSheet.enter).click()
  const { promise } = phone
  const [when, act, who, day] = [promise.when, promise.act, promise.who, promise.day].map((label) => desk.getByLabel(label)) as [
    Locator,
    Locator,
    Locator,
    Locator,
  ]
  await when.fill('het regent')
  await act.fill('haal ik de kleden binnen')
  await who.fill('Anna')
  await day.fill('2030-05-01')
  await stalled(it, async () => {
    await button(desk, w.ideasSheet.enterGo).click()
    await when.fill('het sneeuwt')
    await act.fill('veeg ik de stoep')
    await who.fill('Bram')
  })
  await desk.getByText(w.ideasEnter.done(1)).waitFor()
  expect(plein.coach.opened('desk').doc.getMap('ideas').size).toBe(1)
  expect(await when.inputValue()).toBe('het sneeuwt')
  expect(await act.inputValue()).toBe('veeg ik de stoep')
  expect(await who.inputValue()).toBe('Bram')
  expect(await day.inputValue()).toBe('')
  expect(it.faults).toEqual([])
})

test('L4 the question of the next round that a coach begins before this one is open stays, and nothing of this one', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Bomen', 'Banken']) await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'votes')
  const opener = desk.getByText(w.votes.otherwise)
  await opener.click()
  const field = desk.getByLabel(w.votes.question)
  await field.fill('Waar begint u?')
  await stalled(it, async () => {
    await button(desk, w.votes.go).click()
    await field.fill('En daarna?')
  })
  const rounds = () => [...plein.coach.opened('board').doc.getMap<{ question: string | null; status: string }>('rounds').entries()]
  await expect.poll(rounds, soon).toMatchObject([[expect.anything(), { question: 'Waar begint u?', status: 'open' }]])
  await plein.ask({ type: 'round.close', round: rounds()[0]![0], confirmed: true })
  await desk.getByText(w.votes.openNext).click()
  await opener.click()
  expect(await field.inputValue()).toBe('En daarna?')
  expect(it.faults).toEqual([])
})

import { expect, test } from 'vitest'
import { coach as desk } from '../../client/words/coach.nl.ts'
import { owner as w } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { screen as stage } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { claim, type Phone } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, joinByQr, openDesk, sheet, sizes, type Theatre, theatre } from '../support/views.ts'

const ok = async (coach: Phone, command: Parameters<Phone['ask']>[0]): Promise<Record<string, unknown>> => {
  const answer = await coach.ask(command)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}

const room = async (it: Theatre, kinds: readonly string[]) => {
  const made = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein over de haven',
      dilemma: 'Hoe blijft de haven van iedereen?',
      programme: kinds.map((kind) => ({ kind })),
      settings: { ownerAdopts: true },
    }),
  })
  const plein = (await made.json()) as MadePlein
  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const coach = await claim({ origin: it.server.origin } as TestServer, 'Anneke', plein.links.coach)
  coach.open('board')
  const waiting = coach.open('desk').doc.getMap('ideas')
  await ok(coach, { type: 'plein.open' })
  return { plein, at, coach, waiting }
}

test('E1 E2 E3 the owner who never writes in the first round marks what touches them, and that becomes the source of the question', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { plein, at, coach, waiting } = await room(it, ['ideas', 'reframe'])
  const owner = await it.device({ width: 320, height: 568 })
  await owner.goto(at(plein.links.owner))
  await owner.getByRole('heading', { name: w.listens.heading }).waitFor()
  expect(await owner.getByLabel(phone.write.idea.label, { exact: true }).count()).toBe(0)
  const fatma = await joinByQr(it, at(plein.links.join))
  const [touching, other] = ['Mijn vader durft er niet meer heen', 'Meer licht op de kade']
  for (const text of [touching, other]) {
    await fatma.getByLabel(phone.write.idea.label, { exact: true }).fill(text)
    await button(fatma, phone.write.idea.send).last().click()
  }
  await expect.poll(() => waiting.size).toBe(2)
  await ok(coach, { type: 'ideas.release', ideas: 'all', as: 'idea' })

  // By keyboard, at 320 pixels.
  const mark = button(owner, w.touch.label(touching))
  await mark.focus()
  await owner.keyboard.press('Enter')
  await expect.poll(() => mark.getAttribute('aria-pressed')).toBe('true')
  expect(await owner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await expect.poll(() => [...coach.opened('desk').doc.getMap('marks').keys()].length).toBe(1)
  expect(await fatma.getByText(shared.chain.touched).count()).toBe(0)
  // Whatever else of the owner is open knows it too.
  const second = await it.device(sizes.desk)
  await second.goto(at(plein.links.owner))
  await expect.poll(() => button(second, w.touch.label(touching)).getAttribute('aria-pressed')).toBe('true')

  await ok(coach, { type: 'phase.next' })
  await owner.getByLabel(w.draft.label).fill('Wie durft er nog naar de haven?')
  await owner.locator('summary:visible', { hasText: w.draft.sources(1) }).click()
  expect(await owner.getByRole('group', { name: w.touch.sources }).getByRole('checkbox', { name: touching }).isChecked()).toBe(true)
  expect(await owner.getByRole('checkbox', { name: other }).isChecked()).toBe(false)
  await button(owner, w.draft.adopt).click()
  await owner.getByText(w.draft.adopted, { exact: true }).waitFor()
  await owner.locator('.story').getByText(shared.chain.touched).waitFor()
  await owner.locator('summary:visible', { hasText: w.draft.sources(0) }).waitFor()
  expect(it.faults).toEqual([])
})

test('E1 a coach lifts it in one tap, the owner writes, and it is put back in one', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { plein, at, waiting } = await room(it, ['ideas'])
  const owner = await it.device(sizes.desk)
  await owner.goto(at(plein.links.owner))
  await owner.getByRole('heading', { name: w.listens.heading }).waitFor()
  const laptop = await openDesk(it, at(plein.links.coach))
  await laptop.getByText(desk.owner.listens).waitFor()
  await button(laptop, desk.owner.lift).click()
  await laptop.getByText(desk.owner.writes).waitFor()
  await owner.getByLabel(phone.write.idea.label, { exact: true }).fill('Ik wil dat het lukt')
  await button(owner, phone.write.idea.send).last().click()
  await expect.poll(() => waiting.size).toBe(1)
  await button(laptop, desk.owner.putBack).click()
  await owner.getByRole('heading', { name: w.listens.heading }).waitFor()
  // What was sent meanwhile stays theirs.
  await owner.locator('.own').getByText('Ik wil dat het lukt').waitFor()
  expect(it.faults).toEqual([])
})

test('E4 I14 at the end: a commitment as one sentence with a day, a closing sentence, and the owner’s last word, on every view and in the outcome', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200' })
  const { plein, at, coach, waiting } = await room(it, ['ideas', 'harvest'])
  const owner = await it.device({ width: 320, height: 568 })
  await owner.goto(at(plein.links.owner))
  const screen = await it.device(sizes.screen)
  await screen.goto(at(plein.links.screen))
  const ria = await joinByQr(it, at(plein.links.join))
  await ria.setViewportSize({ width: 320, height: 568 })
  await ok(coach, { type: 'phase.next' })

  await ria.getByLabel(phone.promise.when, { exact: true }).fill('het maandag is')
  await ria.keyboard.press('Tab')
  await ria.keyboard.type('dan bel ik de havenmeester')
  const sentence = 'Als het maandag is, dan bel ik de havenmeester'
  await ria.getByText(sentence).waitFor()
  expect(await ria.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  // Half-written it outlives a reload, whole.
  await ria.reload()
  await ria.getByText(sentence).waitFor()
  expect(await ria.getByLabel(phone.promise.when, { exact: true }).inputValue()).toBe('het maandag is')
  await ria.getByLabel(phone.promise.who).fill('Ria')
  await ria.getByLabel(phone.promise.day).fill('2027-05-01')
  await button(ria, phone.write.commitment.send).last().click()
  await expect.poll(() => waiting.size).toBe(1)
  // Another day, as long as it waits; the sentence stands in its halves again.
  const changing = ria.getByRole('form', { name: phone.own.editThis(sentence) })
  await button(ria, phone.own.editThis(sentence)).click()
  expect(await changing.getByLabel(phone.promise.act, { exact: true }).inputValue()).toBe('bel ik de havenmeester')
  await changing.getByLabel(phone.promise.day).fill('2027-06-01')
  await ria.reload()
  expect(await changing.getByLabel(phone.promise.day).inputValue()).toBe('2027-06-01')
  expect(await ria.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await button(changing, phone.own.save).click()
  await expect.poll(() => [...waiting.values()]).toMatchObject([{ text: sentence, who: 'Ria', day: '2027-06-01' }])
  await ria.getByRole('radio', { name: phone.write.picks.closing }).or(button(ria, phone.write.picks.closing)).first().click()
  await button(ria, phone.promise.begin(phone.promise.closing)).click()
  await ria.keyboard.type('een vraag van ons allemaal')
  await button(ria, phone.write.closing.send).last().click()
  await expect.poll(() => waiting.size).toBe(2)
  await ok(coach, { type: 'ideas.release', ideas: 'all' })
  await screen.getByText(sentence).waitFor()
  await screen.getByText('Ria, 1 juni 2027').waitFor()

  // Once it is shared the name and the day can go, and nothing comes in their place.
  await button(ria, phone.own.editThis(sentence)).click()
  await changing.getByText(phone.promise.shared).waitFor()
  expect(await changing.getByLabel(phone.promise.day).count()).toBe(0)
  await changing.getByLabel(phone.promise.takeAway('Ria')).check()
  await button(changing, phone.own.save).click()
  await screen.getByText('1 juni 2027', { exact: true }).waitFor()
  await button(ria, phone.own.editThis(sentence)).waitFor()
  await expect.poll(() => ria.getByText('Ria, 1 juni 2027').count()).toBe(0)

  // Another day after all: taken back, and written anew from its own words; a coach looks at it first.
  await button(ria, phone.own.withdrawThis(sentence)).click()
  await button(ria, phone.own.yes).click()
  await screen.getByText(sentence).waitFor({ state: 'detached' })
  await button(ria, phone.own.editThis(sentence)).getByText(phone.own.again).click()
  expect(await changing.getByLabel(phone.promise.when, { exact: true }).inputValue()).toBe('het maandag is')
  await changing.getByLabel(phone.promise.day).fill('2027-06-01')
  await button(changing, phone.own.save).click()
  await expect.poll(() => [...waiting.values()]).toMatchObject([{ text: sentence, who: null, day: '2027-06-01', released: false }])
  await expect.poll(() => ria.locator('.own').getByText(phone.own.state.withdrawn).count()).toBe(0)
  await ok(coach, { type: 'ideas.release', ideas: 'all' })
  await screen.getByText('1 juni 2027', { exact: true }).waitFor()

  const word = 'Ik neem mee dat ik eerst moet luisteren.'
  await owner.getByLabel(w.word.label).fill(word)
  await button(owner, w.word.send).focus()
  await owner.keyboard.press('Enter')
  await owner.getByText(w.word.shown).waitFor()
  expect(await owner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await ria.getByText(word).waitFor()
  const closing = `${phone.promise.closing} een vraag van ons allemaal`
  await ok(coach, { type: 'screen.show', show: { on: 'phase', page: 1 } })
  await screen.getByText(closing).waitFor()
  await ok(coach, { type: 'screen.show', show: { on: 'phase', page: 2 } })
  await screen.getByText(word).waitFor()
  await screen.getByText(stage.harvest.word).waitFor()

  // A coach keeps it from the room; the owner hears so, and changes it.
  const laptop = await openDesk(it, at(plein.links.coach))
  await sheet(laptop, 'harvest')
  await laptop.getByText(desk.ideasSheet.enter).click()
  await laptop.getByLabel(phone.promise.when, { exact: true }).fill('de zon schijnt')
  await laptop.getByLabel(phone.promise.day).fill('2027-07-01')
  await laptop.getByLabel(phone.promise.act, { exact: true }).fill('zet ik een bank buiten')
  await laptop.keyboard.press('Enter')
  await laptop.getByText(desk.ideasEnter.done(1)).waitFor()
  await expect.poll(() => laptop.getByLabel(phone.promise.act, { exact: true }).inputValue()).toBe('')
  const slip = { text: 'Als de zon schijnt, dan zet ik een bank buiten', entry: 'paper', day: '2027-07-01' }
  await expect.poll(() => [...waiting.values()]).toContainEqual(expect.objectContaining(slip))
  await button(laptop, desk.owner.hideWord).click()
  await owner.getByText(w.word.hidden).waitFor()
  await screen.getByText(word).waitFor({ state: 'detached' })
  await expect.poll(() => ria.getByText(word).count()).toBe(0)
  await button(laptop, desk.owner.showWord).click()
  await screen.getByText(word).waitFor()
  await button(owner, w.word.edit).click()
  const better = 'Ik neem mee dat luisteren genoeg was.'
  await owner.getByLabel(w.word.label).fill(better)
  await button(owner, w.word.change).click()
  await screen.getByText(better).waitFor()

  await ok(coach, { type: 'plein.close', confirmed: true })
  await screen.getByText(better).waitFor()
  await ria.getByText(better).waitFor()
  const got = async (format: string): Promise<string> =>
    (
      await fetch(`${it.server.origin}/api/v1/pleins/${plein.id}/outcome.${format}`, {
        headers: { authorization: `Bearer ${it.server.key}` },
      })
    ).text()
  for (const format of ['json', 'html']) for (const text of [better, sentence, closing]) expect(await got(format)).toContain(text)
  expect(await got('ics')).toContain('DTSTART;VALUE=DATE:20270601')
  expect(it.faults).toEqual([])
})

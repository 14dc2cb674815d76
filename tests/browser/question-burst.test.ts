/** A question burst from the desk: questions only, how the question felt, and the one that becomes the question. */
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { owner as o } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { refusalsNl } from '../../client/words/refusals.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { still } from '../support/still.ts'
import { button, joinByQr, press, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }
const says = (because: 'no-question-mark' | 'statement-first') => refusalsNl['not-a-question']({ code: 'not-a-question', because })
const questions = {
  fatma: 'Van wie is de havenkade na tienen?',
  ria: 'Wie vraagt het de schippers?',
  samir: 'Wat zou er gebeuren als we een zomer lang niets regelen?',
  paper: 'Wie is er vanavond niet, en waarom?',
}

test('Q1 Q2 Q3 S4 a question burst: a statement turned away, the mood before and after, and one question that becomes the question', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Hoe blijft de havenkade van iedereen?', ['plenary', 'harvest'])
  await plein.ask({ type: 'plein.open' })
  const board = plein.coach.opened('board').doc
  const problems: string[] = []
  const look = async (name: string, page: typeof beamer) => {
    await still(page)
    if (pictures) await page.screenshot({ path: `${pictures}/burst-${name}.png`, fullPage: !name.startsWith('screen') })
    for (const problem of [...(await misfits(page)), ...(await violations(page))]) problems.push(`${name}: ${problem}`)
  }
  const beamer = await it.device(sizes.screen)
  await beamer.goto(plein.at(plein.plein.links.screen))
  const desk = await it.device(sizes.desk)
  await desk.goto(plein.at(plein.plein.links.coach))
  await button(desk, w.cover.no).click()
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  const [ria, samir] = await Promise.all([join(plein.server, 'Ria', plein.plein), join(plein.server, 'Samir', plein.plein)])

  // Two taps from whatever is going on.
  await button(desk, w.rail.otherwise).click()
  await button(desk, w.kinds.burst).click()
  await fatma.getByRole('heading', { level: 1, name: shared.asks.burst }).waitFor()
  await beamer.getByText(screen.questionsOnly).waitFor()
  const current = () => board.getMap<string>('plein').get('current')!
  const settings = () => board.getMap<{ kind: string; settings: { minutes: number } }>('phases').get(current())
  await expect.poll(settings, soon).toMatchObject({ kind: 'burst', settings: { minutes: 4 } })
  const phase = current()

  // How it feels before the first question: one tap, and nobody sees it before three people have tapped.
  const mood = fatma.getByRole('group', { name: shared.burst.ask })
  await button(mood, shared.burst.feelings.heavy).click()
  await expect.poll(() => button(mood, shared.burst.feelings.heavy).getAttribute('aria-pressed'), soon).toBe('true')
  await desk.getByText(shared.burst.few(shared.burst.when.before)).waitFor()
  await look('phone', fatma)
  await fatma.setViewportSize({ width: 320, height: 568 })
  await look('phone-320', fatma)
  await fatma.setViewportSize(sizes.phone)
  ok(await ria.ask({ type: 'tap.set', on: 'mood-before', phase, value: 'heavy' }))
  ok(await samir.ask({ type: 'tap.set', on: 'mood-before', phase, value: 'neutral' }))
  await desk.getByText(shared.burst.line(shared.burst.when.before, 2, 1, 0)).waitFor()

  // A statement is turned away before it leaves the phone, with its reason and with its words.
  const field = fatma.getByLabel(phone.write.question.label, { exact: true })
  const send = button(fatma, phone.write.question.send).last()
  const statement = 'De kade is te vol en te luid.'
  await field.fill(statement)
  await send.click()
  await fatma.getByRole('alert').getByText(says('no-question-mark')).waitFor()
  expect(await field.inputValue()).toBe(statement)
  await expect.poll(() => field.evaluate((one) => one === document.activeElement), soon).toBe(true)
  await look('phone-turned-away', fatma)
  await field.fill(`${statement} Van wie is hij?`)
  await send.click()
  await fatma.getByRole('alert').getByText(says('statement-first')).waitFor()
  await field.fill(questions.fatma)
  await send.click()
  await fatma.locator('.own').getByText(questions.fatma).waitFor()
  // After the first question it is asked no more.
  await mood.waitFor({ state: 'detached' })
  // And what a phone of another make sends is refused by the server.
  const post = (text: string, key: string) => ({ type: 'idea.post' as const, key, as: 'question' as const, text, phase })
  expect(await ria.ask(post(statement, ria.key('a')))).toMatchObject({
    ok: false,
    error: { code: 'not-a-question', because: 'no-question-mark' },
  })
  ok(await ria.ask(post(questions.ria, ria.key('b'))))
  ok(await samir.ask(post(questions.samir, samir.key('c'))))

  // From paper, by keyboard; a statement stays in the field with its reason.
  await sheet(desk, 'question')
  await desk.getByText(w.ideasSheet.enter).click()
  const paper = desk.getByLabel(w.ideasSheet.enterText)
  await paper.fill('Er zijn hier vanavond geen jongeren')
  await paper.press('Enter')
  await desk.getByText(says('no-question-mark')).waitFor()
  await paper.fill(questions.paper)
  await paper.press('Enter')
  await desk.getByText(w.ideasEnter.done(1)).waitFor()
  await desk.locator('.sheet-question').getByText(questions.samir).waitFor()
  await look('desk-waiting', desk)
  expect(await beamer.getByText(questions.paper).count()).toBe(0)

  // Shared in one batch; only now the second tap is asked for.
  await sheet(desk, 'now')
  await button(desk, w.now.release(null, 4)).click()
  await button(desk, w.ideasSheet.previewGo(4)).click()
  for (const text of Object.values(questions)) await beamer.getByText(text).waitFor()
  await fatma.getByText(shared.board.questions(4)).waitFor()
  await button(fatma.getByRole('group', { name: shared.burst.askAgain }), shared.burst.feelings.light).click()
  ok(await ria.ask({ type: 'tap.set', on: 'mood-after', phase, value: 'light' }))
  ok(await samir.ask({ type: 'tap.set', on: 'mood-after', phase, value: 'neutral' }))
  await desk.getByText(shared.burst.line(shared.burst.when.after, 0, 1, 2)).waitFor()
  await look('phone-shared', fatma)
  await look('desk-now', desk)
  await button(desk, shared.burst.show).click()
  await beamer.getByRole('heading', { name: shared.burst.heading }).waitFor()
  expect(await beamer.locator('.stage-moods b').allInnerTexts()).toEqual(['2', '0', '1', '1', '0', '2'])
  for (const [name, width, height] of [
    ['screen-moods', 1920, 1080],
    ['screen-moods-small', 1024, 768],
  ] as const) {
    await beamer.setViewportSize({ width, height })
    await look(name, beamer)
  }
  await beamer.setViewportSize(sizes.screen)
  await button(desk, shared.burst.show).click()

  // One of them becomes the question, with itself as its source.
  await button(desk, w.question.choose).click()
  const row = desk.locator('.idea', { hasText: questions.fatma })
  await press(button(row, w.question.take))
  await desk.getByText(w.question.fromQuestion).waitFor()
  expect(await desk.locator('#framing').inputValue()).toBe(questions.fatma)
  await look('desk-choose', desk)
  await button(desk, w.question.go).click()
  await fatma.locator('.plate-text', { hasText: questions.fatma }).first().waitFor()
  const ideas = board.getMap<{ text: string }>('ideas')
  const chosen = [...ideas.keys()].find((id) => ideas.get(id)?.text === questions.fatma)
  const links = () => [...board.getMap<{ order: number }>('framings').values()].filter(({ order }) => order === 1)
  await expect
    .poll(links, soon)
    .toMatchObject([
      { text: questions.fatma, form: 'burst', question: chosen, by: 'participant', sources: [{ kind: 'idea', id: chosen }], phase },
    ])
  await row.getByText(shared.burst.catalyst).waitFor()
  await fatma.locator('.card-noted').getByText(shared.burst.catalyst).waitFor()
  await beamer.locator('.stage-card-chosen').getByText(questions.fatma).waitFor()
  await look('screen-chosen', beamer)
  await look('phone-chosen', fatma)
  await desk.locator('.chain').getByText(new RegExp(shared.chain.forms.burst)).waitFor()

  // The owner's page has the questions too, and the outcome tells all of it.
  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  await button(wim, o.draft.heading).click()
  await wim.getByText(o.draft.questions(4)).waitFor()
  await wim.locator('.card-noted').getByText(shared.burst.catalyst).waitFor()
  const told = await fetch(`${it.server.origin}/api/v1/pleins/${plein.plein.id}/outcome.json`, {
    headers: { Authorization: `Bearer ${plein.coach.token}` },
  })
  expect(await told.json()).toMatchObject({
    chain: [{}, { form: 'burst', question: chosen }],
    questions: Array.from({ length: 4 }, () => ({})),
  })

  // Taken back, while the room talks on: choosing stays at hand, before the draft, and one is found among many.
  await plein.ask({ type: 'undo', any: true })
  for (const n of Array.from({ length: 20 }, (_, at) => at + 1))
    await plein.ask({ type: 'idea.enter', as: 'question', text: `Wat vragen wij niet, nummer ${n}?`, phase })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'question' })
  await plein.enter('plenary')
  await sheet(desk, 'now')
  await button(desk, w.question.choose).click()
  const panels = [w.contributions.question, w.question.draft]
  const order = async () =>
    (await desk.locator('.sheet-question h2').allInnerTexts()).flatMap((text) => panels.find((one) => text.startsWith(one)) ?? [])
  await expect.poll(order, soon).toEqual(panels)
  await desk.getByLabel(w.ideasSheet.search(w.contributions.question)).fill('SCHIPPERS')
  await desk.getByText(w.ideasSheet.found(1)).waitFor()
  await press(button(desk.locator('.idea'), w.question.take))
  expect(await desk.locator('#framing').inputValue()).toBe(questions.ria)
  await look('desk-many', desk)
  expect(problems).toEqual([])
  expect(it.faults).toEqual([])
})

import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import longWords from '../data/nl-long-words.json' with { type: 'json' }
import oddTexts from '../data/odd-texts.json' with { type: 'json' }
import { violations } from '../support/axe.ts'
import { covered, misfits } from '../support/fits.ts'
import { led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { writesBefore } from '../support/staging.ts'
import { button, theatre } from '../support/views.ts'

const odd = oddTexts.texts.map((one) => (typeof one === 'string' ? one : (one as { text: string }).text))
const texts = [...longWords.words.map((word) => word[0]!.toUpperCase() + word.slice(1)), ...odd].filter(
  (text) => text.trim() !== '' && [...text].length <= 500,
)

test('WCAG 2.2: a whole Plein on a phone of 320 px with letters of 200 %, with the longest words and the oddest texts: nothing sideways, nothing cut off, nothing covered', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '2000' })
  const dilemma = `Wie betaalt de ${longWords.words[0]}?`
  const plein = await led(it, dilemma, [
    'welcome',
    'checkin',
    'ideas',
    'burst',
    'cluster',
    'vote',
    'plenary',
    'reframe',
    'write',
    'harvest',
    'pause',
  ])
  const small = await it.device({ width: 320, height: 568 }, 'large')
  await small.goto(plein.at(plein.plein.links.join))
  const problems: string[] = []
  const views: [string, Page][] = [['phone', small]]
  const look = async (moment: string, action?: Locator) => {
    for (const [name, page] of views) for (const problem of await misfits(page)) problems.push(`${moment}, ${name}: ${problem}`)
    if (['released', 'voting', 'reframed', 'closed'].includes(moment))
      for (const problem of await violations(small)) problems.push(`${moment}, phone: ${problem}`)
    if (action) for (const problem of await covered(action)) problems.push(`${moment}, phone: ${problem}`)
  }
  await look('join', button(small, phone.join.go))
  await button(small, phone.join.go).click()
  await small.waitForURL('**/p/*')
  for (const [name, link, size] of [
    ['desk', plein.plein.links.coach, { width: 1280, height: 800 }],
    ['owner', plein.plein.links.owner, { width: 360, height: 780 }],
  ] as const) {
    const page = await it.device(size, 'large')
    await page.goto(plein.at(link))
    if (name === 'desk') await button(page, w.cover.no).click()
    views.push([name, page])
  }
  const wall = await it.device({ width: 1024, height: 768 })
  await wall.goto(plein.at(plein.plein.links.screen))
  views.push(['screen', wall])
  const everywhere = async (text: RegExp | string) => {
    for (const [, page] of views) await page.getByText(text).first().waitFor({ state: 'attached' })
  }
  await everywhere(/Wie betaalt/)
  await look('prepared')

  await plein.ask({ type: 'plein.open' })
  await plein.enter('checkin')
  const say = async (as: 'checkin' | 'idea' | 'question' | 'proposal' | 'closing', text: string) => {
    const words = phone.write[as]
    if (as === 'closing') await button(small, phone.write.picks.closing).click()
    const field = small.getByLabel(words.label, { exact: true })
    await field.waitFor()
    await look(`${as}, empty`, button(small, words.send).last())
    await field.click()
    problems.push(...(await covered(field)).map((problem) => `${as}: ${problem}`))
    await field.fill(text)
    await look(`${as}, written`, button(small, words.send).last())
    await button(small, words.send).last().click()
    await small.locator('.own').getByText(text).waitFor()
    await look(`${as}, sent`)
  }
  await say('checkin', longWords.words[1]!)
  await plein.enter('burst')
  await small.getByRole('group', { name: shared.burst.ask }).waitFor()
  await say('question', `Wie wil ${longWords.words[4]}?`)
  await plein.enter('ideas')
  await say('idea', longWords.words[2]!)
  const ideas: string[] = []
  for (const text of texts) {
    const answer = await plein.coach.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
    if (answer.ok) ideas.push(String(answer['idea']))
  }
  expect(ideas.length).toBeGreaterThan(100)
  // The desk hears of what a phone wrote a little later than of what a coach entered, and only what it knows is released.
  await expect
    .poll(
      async () => {
        await plein.coach.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
        return small.locator('.own').getByText(phone.own.state.shared).count()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0)
  await look('released')

  await plein.enter('cluster')
  for (let at = 0; at < 6; at++) await plein.ask({ type: 'cluster.create', name: texts[at]!, ideas: ideas.slice(at * 15, at * 15 + 15) })
  await small.getByText(texts[0]!).first().waitFor({ state: 'attached' })
  const desk = views.find(([name]) => name === 'desk')![1]
  for (const tab of await desk.getByRole('tab').all()) {
    await tab.click()
    await look(`sheet ${await tab.innerText()}`)
  }

  await plein.enter('vote')
  await small.getByText(phone.now.voteWait).first().waitFor()
  await look('vote')
  const { round } = await plein.ask({ type: 'round.open', budget: 4 })
  const more = () => small.getByRole('button', { name: /^Een stip erbij/ }).last()
  await more().waitFor()
  await look('voting', more())
  await more().click()
  await small.getByText(phone.vote.counts).waitFor()
  await look('voted', more())
  // Fewer than three ballots would be held back.
  for (const name of ['Joost', 'Fatma']) {
    const person = await join(plein.server, name, plein.plein)
    ok(await person.ask({ type: 'ballot.cast', round: String(round), dots: {} }))
  }
  await plein.ask({ type: 'round.close', round: String(round), confirmed: true })
  await plein.ask({ type: 'round.reveal', round: String(round), revealed: true })
  await small.getByText(phone.now.voteShown).first().waitFor()
  await look('result')
  // A word that is broken after every second letter is not cut off, and yet nobody reads it.
  const names = await small.locator('.result th[scope="row"]').evaluateAll((all) => all.map((name) => name.getBoundingClientRect().width))
  expect(names.length).toBeGreaterThan(0)
  for (const width of names) expect(width).toBeGreaterThan(160)

  for (const kind of ['plenary', 'pause'] as const) {
    await plein.enter(kind)
    await small.getByText(phone.now[kind]).first().waitFor()
    await look(kind)
  }
  await plein.enter('reframe')
  await say('proposal', `Wie wil ${longWords.words[3]}?`)
  await plein.ask({
    type: 'framing.adopt',
    text: `Wie betaalt de ${longWords.words[0]}, en wie de ${longWords.words[4]}?`,
    sources: [{ kind: 'cluster', id: [...plein.coach.opened('board').doc.getMap('clusters').keys()][0]! }],
  })
  for (const [, page] of views)
    await page
      .getByText(/en wie de/)
      .first()
      .waitFor({ state: 'attached' })
  await look('reframed')
  await plein.enter('write')
  const written = `En de ${longWords.words[6]}?`
  await writesBefore(plein.coach, written)
  for (const page of [small, wall]) await page.getByText(written).first().waitFor()
  await look('written', button(small, phone.staged.off))
  await plein.enter('harvest')
  await say('closing', longWords.words[5]!)
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'closing' }).catch(() => undefined)
  await plein.ask({ type: 'outcome.set', shared: true })
  await plein.ask({ type: 'plein.close', confirmed: true })
  await small.getByText(phone.closed.heading).first().waitFor()
  await wall.getByText(screen.closed.heading).first().waitFor()
  await look('closed')
  expect([...new Set(problems)]).toEqual([])
  expect(it.faults).toEqual([])
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { dice } from '../../scripts/players/dice.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { hardToHear, heard, listen } from '../support/ears.ts'
import { led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { writesBefore } from '../support/staging.ts'
import { button, sizes, theatre } from '../support/views.ts'

const kinds: PhaseKind[] = ['welcome', 'checkin', 'ideas', 'burst', 'cluster', 'vote', 'plenary', 'reframe', 'write', 'harvest', 'pause']
const dilemma = 'Hoe blijft de havenkade van iedereen?'
const better = 'Hoe blijft de havenkade van iedereen, en wie beslist dat?'

test('WCAG 2.2: a screen reader’s tree in every view and phase: names, headings in order, one main; each change is said once, and nobody loses the focus', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '2000' })
  const plein = await led(it, dilemma, kinds)
  const people = await Promise.all(['Joost', 'Ria', 'Samir'].map((name) => join(plein.server, name, plein.plein)))
  const views: Record<string, Page> = {}
  for (const [name, link, size] of [
    ['phone', plein.plein.links.join, sizes.phone],
    ['desk', plein.plein.links.coach, sizes.desk],
    ['screen', plein.plein.links.screen, sizes.screen],
    ['owner', plein.plein.links.owner, sizes.desk],
    ['organiser', `${it.origin}/organisator#${it.server.key}`, sizes.desk],
  ] as const) {
    const page = await it.device(size)
    await page.goto(plein.at(link))
    views[name] = page
  }
  const { phone: fatma, desk, screen, owner } = views as { phone: Page; desk: Page; screen: Page; owner: Page }
  const problems: string[] = []
  const look = async (moment: string) => {
    const all = await Promise.all(
      Object.entries(views).map(async ([name, page]) => (await hardToHear(page)).map((one) => `${moment}, ${name}: ${one}`)),
    )
    problems.push(...all.flat())
  }
  await fatma.getByRole('button', { name: phone.join.go, exact: true }).waitFor()
  await button(desk, w.cover.no).waitFor()
  for (const page of [screen, owner]) await page.getByText(dilemma).first().waitFor()
  await views['organiser']!.getByRole('heading', { level: 1 }).waitFor()
  await look('at the door')
  await button(fatma, phone.join.go).click()
  await fatma.waitForURL('**/p/*')
  await button(desk, w.cover.no).click()
  await fatma.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  await look('prepared')

  await plein.ask({ type: 'plein.open' })
  await fatma.getByText(phone.now.welcome).first().waitFor()
  await listen(fatma)
  /** Everything that the phone says until the page shows it, and that the change is in it once. */
  const once = async (what: string, change: () => Promise<unknown>, shown: () => Promise<unknown>, said: RegExp) => {
    await heard(fatma)
    await change()
    await shown()
    // Something else may be said before it: how many are ready, that the line is back.
    await fatma
      .waitForFunction(
        ([source, flags]) => (window as unknown as { heard: string[] }).heard.some((one) => new RegExp(source!, flags).test(one)),
        [said.source, said.flags],
      )
      .catch(() => undefined)
    await fatma.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const words = await heard(fatma)
    const times = words.filter((one) => said.test(one)).length
    if (times !== 1) problems.push(`${what} is said ${times} times: ${words.join(' | ')}`)
  }
  const now = (line: string) => () => fatma.getByText(line).first().waitFor({ state: 'attached' })
  const named = (kind: PhaseKind) => new RegExp(`^Nu: ${shared.kinds[kind]}`)
  await once('the check-in', () => plein.enter('checkin'), now(phone.now.checkin), named('checkin'))
  await look('checkin')
  await once('questions', () => plein.enter('burst'), now(phone.now.burst), named('burst'))
  await look('burst')
  await once('writing', () => plein.enter('ideas'), now(phone.now.ideas), named('ideas'))
  const ideas: string[] = []
  for (const [at, person] of people.entries()) {
    const text = `Gedachte ${at}: meer bankjes`
    ideas.push(
      String(ok(await person.ask({ type: 'idea.post', key: person.key(text), as: 'idea', text, phase: plein.phase('ideas') }))['idea']),
    )
  }
  const field = fatma.getByLabel(phone.write.idea.label, { exact: true })
  await field.fill('Minder hekken')
  await once(
    'what was sent',
    () => button(fatma, phone.write.idea.send).last().click(),
    now(phone.own.state.sent),
    new RegExp(phone.own.state.sent),
  )
  await look('ideas')
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size).toBe(4)
  expect(await field.evaluate((it) => it === document.activeElement)).toBe(true)
  await once(
    'what was shared',
    () => plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' }),
    now(phone.own.state.shared),
    /gedeeld/i,
  )
  expect(await field.evaluate((it) => it === document.activeElement)).toBe(true)
  await look('shared')
  await once('grouping', () => plein.enter('cluster'), now(phone.now.cluster), named('cluster'))
  for (const [at, name] of ['Bankjes', 'Hekken'].entries()) await plein.ask({ type: 'cluster.create', name, ideas: [ideas[at]!] })
  await fatma.getByText('Hekken').first().waitFor({ state: 'attached' })
  await look('cluster')
  await once('the dots', () => plein.enter('vote'), now(phone.now.voteWait), named('vote'))
  const { round } = (await plein.ask({ type: 'round.open', budget: 3 })) as { round: string }
  const more = fatma.getByRole('button', { name: /^Een stip erbij/ })
  await more.first().waitFor()
  await look('voting')
  await once('a dot', () => more.first().click(), now(phone.vote.counts), new RegExp(phone.vote.counts))
  const noLess = fatma.getByRole('button', { name: phone.vote.zero }).first()
  await once('why a dot cannot go', () => noLess.click({ force: true }), now(phone.vote.zero), new RegExp(phone.vote.zero))
  const items = () => plein.coach.opened('board').doc.getMap<{ items: { id: string }[] }>('rounds').get(round)?.items ?? []
  await expect.poll(() => items().length).toBe(2)
  for (const person of people) await person.ask({ type: 'ballot.cast', round, dots: { [items()[0]!.id]: 1 } })
  await plein.ask({ type: 'round.close', round, confirmed: true })
  await once(
    'the result',
    () => plein.ask({ type: 'round.reveal', round, revealed: true }),
    now(phone.now.voteShown),
    new RegExp(phone.now.voteShown),
  )
  await look('result')
  for (const kind of ['plenary', 'pause'] as const) {
    await once(kind, () => plein.enter(kind), now(phone.now[kind]), named(kind))
    await look(kind)
  }
  await once('the question again', () => plein.enter('reframe'), now(phone.now.reframe), named('reframe'))
  const adopt = () => plein.ask({ type: 'framing.adopt', text: better, sources: [] })
  await once(
    'the new question',
    adopt,
    () => fatma.locator('.plate-text', { hasText: better }).first().waitFor(),
    /wie beslist dat|vraag (op het scherm )?is veranderd/i,
  )
  await look('reframed')
  await once('writing before the room', () => plein.enter('write'), now(phone.now.write), named('write'))
  await writesBefore(plein.coach, better)
  await fatma.locator('.staged', { hasText: better }).waitFor()
  await look('write')
  await once('harvest', () => plein.enter('harvest'), now(phone.now.harvest), named('harvest'))
  await look('harvest')
  const cut = async () => {
    await fatma.context().setOffline(true)
    await fatma.getByText(shared.connection.away).first().waitFor()
  }
  await once('no connection', cut, async () => undefined, new RegExp(shared.connection.away))
  await fatma.context().setOffline(false)
  await fatma.getByText(shared.connection.away).first().waitFor({ state: 'hidden' })
  await fatma.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const again = (await heard(fatma)).filter((one) => /^Nu:/.test(one))
  if (again.length > 0) problems.push(`coming back says again: ${again.join(' | ')}`)
  await plein.ask({ type: 'plein.close', confirmed: true })
  await fatma.getByText(phone.closed.heading).first().waitFor()
  await look('closed')
  expect(problems).toEqual([])
  expect(it.faults).toEqual([])
})

test('L4 a hundred phase changes under the hands of somebody who writes: no character lost, the focus never moved', async () => {
  const it = await theatre()
  const plein = await led(it, dilemma, kinds)
  await plein.ask({ type: 'plein.open' })
  await plein.enter('ideas')
  const page = await it.device(sizes.phone)
  await page.goto(plein.at(plein.plein.links.join))
  await button(page, phone.join.go).click()
  const field = page.getByLabel(phone.write.idea.label, { exact: true })
  await field.click()
  await field.evaluate((it) => {
    const lost: string[] = []
    it.addEventListener('blur', () => lost.push(document.activeElement?.outerHTML.slice(0, 80) ?? 'nothing'))
    Object.assign(window, { lost })
  })
  const seed = Number(process.env['SEED'] ?? 20261124)
  console.log(`seed ${seed}`)
  const throwDice = dice(seed)
  // A page waits only for a sentence that was begun.
  let typed = 'Z'
  await page.keyboard.type(typed)
  let now: PhaseKind = 'ideas'
  for (let change = 0; change < 100; change++) {
    const letters = `${change % 10 === 9 ? ' ' : ''}${'abcdefghijklmnopqrstuvwxyz'[change % 26]}`
    now = throwDice.pick(kinds.filter((kind) => kind !== now))
    await Promise.all([plein.enter(now), page.keyboard.type(letters)])
    typed += letters
  }
  expect(await field.inputValue()).toBe(typed)
  expect(await page.evaluate(() => (window as unknown as { lost: string[] }).lost)).toEqual([])
  expect(await field.evaluate((it) => it === document.activeElement)).toBe(true)
})

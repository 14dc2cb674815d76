import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { button, sizes, theatre } from '../support/views.ts'

const soon = { timeout: 20_000 }

test('A15 R1 one phone has one seat and one ballot: by the typed code, by the code on the screen, and after a new code', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '300' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'vote'], { vote: { over: 'ideas' } })
  await plein.ask({ type: 'plein.open' })
  for (const text of ['Bomen', 'Banken', 'Bus']) await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await plein.enter('vote')
  await plein.ask({ type: 'round.open', over: 'ideas', budget: 1, maximum: 1 })
  const ria = await it.device(sizes.phone)
  await ria.goto(it.origin)
  await ria.getByLabel(phone.join.code).fill(plein.plein.code)
  await button(ria, phone.join.go).click()
  await ria.locator('.vote-item .step:last-child').first().click()
  await ria.getByText(phone.vote.counts).waitFor()
  const voted = () => plein.coach.told.crowds.at(-1)?.voted
  await expect.poll(voted, soon).toBe(1)

  const comesIn = async (link: string): Promise<Page> => {
    const page = await ria.context().newPage()
    await page.goto(link)
    await button(page, phone.join.go).click()
    // One's own dots stand there, and none is left to give.
    await page.getByText(phone.vote.counts).waitFor()
    await page.getByText(phone.vote.left(0, 1)).waitFor()
    return page
  }
  await comesIn(plein.at(plein.plein.links.join))
  await plein.ask({ type: 'link.rotate', role: 'participant' })
  // What else a coach is told comes in messages that say nothing of the way in.
  const wayIn = () => plein.coach.told.own.findLast(({ join }) => join != null)?.join
  await expect.poll(() => wayIn()?.code ?? plein.plein.code, soon).not.toBe(plein.plein.code)
  const ticket = wayIn()?.ticket ?? ''
  const last = await comesIn(`${plein.at(plein.plein.links.join).split('#')[0]}#${ticket}`)

  await last.locator('.vote-item .step:first-child').first().click()
  await last.getByText(phone.vote.blankCounts).waitFor()
  await last.locator('.vote-item .step:last-child').nth(1).click()
  await last.getByText(phone.vote.counts).waitFor()
  expect(voted()).toBe(1)
  expect(it.faults).toEqual([])
})

test('A15 two pages of one phone that press in the same moment end with one seat', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  const ria = await it.device(sizes.phone)
  const other = await ria.context().newPage()
  for (const page of [ria, other]) {
    // The answer is there, and the page does not hear of it before it is told to go on.
    await page.addInitScript(() => {
      const real = window.fetch
      window.fetch = async (...asked) => {
        const answer = await real(...asked)
        if (String(asked[0]).endsWith('/join')) await new Promise((go) => addEventListener('go', go, { once: true }))
        return answer
      }
    })
    await page.goto(plein.at(plein.plein.links.join))
    const answered = page.waitForResponse('**/api/v1/join')
    await button(page, phone.join.go).click()
    expect((await answered).status()).toBe(201)
  }
  const left = ria.context().waitForEvent('request', (request) => request.url().endsWith('/api/v1/leave'))
  for (const page of [ria, other]) await page.evaluate(() => void dispatchEvent(new Event('go')))
  for (const page of [ria, other]) await page.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  expect((await (await left).response())?.status()).toBe(204)
  // Whoever comes after them makes the count be told anew.
  await join(plein.server, 'Fatma', plein.plein)
  await expect.poll(() => plein.coach.told.crowds.at(-1)?.joined, soon).toBe(2)
  expect(it.faults).toEqual([])
})

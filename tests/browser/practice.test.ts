import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dayAfter } from '../../client/words/dayAfter.nl.ts'
import { organiser } from '../../client/words/organiser.nl.ts'
import { owner as w } from '../../client/words/owner.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { scripts } from '../../server/practice/texts/script.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { claim } from '../support/phone.ts'
import type { TestServer } from '../support/server.ts'
import { button, joinByQr, openDesk, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 60_000 }
const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}
const violations = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

test('A11 an Oefen-Plein from one button: OEFENEN on every view and in the outcome, a story for the owner, and the day after', async () => {
  const it = await theatre({ LIMIT_PRACTICE_SPEED: '40', LIMIT_DESK_BATCH: '100' })
  const page = await it.device(sizes.desk)
  await page.goto(`${it.origin}/organisator#${it.server.key}`)
  await button(page, organiser.practice.make).click()
  await page.getByText(organiser.practice.begin).waitFor()
  const link = (name: string) => page.getByRole('textbox', { name, exact: true }).inputValue()
  const [coachLink, screenLink, ownerLink, joinLink] = [
    await link(organiser.links.coach),
    await link(organiser.links.screen),
    await link(organiser.links.owner),
    await link(organiser.links.participant),
  ]
  const coach = await claim({ origin: it.server.origin } as TestServer, 'Anneke', coachLink)
  const [board, desk] = [coach.open('board'), coach.open('desk')]
  const owner = await it.device(sizes.desk)
  await owner.goto(ownerLink)
  const screen = await it.device(sizes.screen)
  await screen.goto(screenLink)
  const views: Record<string, Page> = {
    organiser: page,
    owner,
    screen,
    phone: await joinByQr(it, joinLink),
    desk: await openDesk(it, coachLink),
  }
  const look = async (moment: string) => {
    for (const [name, view] of Object.entries(views)) {
      await view.locator('.practice b').getByText(shared.practice.word, { exact: true }).waitFor()
      if (pictures) await view.screenshot({ path: `${pictures}/practice-${moment}-${name}.png`, fullPage: name !== 'screen' })
    }
    expect(await violations(owner), moment).toEqual([])
    await owner.setViewportSize({ width: 320, height: 640 })
    expect(await sideways(owner), moment).toBeLessThanOrEqual(0)
    if (pictures) await owner.screenshot({ path: `${pictures}/practice-${moment}-owner-320.png`, fullPage: true })
    await owner.setViewportSize(sizes.desk)
  }

  const ideas = () => [...board.doc.getMap<{ as: string; text: string }>('ideas')]
  const share = async (as: 'idea' | 'proposal' | 'commitment' | 'closing', count: number) => {
    await expect.poll(() => [...desk.doc.getMap<{ as: string }>('ideas').values()].filter((one) => one.as === as).length, soon).toBe(count)
    ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as }))
    await expect.poll(() => ideas().filter(([, one]) => one.as === as).length, soon).toBe(count)
  }
  const script = scripts.nl
  ok(await coach.ask({ type: 'plein.open' }))
  await expect.poll(() => coach.told.crowds.at(-1)?.present, soon).toBe(25)
  await look('welcome')
  ok(await coach.ask({ type: 'phase.next' }))
  ok(await coach.ask({ type: 'phase.next' }))
  await share('idea', script.ideas.length)
  ok(await coach.ask({ type: 'phase.next' }))
  const written = ideas().filter(([, one]) => one.as === 'idea')
  const { cluster } = ok(
    await coach.ask({ type: 'cluster.create', name: 'Iemand die blijft', ideas: written.slice(0, 20).map(([id]) => id) }),
  ) as { cluster: string }
  ok(await coach.ask({ type: 'cluster.create', name: 'Veilig op straat', ideas: written.slice(20, 50).map(([id]) => id) }))
  ok(await coach.ask({ type: 'phase.next' }))
  const { round } = ok(await coach.ask({ type: 'round.open' })) as { round: string }
  await expect.poll(() => coach.told.crowds.at(-1)?.voted, soon).toBe(24)
  ok(await coach.ask({ type: 'round.close', round, confirmed: true }))
  ok(await coach.ask({ type: 'round.reveal', round, revealed: true }))
  ok(await coach.ask({ type: 'phase.next' }))
  ok(await coach.ask({ type: 'phase.next' }))
  await share('proposal', script.proposals.length)
  const [source] = written[0] as [string, { text: string }]
  const proposal = ideas().find(([, one]) => one.as === 'proposal')!
  ok(
    await coach.ask({
      type: 'framing.adopt',
      text: proposal[1].text,
      proposal: proposal[0],
      sources: [
        { kind: 'cluster', id: cluster },
        { kind: 'idea', id: source },
        { kind: 'round', id: round },
      ],
    }),
  )
  // The owner reads it as a story, with the voice that it came from, and may name a result as a source.
  const story = owner.locator('.story')
  await story.getByRole('heading', { name: shared.chain.now }).waitFor()
  const voice = written[0]![1].text
  // A group among the sources opens to its ideas.
  await story.locator('details').filter({ hasText: voice }).locator('summary').first().click()
  await story.getByText(voice).locator('visible=true').first().waitFor()
  await owner.getByText(w.draft.sources(0)).click()
  await owner.getByRole('group', { name: w.draft.rounds }).getByRole('checkbox').first().waitFor()
  await look('reframe')
  ok(await coach.ask({ type: 'phase.next' }))
  await share('commitment', script.commitments.length)
  await share('closing', script.closings.length)
  ok(await coach.ask({ type: 'outcome.set', shared: true }))
  ok(await coach.ask({ type: 'plein.close', confirmed: true }))
  await owner.getByRole('heading', { name: w.after.heading }).waitFor()
  for (const question of dayAfter.questions) await owner.getByText(question, { exact: true }).waitFor()
  await owner.getByText(w.after.sharedWithRoom).waitFor()
  await look('closed')

  // What goes home: marked, readable on a small phone and on paper.
  const [download] = await Promise.all([owner.waitForEvent('download'), button(owner, w.outcome.formats.html).click()])
  expect(download.suggestedFilename()).toContain('oefenen')
  const outcome = await it.device({ width: 320, height: 640 })
  await outcome.setContent(await readFile(await download.path(), 'utf8'))
  await outcome.locator('.practice').getByText('Oefenen').waitFor()
  expect(await sideways(outcome)).toBeLessThanOrEqual(0)
  expect(await violations(outcome)).toEqual([])
  if (pictures) {
    await outcome.screenshot({ path: `${pictures}/practice-outcome-320.png` })
    await outcome.emulateMedia({ media: 'print' })
    await outcome.setViewportSize({ width: 720, height: 1000 })
    await outcome.screenshot({ path: `${pictures}/practice-outcome-print.png` })
  }
  expect(it.faults).toEqual([])
})

/** What people propose for the question is grouped at the desk like ideas, beside them. */
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { still } from '../support/still.ts'
import { button, joinByQr, openDesk, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }
const proposed = ['Van wie is de kade ’s avonds?', 'Hoe blijft de kade ’s avonds van iedereen?', 'Wie beslist er over de kade?']

test('C11 I9 WCAG 2.2: proposals come in one batch, are grouped beside the ideas, and stand so on screen and phones', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie mag er op de havenkade staan?', ['ideas', 'reframe'])
  const board = plein.coach.opened('board')
  await plein.ask({ type: 'plein.open' })
  const fatma = await join(plein.server, 'Fatma', plein.plein)
  const post = async (as: 'idea' | 'proposal', text: string) =>
    ok(await fatma.ask({ type: 'idea.post', key: fatma.key(text), as, text, phase: plein.phase(as === 'idea' ? 'ideas' : 'reframe') }))
  await post('idea', 'Minder hekken')
  await plein.enter('reframe')
  const ria = await joinByQr(it, plein.at(plein.plein.links.join))
  // The phone begins the sentence.
  await ria.getByText(phone.write.proposal.label, { exact: true }).waitFor()
  await ria.getByLabel(phone.write.proposal.label).fill(proposed[0]!)
  await button(ria, phone.write.proposal.send).last().click()
  for (const text of proposed.slice(1)) await post('proposal', text)
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size, soon).toBe(4)
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'proposal' })
  await expect.poll(() => board.doc.getMap('ideas').size, soon).toBe(3)

  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'groups')
  await expect.poll(() => desk.getByRole('radio', { name: w.groups.of.proposal }).isChecked()).toBe(true)
  // Above the work, and not pushed out of sight by it.
  const box = await desk.getByRole('radio', { name: w.groups.of.proposal }).boundingBox()
  expect(box?.y).toBeGreaterThan(100)
  await desk.getByText(w.proposalGroups.loose(3, 3)).waitFor()
  expect(await desk.getByText('Minder hekken').count()).toBe(0)
  for (const text of proposed.slice(0, 2)) await desk.getByText(text, { exact: true }).first().click()
  await button(desk, w.groups.create, false).click()
  await desk.getByLabel(w.groups.name).fill('’s Avonds')
  await desk.keyboard.press('Enter')
  const group = () => [...board.doc.getMap<{ name: string; of?: string }>('clusters').entries()]
  await expect.poll(() => group().map(([, { name, of }]) => [name, of]), soon).toEqual([['’s Avonds', 'proposal']])
  await desk.getByText(w.proposalGroups.loose(1, 3)).waitFor()
  // The count of groups is one line, whatever the buttons beside it say.
  expect((await desk.locator('#groups').boundingBox())?.height).toBeLessThan(36)

  const problems: string[] = []
  const look = async (name: string, page: typeof desk, whole = true) => {
    await still(page)
    if (pictures) await page.screenshot({ path: `${pictures}/proposals-${name}.png`, fullPage: whole })
    for (const problem of [...(await misfits(page)), ...(await violations(page))]) problems.push(`${name}: ${problem}`)
  }
  const beamer = await it.device(sizes.screen)
  await beamer.goto(plein.at(plein.plein.links.screen))
  await beamer.getByRole('heading', { name: '’s Avonds' }).waitFor()
  await look('screen', beamer, false)
  await ria.getByText(shared.board.group('’s Avonds', 2)).waitFor()
  await look('phone', ria)
  await look('desk', desk)
  expect(await desk.evaluate(() => document.querySelector('.sheet')!.scrollTop)).toBe(0)

  // Ideas by themselves; what a coach lays among the proposals leaves them, and is there.
  await desk.getByRole('radio', { name: w.groups.of.idea }).check()
  await desk.getByText('Minder hekken').first().click()
  await button(desk, w.groups.move, false).click()
  await desk.getByRole('option', { name: w.groups.otherKind('’s Avonds') }).click()
  await desk.getByText(w.groups.looseNone).or(desk.getByText(w.groups.noIdeas)).waitFor()
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await ria.getByText(shared.board.group('’s Avonds', 3)).waitFor()

  const [[id]] = group() as [[string, unknown]]
  await plein.ask({ type: 'framing.adopt', text: 'Hoe blijft de kade van iedereen?', sources: [{ kind: 'cluster', id }] })
  const answer = await fetch(`${it.server.origin}/api/v1/pleins/${plein.plein.id}/outcome.json`, {
    headers: { Authorization: `Bearer ${it.server.key}` },
  })
  const outcome = (await answer.json()) as { clusters: { name: string; of: string; ideas: string[] }[]; chain: { sources: object[] }[] }
  expect(outcome.clusters).toMatchObject([{ name: '’s Avonds', of: 'proposals' }])
  expect(outcome.clusters[0]?.ideas).toHaveLength(3)
  expect(outcome.chain[1]?.sources).toMatchObject([{ kind: 'cluster', name: '’s Avonds' }])
  expect(problems).toEqual([])
  expect(it.faults).toEqual([])
})

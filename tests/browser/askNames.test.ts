/** Asking authors whether the name of their group carries their idea. */
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { still } from '../support/still.ts'
import { button, openDesk, sheet, sizes, theatre, writes } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }

test('G1 an empty group keeps nobody from asking all authors and stopping again', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie mag er op de havenkade staan?', ['ideas', 'cluster'])
  await plein.ask({ type: 'plein.open' })
  await plein.ask({ type: 'cluster.create', name: 'Nog leeg', ideas: [], open: true })
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'groups')
  expect(await button(desk, w.names.askAll).isDisabled()).toBe(true)
  const { idea } = await plein.ask({ type: 'idea.enter', as: 'idea', text: 'Minder hekken', phase: plein.phase('ideas') })
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  const { cluster } = await plein.ask({ type: 'cluster.create', name: 'Hekken', ideas: [String(idea)] })
  const asked = () => plein.coach.opened('board').doc.getMap<{ asked?: true }>('clusters').get(String(cluster))?.asked ?? false
  await button(desk, w.names.askAll).click()
  await expect.poll(asked, soon).toBe(true)
  await button(desk, w.names.stopAll).first().click()
  await expect.poll(asked, soon).toBe(false)
  await button(desk, w.names.askAll).waitFor()
  expect(it.faults).toEqual([])
})

/** Ria, with two ideas of hers, each in a group of its own: Groen and Open. */
const authors = async (kind: 'cluster' | 'vote' = 'cluster') => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'cluster', 'vote'])
  await plein.ask({ type: 'plein.open' })
  const ria = await it.device(sizes.phone)
  const heard: string[] = []
  ria.on('websocket', (line) => void line.on('framereceived', ({ payload }) => void heard.push(String(payload))))
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  for (const text of ['Meer bomen', 'Minder hekken']) await writes(ria, 'idea', text)
  const ideas = () => plein.coach.opened('board').doc.getMap<{ text: string }>('ideas')
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size, soon).toBe(2)
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  await expect.poll(() => ideas().size, soon).toBe(2)
  await plein.enter(kind)
  const group = async (name: string, text: string) =>
    String((await plein.ask({ type: 'cluster.create', name, ideas: [[...ideas()].find(([, idea]) => idea.text === text)![0]] }))['cluster'])
  const [green, open] = [await group('Groen', 'Meer bomen'), await group('Open', 'Minder hekken')]
  const asks = (cluster: string, asking = true) => plein.ask({ type: 'cluster.ask', clusters: [cluster], asking })
  await asks(open)
  await button(ria, phone.verify.words).and(ria.locator(':not([aria-busy])')).click()
  const field = ria.getByLabel(phone.verify.label)
  await field.pressSequentially('Toe')
  return { it, plein, ria, heard, green, open, asks, field }
}
const typed = (field: Locator) => field.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))

test('L4 who types another name for a group is not taken from it when the coach asks about an earlier idea of theirs', async () => {
  const { it, ria, heard, green, asks, field } = await authors()
  const before = heard.length
  await asks(green)
  // Asked about both: the phone has it, and has drawn what comes of it.
  await expect
    .poll(
      () =>
        heard
          .slice(before)
          .join()
          .match(/"asked":true/g)?.length,
      soon,
    )
    .toBe(2)
  await still(ria)
  await ria.keyboard.type('gang')
  expect(await typed(field)).toEqual(['Toegang'])
  await button(ria, phone.verify.send).click()
  await ria.locator('.verify .said', { hasText: 'Meer bomen' }).waitFor()
  expect(it.faults).toEqual([])
})

test('L4 nor when a round is opened: the question stays where it is, above what there is to vote on, until they come to it again', async () => {
  const { it, plein, ria, field } = await authors('vote')
  await field.press('Home')
  await field.evaluate((one) => Object.assign(one, { same: true }))
  await plein.ask({ type: 'round.open' })
  await ria.locator('.vote-item').first().waitFor()
  await ria.keyboard.type('Onze ')
  expect(await typed(field)).toEqual(['Onze Toe'])
  expect(await field.evaluate((one) => (one as { same?: true }).same === true && one === document.activeElement)).toBe(true)
  await button(ria, phone.verify.send).click()
  await ria.getByText(phone.verify.thanks).waitFor()
  expect(it.faults).toEqual([])
})

test('L4 nor when the coach stops asking: the words stay, it says that they are not sent, and they go when it is asked again', async () => {
  const { it, plein, ria, open, asks, field } = await authors()
  await asks(open, false)
  await ria.locator('.verify').getByText(phone.verify.over).waitFor()
  if (pictures) await ria.screenshot({ path: `${pictures}/names-over.png` })
  await ria.keyboard.type('gang')
  expect(await typed(field)).toEqual(['Toegang'])
  expect(await button(ria, phone.verify.send).getAttribute('aria-disabled')).toBe('true')
  await ria.reload()
  await ria.locator('.verify').getByText(phone.verify.over).waitFor()
  expect(await typed(field)).toEqual(['Toegang'])
  await asks(open)
  await button(ria, phone.verify.send).and(ria.locator(':not([aria-disabled])')).click()
  const told = () => plein.coach.told.own.findLast((own) => own.names)?.names
  await expect.poll(told, soon).toMatchObject([{ cluster: open, suggestions: ['Toegang'] }])
  expect(it.faults).toEqual([])
})

test('L4 other words for a name that the group has no more come back into their field, beside the name that it has now', async () => {
  const { it, plein, ria, open, field } = await authors()
  await ria.context().setOffline(true)
  await ria.evaluate(() => void dispatchEvent(new Event('offline')))
  await button(ria, phone.verify.send).click()
  await expect.poll(() => field.count(), soon).toBe(0)
  await plein.ask({ type: 'cluster.rename', cluster: open, name: 'Over het water' })
  await ria.context().setOffline(false)
  await ria.locator('.verify dd', { hasText: 'Over het water' }).waitFor()
  expect(await typed(field)).toEqual(['Toe'])
  await button(ria, phone.verify.send).click()
  await expect.poll(() => field.count(), soon).toBe(0)
  expect(it.faults).toEqual([])
})

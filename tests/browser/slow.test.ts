import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { quaysideIdeas } from '../support/quayside.ts'
import { button, sizes, theatre } from '../support/views.ts'

/** An old phone on 3G: a quarter of the speed, 1.6 Mbit/s down, 750 kbit/s up, 300 ms there and back. Counts every byte that comes in. */
const oldPhone = async (page: Page): Promise<{ bytes(): number }> => {
  const line = await page.context().newCDPSession(page)
  let bytes = 0
  await line.send('Network.enable')
  line.on('Network.dataReceived', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  line.on('Network.responseReceived', ({ response }) => {
    bytes += JSON.stringify(response.headers).length
  })
  line.on('Network.webSocketFrameReceived', ({ response: { opcode, payloadData } }) => {
    bytes += opcode === 1 ? Buffer.byteLength(payloadData) : Math.ceil((payloadData.length * 3) / 4)
  })
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  })
  return { bytes: () => bytes }
}

test('L1 an old phone on 3G: in, heard and voted in a while that one can wait, and a whole Plein with 150 ideas for less than 1 MB', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '2000' })
  const plein = await led(it, 'Hoe blijft de havenkade van iedereen?', ['ideas', 'cluster', 'vote', 'reframe', 'harvest'])
  const others = await Promise.all(['Joost', 'Ria'].map((name) => join(plein.server, name, plein.plein)))
  await plein.ask({ type: 'plein.open' })
  const page = await it.device(sizes.phone)
  page.setDefaultTimeout(60_000)
  const counted = await oldPhone(page)
  const times: [string, number][] = []
  const timed = async (what: string, act: () => Promise<unknown>) => {
    const since = performance.now()
    await act()
    times.push([what, Math.round(performance.now() - since)])
  }
  await timed('the page to join on is usable', async () => {
    await page.goto(plein.at(plein.plein.links.join), { waitUntil: 'commit' })
    await button(page, phone.join.go).waitFor()
  })
  const field = page.getByLabel(phone.write.idea.label, { exact: true })
  await timed('in, and at the first question', async () => {
    await button(page, phone.join.go).click()
    await field.waitFor()
  })
  await timed('a sentence typed', () => field.pressSequentially('Een vaste avond met de schippers'))
  await timed('an idea answered', async () => {
    await button(page, phone.write.idea.send).last().click()
    await page.locator('.own').getByText(phone.own.state.sent).waitFor()
  })
  const texts = quaysideIdeas(149)
  const ideas: string[] = []
  for (const { text } of texts)
    ideas.push(String((await plein.ask({ type: 'idea.enter', as: 'idea', text, phase: plein.phase('ideas') }))['idea']))
  await timed('150 ideas shared, and seen', async () => {
    await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
    await page.locator('.own').getByText(phone.own.state.shared).waitFor()
  })
  await plein.enter('cluster')
  for (let at = 0; at < 8; at++)
    await plein.ask({ type: 'cluster.create', name: `Groep ${at + 1}`, ideas: ideas.slice(at * 18, at * 18 + 18) })
  await plein.enter('vote')
  const { round } = (await plein.ask({ type: 'round.open', budget: 4 })) as { round: string }
  const more = page.getByRole('button', { name: /^Een stip erbij/ }).first()
  await more.waitFor()
  await timed('a dot answered', async () => {
    await more.click()
    await page.getByText(phone.vote.counts).waitFor()
  })
  const items = () => plein.coach.opened('board').doc.getMap<{ items: { id: string }[] }>('rounds').get(round)?.items ?? []
  await expect.poll(() => items().length).toBe(8)
  for (const person of others) await person.ask({ type: 'ballot.cast', round, dots: { [items()[1]!.id]: 2 } })
  await plein.ask({ type: 'round.close', round, confirmed: true })
  await timed('the result shown', async () => {
    await plein.ask({ type: 'round.reveal', round, revealed: true })
    await page.getByText(phone.now.voteShown).first().waitFor()
  })
  await plein.enter('reframe')
  await plein.ask({ type: 'framing.adopt', text: 'Wie beslist er over de havenkade, en hoe blijft die van iedereen?', sources: [] })
  await page.locator('.plate-text', { hasText: 'Wie beslist' }).first().waitFor()
  await plein.enter('harvest')
  await page.getByText(phone.now.harvest).first().waitFor()
  await plein.ask({ type: 'plein.close', confirmed: true })
  await page.getByText(phone.closed.heading).first().waitFor()
  const whole = counted.bytes()
  console.log(
    [
      ...times.map(([what, ms]) => `${String(ms).padStart(6)} ms  ${what}`),
      `${String(Math.round(whole / 1000)).padStart(6)} kB  in all`,
    ].join('\n'),
  )
  for (const [what, ms] of times) expect(ms, what).toBeLessThan(45_000)
  expect(whole).toBeGreaterThan(100_000)
  expect(whole).toBeLessThan(1_000_000)
  expect(it.faults).toEqual([])
})

import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { keysFolder } from '../../server/keys/folder.ts'
import { violations } from '../support/axe.ts'
import { button, openDesk, sheet, sizes, theatre } from '../support/views.ts'
import { voted } from '../support/voted.ts'

test('S3 when the key of a round is lost the desk says it, and phones ask to vote again until all have', async () => {
  const it = await theatre()
  const { made, people, round, ok, dots } = await voted(it.server)
  const at = (link: string): string => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const desk = await openDesk(it, at(made.links.coach))
  const fatma = await it.device(sizes.phone)
  await fatma.goto(at(made.links.join))
  await button(fatma, phone.join.go).click()
  await fatma.getByText(phone.vote.notYet).waitFor()
  expect(await fatma.getByText(phone.vote.lost).count()).toBe(0)

  await it.server.kill()
  rmSync(keysFolder(it.server.folder), { recursive: true })
  await it.server.start()
  const said = desk.getByRole('alert').getByText(`${w.votes.lost(3)} ${w.votes.lostAgain}`)
  await said.waitFor()
  const alarm = desk.getByRole('alert')
  await sheet(desk, 'votes')
  await said.waitFor()
  await fatma.getByText(phone.vote.lost).waitFor()
  expect([await violations(desk), await violations(fatma)]).toEqual([[], []])

  for (const [place, who] of people.entries()) {
    await expect.poll(() => who.socket.connected, { timeout: 20_000 }).toBe(true)
    await ok(who, { type: 'ballot.cast', round, dots: dots[place] ?? {} })
  }
  await alarm.waitFor({ state: 'hidden' })
  await fatma.getByText(phone.vote.lost).waitFor({ state: 'hidden' })
  expect(it.faults).toEqual([])
})

test('S3 a phone that voted with one tap and stayed open does not go on saying that its dots count when the key is lost', async () => {
  const it = await theatre()
  const { made } = await voted(it.server)
  const fatma = await it.device(sizes.phone)
  await fatma.goto(made.links.join.replace(/^https?:\/\/[^/]+/, it.origin))
  await button(fatma, phone.join.go).click()
  const more = fatma.locator('.vote-item .step:last-child').first()
  await more.click()
  await fatma.getByText(phone.vote.counts).waitFor()

  await it.server.kill()
  rmSync(keysFolder(it.server.folder), { recursive: true })
  await it.server.start()
  await fatma.getByText(phone.vote.lost).waitFor()
  await fatma.getByText(phone.vote.notYet).waitFor()
  await fatma.getByText(phone.vote.left(5, 5)).waitFor()
  await more.click()
  await fatma.getByText(phone.vote.counts).waitFor()
  await fatma.getByText(phone.vote.left(4, 5)).waitFor()
  expect(it.faults).toEqual([])
})

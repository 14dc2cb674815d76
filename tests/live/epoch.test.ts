import { expect, it } from 'vitest'
import { closes } from '../../shared/wire/closes.ts'
import { claim, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }

it('S3 L3 when a Plein is closed for good its documents start a new epoch: old readers go with 4409 and are told the new names', async () => {
  const server = await startServer({ LIMIT_TAKE_BACK: '300' })
  const made = await server.makePlein()
  const [joost, fatma] = [await claim(server, 'Joost', made.links.coach), await join(server, 'Fatma', made)]
  await joost.ask({ type: 'plein.open' })
  const old = fatma.open('board')
  await expect.poll(() => old.provider.synced, soon).toBe(true)
  expect(await joost.ask({ type: 'plein.close', confirmed: true })).toMatchObject({ ok: true })
  await expect.poll(() => old.closes, soon).toEqual([closes.epoch])
  const renamed = () => fatma.told.own.findLast(({ documents }) => documents)
  await expect.poll(renamed, soon).toMatchObject({ documents: { board: expect.stringMatching(/^board~/) }, may: { commands: [] } })
  expect(renamed()?.documents?.board).not.toBe(fatma.hello().documents.board)
  expect(renamed()?.documents).not.toHaveProperty('desk')
  const anew = fatma.open('board', renamed()?.documents?.board)
  await expect.poll(() => anew.maps()['plein'], soon).toMatchObject({ stage: 'closed', sealed: true })
})

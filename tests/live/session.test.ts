import { expect, it } from 'vitest'
import { claim, join, newId } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }

it('L3 a Plein on real sockets: joined, posted, listed, released and seen by everybody', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '100' })
  const made = await server.makePlein([{ kind: 'ideas', settings: { hidden: true } }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const beamer = await claim(server, 'Beamer', made.links.screen)
  const fatma = await join(server, 'Fatma', made)
  for (const who of [joost, beamer, fatma]) who.open('board')
  joost.open('desk')

  expect(fatma.hello().documents).toEqual({ board: expect.stringMatching(/^board~.+\.\d+\.\d+$/), 'text/stage': expect.any(String) })
  expect(joost.hello()).toMatchObject({ role: 'coach', join: { code: made.code, addresses: expect.any(Array) } })
  expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
  await expect.poll(() => fatma.opened('board').maps()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(fatma.opened('board').maps()['plein']?.['current'])
  const answer = await fatma.ask({ type: 'idea.post', key: fatma.key('bankjes'), as: 'idea', text: 'Meer bankjes', phase })
  expect(answer).toMatchObject({ ok: true })
  expect(answer).not.toHaveProperty('versions')

  await expect.poll(() => Object.values(joost.opened('desk').maps()['ideas'] ?? {}), soon).toMatchObject([{ text: 'Meer bankjes' }])
  expect(fatma.opened('board').maps()['ideas']).toBeUndefined()
  const released = await joost.ask({ type: 'ideas.release', ideas: 'all' })
  expect(released).toMatchObject({ ok: true, versions: { board: expect.any(Number), desk: expect.any(Number) } })
  for (const who of [joost, beamer, fatma])
    await expect.poll(() => Object.values(who.opened('board').maps()['ideas'] ?? {}), soon).toMatchObject([{ text: 'Meer bankjes' }])
  expect(await fatma.ask({ type: 'mine', keys: [fatma.key('bankjes'), newId()] })).toMatchObject({
    ok: true,
    ideas: { [fatma.key('bankjes')]: { state: 'shared', text: 'Meer bankjes' } },
  })
})

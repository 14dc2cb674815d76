import { expect, it } from 'vitest'
import { claim, newId, type Phone } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }
const secret = (): string => `${newId()}${newId().slice(1)}`
const groups = (desk: Phone, document: 'desk' | 'board'): string[] =>
  Object.values(desk.opened(document).maps()['clusters'] ?? {})
    .map((group) => (group as { name: string }).name)
    .sort()

it('R3 C1 P11 two coaches work at once at two desks: nothing of either is lost, each takes back the own step, and both stay after a restart', async () => {
  const server = await startServer()
  const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'cluster' }, { kind: 'vote' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const anneke = await claim(server, 'Anneke', made.links.coach)
  const both = [joost, anneke]
  const { phase: ideas } = (await joost.ask({ type: 'plein.open' })) as unknown as { phase: string }
  for (const desk of both) for (const name of ['desk', 'board'] as const) desk.open(name)

  const made40 = await Promise.all(
    Array.from({ length: 40 }, (_, n) => both[n % 2]!.ask({ type: 'cluster.create', name: `Groep ${n}`, ideas: [], open: n % 4 < 2 })),
  )
  expect(made40.every(({ ok }) => ok)).toBe(true)
  expect((await Promise.all(both.map((desk) => desk.ask({ type: 'undo' })))).every(({ ok }) => ok)).toBe(true)
  const kept = Array.from({ length: 38 }, (_, n) => `Groep ${n}`).sort()
  for (const desk of both) await expect.poll(() => [...groups(desk, 'desk'), ...groups(desk, 'board')].sort(), soon).toEqual(kept)

  // Of what both see as the last step, one step goes.
  const { id: step } = (joost.opened('desk').maps()['undo'] as { steps: { id: string }[] }).steps.at(-1)!
  const undone = await Promise.all(both.map((desk) => desk.ask({ type: 'undo', any: true, step })))
  expect(undone.map((answer) => answer.ok || answer.error.code).sort()).toEqual(['step-undone', true])
  for (const desk of both) await expect.poll(() => [...groups(desk, 'desk'), ...groups(desk, 'board')], soon).toHaveLength(37)

  const moves = await Promise.all(both.map((desk) => desk.ask({ type: 'phase.next', during: ideas })))
  // Both pressed at the same moment: one moves the room, the other hears where it is, and neither is out.
  expect(moves.map((answer) => answer.ok || answer.error.code).sort()).toEqual(['room-moved', true])

  await server.restart()
  for (const desk of both) await expect.poll(() => desk.socket.connected, soon).toBe(true)
  expect(await anneke.ask({ type: 'phase.back' })).toMatchObject({ ok: true })
  expect(await joost.ask({ type: 'phase.next' })).toMatchObject({ ok: true })
})

it('R3 who replaces the coach link stays and the other desks go; the organiser gets anybody back in, and then who replaced it goes', async () => {
  const server = await startServer()
  const made = await server.makePlein()
  const joost = await claim(server, 'Joost', made.links.coach)
  const stranger = await claim(server, 'Teun', made.links.coach)
  await expect.poll(() => joost.told.notices).toContainEqual({ notice: 'device-claimed', role: 'coach' })
  expect(await stranger.ask({ type: 'link.rotate', role: 'coach', secret: secret() })).toMatchObject({ ok: true })
  await expect.poll(() => joost.told.byes).toEqual(['revoked'])
  const again = await server.organise(`/api/v1/pleins/${made.id}/links`, { method: 'POST', body: { role: 'coach' } })
  const { link } = (await again.json()) as { link: string }
  await expect.poll(() => stranger.told.byes).toEqual(['revoked'])
  const back = await claim(server, 'Joost', link)
  expect(await back.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
  const asked = await fetch(`${server.origin}/api/v1/pleins/${made.id}/outcome.json`, {
    headers: { Authorization: `Bearer ${stranger.token}` },
  })
  expect(asked.status).toBe(401)
})

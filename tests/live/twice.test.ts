import { expect, it } from 'vitest'
import { closes } from '../../shared/wire/closes.ts'
import { claim, connect, join, newId } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 15_000 }

it('L2 commands sent many times, over two sockets and over a restart, have one effect and the same answer', async () => {
  // On a busy machine all of them are there before the first is answered, and each then costs a credit.
  const server = await startServer({ LIMIT_DESK_BATCH: '100', LIMIT_BURST_PHONE: '100' })
  const made = await server.makePlein([{ kind: 'ideas', settings: { hidden: false } }])
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  const phone = await join(server, 'Fatma', made)
  const tablet = await connect(server, 'Fatma', phone)
  const desk = joost.open('board')
  await expect.poll(() => desk.maps()['plein']?.['current'], soon).toBeTruthy()
  const current = String(desk.maps()['plein']?.['current'])

  const posts = Array.from({ length: 8 }, (_, place) => ({
    id: newId(),
    command: { type: 'idea.post', key: newId(), as: 'idea', text: `Idee ${place}`, phase: current, open: true } as const,
  }))
  const answers = await Promise.all(
    posts.flatMap(({ id, command }) =>
      [phone.ask(command, id), tablet.ask(command, id), phone.ask(command, id)].map(async (answer) => [id, await answer] as const),
    ),
  )
  for (const { id } of posts) {
    const given = answers.filter(([of]) => of === id).map(([, answer]) => JSON.stringify(answer))
    expect(new Set(given).size).toBe(1)
    expect(given[0]).toContain('"ok":true')
  }
  await server.restart()
  await expect.poll(() => phone.socket.connected, soon).toBe(true)
  for (const { id, command } of posts)
    expect(JSON.stringify(await phone.ask(command, id))).toBe(
      answers.filter(([of]) => of === id).map(([, answer]) => JSON.stringify(answer))[0],
    )
  expect(await phone.ask({ ...posts[0]!.command, text: 'Anders' }, posts[0]!.id)).toMatchObject({ ok: false, error: { code: 'id-reused' } })
  const board = phone.open('board')
  await expect.poll(() => Object.keys(board.maps()['ideas'] ?? {}).length, soon).toBe(posts.length)
})

it('L3 after a restart of the server every phone comes back, and its replica equals a fresh one', async () => {
  const server = await startServer()
  const made = await server.makePlein()
  const joost = await claim(server, 'Joost', made.links.coach)
  const fatma = await join(server, 'Fatma', made)
  const board = fatma.open('board')
  await joost.ask({ type: 'plein.open' })
  await expect.poll(() => board.maps()['plein']?.['stage'], soon).toBe('open')
  await server.restart()
  await expect.poll(() => [fatma.told.byes, board.closes[0]], soon).toEqual([['restarting'], closes.restart])
  expect(fatma.told.notices).toContainEqual({ notice: 'restarting' })
  await expect.poll(() => joost.socket.connected, soon).toBe(true)
  expect(await joost.ask({ type: 'door.set', locked: true })).toMatchObject({ ok: true })
  await expect.poll(() => board.maps()['plein']?.['doorLocked'], soon).toBe(true)
  const anew = await connect(server, 'Fatma', fatma)
  const fresh = anew.open('board')
  await expect.poll(() => fresh.provider.synced, soon).toBe(true)
  expect(fresh.maps()).toEqual(board.maps())
})

import { expect, it } from 'vitest'
import { claim, join, newId, type Phone } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const soon = { timeout: 20_000 }

const idea = (phone: Phone, text: string, phase: string) => phone.ask({ type: 'idea.post', key: newId(), as: 'idea', text, phase })

it('R4 a seat that floods is refused politely, while others work on', async () => {
  const server = await startServer({ LIMIT_BURST_PHONE: '20', LIMIT_RATE_PHONE: '1' })
  const made = await server.makePlein([{ kind: 'ideas' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  const board = joost.open('board')
  await expect.poll(() => board.maps()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(board.maps()['plein']?.['current'])
  const [teun, ria] = [await join(server, 'Teun', made), await join(server, 'Ria', made)]
  const flood = Array.from({ length: 400 }, (_, count) => idea(teun, `Reclame ${count}`, phase))
  const calm = await Promise.all(Array.from({ length: 5 }, (_, count) => idea(ria, `Gewoon ${count}`, phase)))
  expect(calm.every(({ ok }) => ok)).toBe(true)
  const answers = await Promise.all(flood)
  const refused = answers.filter(({ ok }) => !ok)
  expect(refused.length).toBeGreaterThan(360)
  expect(refused[0]).toMatchObject({
    error: { code: 'too-fast', remedy: 'retry', retryAfter: expect.any(Number), message: expect.any(String) },
  })
  expect(teun.socket.connected).toBe(true)
})

it('S1 the crowd tells counts only: who is here, how many wrote and voted', async () => {
  const server = await startServer({ LIMIT_DESK_BATCH: '300' })
  const made = await server.makePlein([{ kind: 'ideas', settings: { hidden: true } }])
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  const board = joost.open('board')
  await expect.poll(() => board.maps()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(board.maps()['plein']?.['current'])
  const people = [await join(server, 'Fatma', made), await join(server, 'Ria', made), await join(server, 'Samir', made)]
  await claim(server, 'Beamer', made.links.screen)
  const last = () => joost.told.crowds.at(-1)
  await expect.poll(last, soon).toMatchObject({ present: 3, joined: 3, coaches: 1, screens: 1, owners: 0, written: 0, voted: null })
  for (const who of people.slice(0, 2)) expect(await idea(who, 'Meer bankjes', phase)).toMatchObject({ ok: true })
  await expect.poll(last, soon).toMatchObject({ written: null })
  const desk = joost.open('desk')
  await expect.poll(() => Object.keys(desk.maps()['ideas'] ?? {}), soon).toHaveLength(2)
  people[2]!.leave()
  await expect.poll(last, soon).toMatchObject({ present: 2, joined: 3 })

  await joost.ask({ type: 'ideas.release', ideas: 'all' })
  await expect.poll(() => Object.keys(board.maps()['ideas'] ?? {}), soon).toHaveLength(2)
  await joost.ask({ type: 'phase.play', kind: 'vote' })
  expect(await joost.ask({ type: 'round.open', over: 'ideas' })).toMatchObject({ ok: true })
  await expect.poll(() => Object.keys(board.maps()['rounds'] ?? {}), soon).toHaveLength(1)
  const [round] = Object.keys(board.maps()['rounds']!) as [string]
  await expect.poll(last, soon).toMatchObject({ voted: 0 })
  const [item] = Object.keys(board.maps()['ideas']!)
  expect(await people[0]!.ask({ type: 'ballot.cast', round, dots: { [item!]: 1 } })).toMatchObject({ ok: true })
  await expect.poll(last, soon).toMatchObject({ voted: 1 })
  await expect.poll(() => people[0]!.told.own.findLast(({ own }) => own)?.own?.ballots, soon).toEqual({ [round]: { [item!]: 1 } })
  expect(people[1]!.told.own.filter(({ own }) => own)).toEqual([])
  expect(Object.keys(last()!).sort()).toEqual([
    'coaches',
    'fallback',
    'hands',
    'joined',
    'line',
    'now',
    'owners',
    'phase',
    'present',
    'ready',
    'round',
    'screens',
    'shape',
    'unopened',
    'voted',
    'waiting',
    'written',
  ])
})

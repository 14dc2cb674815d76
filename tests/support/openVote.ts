/** A Plein in the middle of a vote, on the real server over real sockets. */
import { expect } from 'vitest'
import { claim, join as comeIn, type Phone } from './phone.ts'
import type { MadePlein, startServer } from './server.ts'

const soon = { timeout: 20_000 }
type Server = Awaited<ReturnType<typeof startServer>>

/** A Plein in which three people have voted in a round that is open. */
export const openVote = async (server: Server): Promise<{ made: MadePlein; round: string; joost: Phone; dots: Record<string, number> }> => {
  const made = await server.makePlein([
    { kind: 'ideas', settings: { hidden: false } },
    { kind: 'vote', settings: { over: 'ideas' } },
  ])
  const joost = await claim(server, 'Joost', made.links.coach)
  const people = await Promise.all(['Fatma', 'Ria', 'Samir'].map((name) => comeIn(server, name, made)))
  joost.open('board')
  await joost.ask({ type: 'plein.open' })
  const board = () => joost.opened('board').maps()
  await expect.poll(() => board()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(board()['plein']?.['current'])
  for (const one of people)
    await one.ask({ type: 'idea.post', key: one.key('idee'), as: 'idea', text: `Een plan van ${one.name}`, phase, open: true })
  await expect.poll(() => Object.keys(board()['ideas'] ?? {}).length, soon).toBe(3)
  await joost.ask({ type: 'phase.next' })
  const opened = await joost.ask({ type: 'round.open' })
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  const round = String(opened['round'])
  const dots = { [Object.keys(board()['ideas'] ?? {})[0] ?? '']: 1 }
  for (const one of people) expect(await one.ask({ type: 'ballot.cast', round, dots })).toMatchObject({ ok: true })
  return { made, round, joost, dots }
}

/** How many people's ballots that round counts. */
export const counted = async (joost: Phone, round: string): Promise<unknown> => {
  expect(await joost.ask({ type: 'round.close', round, confirmed: true })).toMatchObject({ ok: true })
  expect(await joost.ask({ type: 'round.reveal', round, revealed: true })).toMatchObject({ ok: true })
  const found = () => joost.opened('board').maps()['rounds']?.[round] as { status?: string; result?: { voters?: number } } | undefined
  await expect.poll(() => found()?.status, soon).toBe('counted')
  return found()?.result?.voters
}

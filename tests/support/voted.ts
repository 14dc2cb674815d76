/** A vote on a real server, spoken in its protocol. */
import { expect } from 'vitest'
import type { Dots } from '../../shared/domain/state.ts'
import { claim, join, type Phone } from './phone.ts'
import type { ServerProcess } from './process.ts'
import type { MadePlein } from './server.ts'

const soon = { timeout: 20_000 }
export const organiser = ({ key }: ServerProcess) => ({ Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' })

/** A room with an open round in which three people have voted. */
export const voted = async (server: ServerProcess) => {
  const answer = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: organiser(server),
    body: JSON.stringify({ title: 'Plein over het groen', dilemma: 'Wie zorgt er?', programme: [{ kind: 'ideas' }, { kind: 'vote' }] }),
  })
  const made = (await answer.json()) as MadePlein
  const joost = await claim(server, 'Joost', made.links.coach)
  const ok = async (phone: Phone, command: Parameters<Phone['ask']>[0]) => {
    const answer = await phone.ask(command)
    expect(answer, JSON.stringify([command, answer])).toMatchObject({ ok: true })
    return answer as Record<string, unknown>
  }
  await ok(joost, { type: 'plein.open' })
  const board = joost.open('board')
  await expect.poll(() => board.maps()['plein']?.['current'], soon).toBeTruthy()
  const phase = String(board.maps()['plein']?.['current'])
  for (const text of ['Bomen', 'Banken', 'Bloemen']) await ok(joost, { type: 'idea.enter', as: 'idea', text, phase })
  await ok(joost, { type: 'ideas.release', ideas: 'all' })
  await ok(joost, { type: 'phase.next' })
  const round = String((await ok(joost, { type: 'round.open', over: 'ideas', budget: 5, maximum: 4 }))['round'])
  const ideas = () => Object.keys(board.maps()['ideas'] ?? {})
  await expect.poll(() => ideas().length, soon).toBe(3)
  const items = ideas()
  const dots: Dots[] = [{ [items[0]!]: 4, [items[2]!]: 1 }, { [items[1]!]: 2 }, {}]
  const people: Phone[] = []
  for (const [place, name] of ['Fatma', 'Ria', 'Samir'].entries()) {
    const phone = await join(server, name, made)
    people.push(phone)
    await ok(phone, { type: 'ballot.cast', round, dots: dots[place]! })
  }
  return { server, made, joost, people, round, items, dots, ok }
}

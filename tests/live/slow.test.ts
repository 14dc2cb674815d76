import { describe, expect, it } from 'vitest'
import type { Log } from '../../server/live/contract.ts'
import { timed } from '../../server/live/slow.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { Role } from '../../shared/domain/state.ts'
import { keyOf } from '../support/given.ts'
import { joost } from '../support/people.ts'
import { openRoom } from '../support/room.ts'

const listening = () => {
  const lines: unknown[] = []
  const log: Log = { info: () => undefined, warn: (facts, text) => void lines.push([facts, text]), error: () => undefined }
  return { lines, log }
}
const post: Command = { type: 'idea.post', key: keyOf('bankjes'), as: 'idea', text: 'Meer bankjes', phase: 'ideas' }
const release: Command = { type: 'ideas.release', ideas: 'all' }

describe('a command that takes long', () => {
  it.each<[Role | 'server', Command, number, unknown]>([
    ['coach', release, 21, { command: 'ideas.release', ms: 21 }],
    ['coach', release, 20, null],
    // Neither when an idea came in, nor when somebody voted, stands in a log; nor the batch that follows.
    ['participant', post, 21, null],
    ['coach', post, 21, null],
    ['participant', { type: 'ballot.cast', round: 'ronde', dots: {} }, 21, null],
    ['server', { type: 'time.passed' }, 400, null],
  ])('S2 of a %s (%o) that took so long (%i ms) the log says %o', (role, command, took, said) => {
    const { lines, log } = listening()
    let now = 0
    const work = (): string => {
      now += took
      return 'ja'
    }
    expect(timed({ role, command }, { log, now: () => now }, work)).toBe('ja')
    expect(lines).toEqual(said === null ? [] : [[said, 'a command took long']])
  })

  it('R5 is told by the room, and done all the same', async () => {
    const { lines, log } = listening()
    const it = await openRoom({ log })
    const { id, now } = it.world
    let passed = 0
    it.world.now = () => now() + passed
    it.world.id = () => {
      passed += 30
      return id()
    }
    expect(await it.ask(joost, { type: 'phase.play', kind: 'pause' })).toMatchObject({ ok: true })
    expect(lines).toContainEqual([{ command: 'phase.play', ms: 30 }, 'a command took long'])
  })
})

import { expect, test } from 'vitest'
import type { Connection } from '../../client/session/connection.ts'
import { press } from '../../client/session/press.ts'
import type { Command } from '../../shared/domain/commands.ts'

/** A line that is away until `returns`, on a page that stands in this phase. */
const awayLine = (current: string) => {
  const clock = { now: 1_000_000 }
  const sent: { command: Command; until: number | undefined }[] = []
  let live = false
  let returns: () => void = () => undefined
  const whenLive = new Promise<void>((resolve) => {
    returns = () => {
      live = true
      resolve()
    }
  })
  const connection = {
    clock: { now: () => clock.now },
    told: () => ({ connection: live ? 'live' : 'away', hello: {} }),
    whenLive: () => whenLive,
    documents: { replica: () => ({ snapshot: () => new Map([['current', current]]) }) },
    attempt: (_id: string, command: Command, until?: number) => {
      sent.push({ command, until })
      return Promise.resolve({ ok: true })
    },
  } as unknown as Connection
  return { clock, sent, connection, returns: () => returns() }
}

const pressed = async (command: Command) => {
  const { clock, sent, connection, returns } = awayLine('welcome')
  const answer = press(connection, command)
  clock.now += 360_000
  returns()
  await answer
  expect(sent).toHaveLength(1)
  return sent[0]!
}

test('L7 P11 what a coach pressed while the line was away goes with the phase and for as long as it was meant when it was pressed', async () => {
  expect(await pressed({ type: 'phase.next', to: 'ideas' })).toEqual({
    command: { type: 'phase.next', to: 'ideas', during: 'welcome' },
    until: 1_015_000,
  })
  expect(await pressed({ type: 'ideas.release', ideas: ['bankje'] })).toMatchObject({ until: 1_015_000 })
  expect(await pressed({ type: 'undo', step: 'stap' })).toMatchObject({ until: 1_015_000 })
})

test('L7 what does nothing before the room comes however late: from paper, of the own seat, and what the owner says', async () => {
  const late: Command[] = [
    { type: 'idea.enter', as: 'idea', text: 'Van papier', phase: 'ideas' },
    { type: 'seat.ready', phase: 'welcome', ready: true },
    { type: 'owner.mark', idea: 'bankje', marked: true },
  ]
  for (const command of late) expect(await pressed(command)).toEqual({ command, until: undefined })
})

test('L7 what had to wait before it could be sent goes for as long as it was meant when it was pressed', async () => {
  const { clock, sent, connection, returns } = awayLine('welcome')
  returns()
  await press(connection, { type: 'undo' }, Date.now() - 60_000)
  expect(sent).toHaveLength(1)
  expect(sent[0]!.until).toBeLessThan(clock.now - 40_000)
})

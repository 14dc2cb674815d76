import type { Command } from '../../shared/domain/commands.ts'
import type { Answer, WireError } from '../../shared/wire/messages.ts'
import type { Connection } from './connection.ts'
import { jitter, randomId } from './random.ts'

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** How long to wait before the same id goes again: what the server asks, else longer each time, never two phones at once. */
export const waitBefore = (attempt: number, error: WireError | null, chance: () => number = jitter): number => {
  const asked = error !== null && typeof error['retryAfter'] === 'number' ? error['retryAfter'] * 1000 : 0
  const own = Math.min(5000, 300 * 2 ** Math.min(attempt, 5))
  return Math.max(asked, own * (0.5 + chance() / 2))
}

/** Rejections that a desk waits out; after these the person is told. */
const patience = 5

/** The same id until it is answered, over any number of reconnections. `until`: the server begins it no later. */
export const deliver = async (connection: Connection, command: Command, until?: number): Promise<Answer> => {
  const id = randomId()
  for (let attempt = 0; ; ) {
    await connection.whenLive()
    if (connection.told().connection !== 'live') return { ok: false, error: { code: 'token-unknown', message: '', remedy: 'upgrade' } }
    const answer = await connection.attempt(id, command, until)
    if (answer !== null) {
      attempt += 1
      if (answer.ok || answer.error.remedy !== 'retry' || attempt >= patience) return answer
      await pause(waitBefore(attempt, answer.error))
    } else await pause(200)
  }
}

import { expect, test, vi } from 'vitest'
import { makeOutbox } from '../../client/session/outbox.ts'
import { makeOwnStore } from '../../client/session/ownStore.ts'
import { memoryShelf } from '../../client/session/shelf.ts'
import type { Answer, Mine } from '../../shared/wire/messages.ts'

const tooFast: Answer = { ok: false, error: { code: 'too-fast', message: '', remedy: 'retry', retryAfter: 2 } }

/** A phone with twenty ideas that waited for a line; `answers` are given to its questions what became of them, then the truth. */
const phone = (answers: (Answer | null)[]) => {
  const asked: number[] = []
  const known: Record<string, Mine> = {}
  let made = 0
  const parts = { shelf: memoryShelf(), id: () => `k${++made}`, now: () => 1000 }
  const outbox = makeOutbox({
    ...parts,
    attempt: async (idea, command) => {
      if ('key' in command)
        known[command.key] = { state: 'shared', idea, as: 'idea', text: '', edit: null, phase: 'p', cluster: null, who: null, by: null }
      return { ok: true }
    },
    whenLive: async () => {},
    pause: async () => {},
  })
  const ask = async (): Promise<Answer | null> => {
    asked.push(Date.now())
    return answers.length > 0 ? answers.shift()! : { ok: true, ideas: { ...known } }
  }
  const own = makeOwnStore({ ...parts, outbox, ask })
  return { own, asked, shared: () => Object.keys(own.picture().mine).length }
}

test('L4 R5 twenty ideas that waited for a line are all known to be shared, though the questions after them were too many', async () => {
  vi.useFakeTimers({ now: 0 })
  try {
    const ria = phone([tooFast, tooFast])
    for (let n = 1; n <= 20; n++) void ria.own.post({ as: 'idea', text: `Idee ${n}`, phase: 'p' })
    await vi.advanceTimersByTimeAsync(1900)
    expect([ria.asked, ria.shared()]).toEqual([[0], 0])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ria.shared()).toBe(20)
    // As often as the server said, and no more.
    expect(ria.asked.slice(0, 3)).toEqual([0, 2000, 4000])
  } finally {
    vi.useRealTimers()
  }
})

test('What the server will never answer, and a line that is away, is asked again by nobody before there is a reason', async () => {
  const no: Answer = { ok: false, error: { code: 'plein-sealed', message: '', remedy: 'rejected' } }
  vi.useFakeTimers({ now: 0 })
  try {
    for (const answer of [no, null]) {
      const ria = phone([answer, answer])
      void ria.own.post({ as: 'idea', text: 'Idee', phase: 'p' })
      await vi.advanceTimersByTimeAsync(20_000)
      expect(ria.asked).toHaveLength(1)
    }
  } finally {
    vi.useRealTimers()
  }
})

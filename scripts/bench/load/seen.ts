/** Who has seen which idea, and when. Every frame of every phone is looked at; nothing is sampled. */
import { createReader } from './marks.ts'

export type Seen = {
  /** An idea is being sent now. Resolves when every phone has seen it. */
  sent(mark: number): Promise<void>
  /** How many ideas a frame holds. */
  holds(bytes: Buffer): number
  /** A phone got this. Ideas that were not `sent` here are passed over. */
  frame(phone: number, bytes: Buffer): void
  /** A phone got the whole board anew: what it lacked has come, and what it had does not count twice. */
  whole(phone: number, bytes: Buffer): void
  /** Of each idea that all have seen: milliseconds from sending it until the last phone had it. */
  times(): number[]
  deliveries(): number
  /** Resolves when all that was sent has been seen, or after so many milliseconds. */
  settled(within: number): Promise<void>
  /** What did not arrive exactly once, in words; empty when all is well. */
  problems(): string[]
}

type Post = { at: number; left: number; all: number | null; done: () => void }

export const createSeen = (phones: number, now: () => number = () => performance.now()): Seen => {
  const read = createReader()
  const posts = new Map<number, Post>()
  /** For each idea, how often each phone got it. */
  const counts = new Map<number, Uint8Array>()
  let deliveries = 0
  let under: Promise<void>[] = []

  const got = (phone: number, mark: number): void => {
    const count = counts.get(mark)
    const post = posts.get(mark)
    if (!count || !post) return
    count[phone] = (count[phone] as number) + 1
    if (count[phone] !== 1) return
    deliveries += 1
    post.left -= 1
    if (post.left > 0) return
    post.all = now() - post.at
    post.done()
  }
  const problems = (): string[] => {
    let missing = 0
    let doubled = 0
    for (const count of counts.values())
      for (const times of count) {
        if (times === 0) missing += 1
        if (times > 1) doubled += times - 1
      }
    return [
      ...(missing > 0 ? [`${missing} of ${counts.size * phones} deliveries are missing`] : []),
      ...(doubled > 0 ? [`${doubled} deliveries came twice`] : []),
    ]
  }
  return {
    sent: (mark) => {
      counts.set(mark, new Uint8Array(phones))
      const seen = new Promise<void>((done) => {
        posts.set(mark, { at: now(), left: phones, all: null, done })
      })
      under.push(seen)
      return seen
    },
    holds: (bytes) => read(bytes).length,
    frame: (phone, bytes) => {
      for (const mark of read(bytes)) got(phone, mark)
    },
    whole: (phone, bytes) => {
      for (const mark of read(bytes)) if (counts.get(mark)?.[phone] === 0) got(phone, mark)
    },
    times: () => [...posts.values()].flatMap(({ all }) => (all === null ? [] : [all])),
    deliveries: () => deliveries,
    settled: async (within) => {
      const waiting = under
      under = []
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, within)
      })
      await Promise.race([Promise.all(waiting), late])
      clearTimeout(timer)
    },
    problems,
  }
}

import { jitter } from './random.ts'

/** What somebody who waits may know and do. */
export type Patience = {
  /** Milliseconds that may be waited in all. */
  longest: number
  /** Called once, at the first "it is busy". */
  onBusy?: (() => void) | undefined
  /** Ends the waiting. */
  signal?: AbortSignal | undefined
  /** Between 0 and 1. */
  chance?: (() => number) | undefined
  /** Resolves after so many milliseconds, or as soon as the signal is given. */
  pause?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
}

/** Seconds, where the answer says none. */
const usual = 2
/** So many seconds more at most, twice as many each time: a thousand who were refused in the same moment must not come back in the same moment. */
const spread = { first: 2, most: 16 }

const pauseFor = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal?.addEventListener('abort', done)
  })

const isBusy = ({ status }: Response): boolean => status === 503 || status === 429

/** Sends until the answer is another than "busy, come back": what was refused so was not done, so that nothing is done twice. Answers the last
 *  answer when it took too long, and `null` when it was stopped. Rejects as `send` does, unless it was told to wait before: a server that starts
 *  again may be away for a moment. */
export const insist = async (
  send: () => Promise<Response>,
  { longest, onBusy, signal, chance = jitter, pause = pauseFor }: Patience,
): Promise<Response | null> => {
  let told: Response | null = null
  let waited = 0
  for (let turn = 0; ; turn++) {
    const answer: Response = await send().catch((error: unknown) => {
      if (told === null) throw error
      return told
    })
    // Also when it was stopped meanwhile: a seat that was made is not thrown away.
    if (!isBusy(answer)) return answer
    if (signal?.aborted) return null
    const asked = Number(answer.headers.get('retry-after')) || usual
    const wait = 1000 * (asked + chance() * Math.min(spread.most, spread.first * 2 ** turn))
    if (waited + wait > longest) return answer
    if (told === null) onBusy?.()
    told = answer
    waited += wait
    await pause(wait, signal)
    if (signal?.aborted) return null
  }
}

/** How a server is doing while somebody is at it. */
import { Worker } from 'node:worker_threads'
import type { Figures } from '../players/latency.ts'

export type Pulse = { figures: Figures | null; failed: number }

/** The answer ends it. */
export const feelPulse = (url: string): (() => Promise<Pulse>) => {
  const worker = new Worker(new URL('./pulse.ts', import.meta.url), { workerData: url })
  worker.unref()
  return () =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.postMessage('stop')
    })
}

/** Resident bytes of the server, as it says itself. */
export const memoryOf = async (url: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  return Number(/^pleinbord_process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN)
}

/** The lowest in so many seconds: what stays when nobody does anything. */
export const memoryAtRest = async (url: string, seconds: number): Promise<number> => {
  let least = Number.POSITIVE_INFINITY
  for (let second = 0; second < seconds; second++) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    least = Math.min(least, await memoryOf(url))
  }
  return least
}

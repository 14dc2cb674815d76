/** A storage thread that opens and then breaks on the first thing it is asked. */
import { parentPort } from 'node:worker_threads'

parentPort?.on('message', () => {
  throw new Error('a cosmic ray')
})
parentPort?.postMessage({ told: 'ready', generation: 'broken' })

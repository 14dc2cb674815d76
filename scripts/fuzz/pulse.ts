/** In a thread of its own, so that a busy attacker does not measure itself: asks `/healthz` all the while. */
import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { stopwatch } from '../players/latency.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const watch = stopwatch()
let failed = 0
let stopped = false

const ask = (): Promise<void> =>
  new Promise((resolve) => {
    const since = performance.now()
    const lost = (): void => {
      failed += 1
      resolve()
    }
    get(`${workerData}/healthz`, { agent, timeout: 10_000 }, (answer) => {
      answer.resume()
      answer.once('end', () => {
        if (answer.statusCode === 200) watch.add(since)
        else failed += 1
        resolve()
      })
      answer.once('error', lost)
    }).once('error', lost)
  })

parentPort?.once('message', () => {
  stopped = true
})
while (!stopped) {
  await ask()
  await new Promise((resolve) => setTimeout(resolve, 20))
}
agent.destroy()
parentPort?.postMessage({ figures: watch.figures(), failed })

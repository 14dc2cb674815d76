/** One thread of a simulation: a share of the schedules, or of the planted faults. */
import { parentPort, workerData } from 'node:worker_threads'
import { many } from '../../tests/simulation/many.ts'
import { noticed } from '../../tests/simulation/planted.ts'
import { schedule } from '../../tests/simulation/shapes.ts'
import type { Share, Told } from './share.ts'

if (!parentPort) throw new Error('This file runs as a worker thread only.')
const port = parentPort
const tell = (told: Told): void => port.postMessage(told)
const share = workerData as Share

if (share.faults)
  for (const fault of share.faults) tell({ told: 'noticed', fault, noticed: await noticed(fault, share.first, share.schedules) })
else {
  let done = 0
  const found = await many(schedule, share.first, share.schedules, () => {
    done += 1
    if (done % 100 === 0) tell({ told: 'progress', schedules: 100 })
  })
  tell({ told: 'many', ...found })
}

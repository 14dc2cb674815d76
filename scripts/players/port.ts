/** A port for a server that is not there yet, or that is off for a moment. The kernel gives one of its own to whoever listens or connects meanwhile;
 *  from these it gives none. */
import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below all that a kernel gives by itself. */
const [first, count] = [20_000, 12_000]
/** So far apart begin two processes of which one was started after the other. */
const apart = 20

const isFree = async (port: number): Promise<boolean> => {
  const probe = createServer().listen(port)
  try {
    await once(probe, 'listening')
  } catch {
    return false
  }
  probe.close()
  await once(probe, 'close')
  return true
}

let given = 0
/** Another one each time. */
export const freePort = async (): Promise<number> => {
  for (let tried = 0; tried < count; tried++) {
    const port = first + ((process.pid * apart + given++) % count)
    if (await isFree(port)) return port
  }
  throw new Error(`no port is free from ${first} on`)
}

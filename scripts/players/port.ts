/** A port for a server that is not there yet, or that is off for a moment. The kernel gives one of its own to whoever listens or connects meanwhile;
 *  from these it gives none. */
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

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
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const notes: string[] = []
process.once('exit', () => {
  for (const note of notes) rmSync(note, { force: true })
})
/** A server takes seconds to listen. Until then another process would find its port free too, and take the one server for the other. */
const isOurs = (port: number): boolean => {
  const note = join(tmpdir(), 'pleinbord-ports', `${port}`)
  try {
    mkdirSync(dirname(note), { recursive: true })
    writeFileSync(note, `${process.pid}`, { flag: 'wx' })
  } catch {
    try {
      if (lives(Number(readFileSync(note, 'utf8')))) return false
      rmSync(note)
    } catch {}
    return false
  }
  notes.push(note)
  return true
}

let given = 0
/** Another one each time. */
export const freePort = async (): Promise<number> => {
  for (let tried = 0; tried < count; tried++) {
    const port = first + ((process.pid * apart + given++) % count)
    if (isOurs(port) && (await isFree(port))) return port
  }
  throw new Error(`no port is free from ${first} on`)
}

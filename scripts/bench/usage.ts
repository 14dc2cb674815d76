/** What a process uses, as Linux counts it. */
import { readFileSync } from 'node:fs'

/** Linux tells user space in hundredths of a second, whatever the kernel's own tick is (USER_HZ). */
const tick = 10

/** CPU of all threads since the start of the process, in milliseconds. */
export const cpuOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the program stands in brackets and may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tick
}

/** Resident memory in bytes. */
export const rssOf = (pid: number): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

/** CPU of this process, the load side, in milliseconds. */
export const ownCpu = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export type Used = { server: number; load: number; wall: number }
/** Milliseconds of CPU that the server and the load side used since. */
export const watch = (pid: number): (() => Used) => {
  const [server, load, wall] = [cpuOf(pid), ownCpu(), performance.now()]
  return () => ({ server: cpuOf(pid) - server, load: ownCpu() - load, wall: performance.now() - wall })
}

/** What a process has used of a core so far, from the kernel (Linux). */
import { readdirSync, readFileSync } from 'node:fs'

/** A clock tick of `/proc`: 100 a second on every Linux that Node runs on. */
const tick = 10

const spent = (file: string): number => {
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * tick
}

/** Milliseconds: of the whole process, and of its first thread alone. `null` where there is no `/proc`. */
export const cpuOf = (pid: number): { all: number; loop: number } | null => {
  try {
    const [first] = readdirSync(`/proc/${pid}/task`)
    return { all: spent(`/proc/${pid}/stat`), loop: spent(`/proc/${pid}/task/${first}/stat`) }
  } catch {
    return null
  }
}

/** Bytes that the process holds in memory. */
export const memoryOf = (pid: number): number | null => {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** A server of somebody else as a process of its own, which prints its port when it is ready. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Cores } from '../cores.ts'

export type Started = { port: number; pid(): number; stop(): Promise<void> }

const portOf = async (child: ChildProcess): Promise<number> => {
  let said = ''
  for await (const piece of child.stdout ?? []) {
    said += piece
    const [, port] = /^port (\d+)$/m.exec(said) ?? []
    if (port) return Number(port)
  }
  throw new Error('A server ended before it was ready.')
}

export const startProcess = async (file: string, cores: Cores, args: readonly string[] = []): Promise<Started> => {
  const [program = '', ...rest] = cores.wrap([process.execPath, fileURLToPath(new URL(file, import.meta.url)), ...args])
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const port = await portOf(child)
  return {
    port,
    pid: () => child.pid ?? 0,
    stop: async () => {
      process.off('exit', kill)
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** The product as a process of its own, on a fresh data folder; ended with the test. */
import { onTestFinished } from 'vitest'
import { serverProcess as plain } from '../../scripts/players/process.ts'
import { folder as newFolder } from './folder.ts'

export type ServerProcess = {
  port: number
  origin: string
  key: string
  folder: string
  pid(): number
  /** `kill -9`, and the process is gone when this resolves. */
  kill(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
  /** The same port and the same data again. */
  start(): Promise<void>
  /** Everything that it printed. */
  output(): string
}

export const serverProcess = async (env: Record<string, string> = {}): Promise<ServerProcess> => {
  const folder = newFolder()
  const key = 'organisatorsleutel-van-de-proef-0123456789abcdef'
  const server = await plain({ folder, key, env, host: '' })
  onTestFinished(async () => void (await server.end('SIGKILL')))
  await server.start()
  return {
    port: server.port,
    origin: server.origin,
    key,
    folder,
    pid: server.pid,
    start: async () => void (await server.start()),
    kill: async () => void (await server.end('SIGKILL')),
    stop: async () => (await server.end('SIGTERM')).code,
    output: server.output,
  }
}

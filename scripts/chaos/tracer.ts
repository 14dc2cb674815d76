/** strace: what the server asks of the kernel, and a kernel that answers otherwise. Linux only. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

export const noTracer = (): string | null =>
  spawnSync('strace', ['-V']).status === 0 ? null : 'strace is not installed on this machine (Debian: apt-get install strace)'

/** Becomes the command, with every call of `calls` written to `file`: one a line, in the order in which they happened, files and sockets named. */
export const traced = (file: string, calls: readonly string[], command: readonly string[]): readonly string[] => [
  'strace',
  '-D',
  '-f',
  '-y',
  '-s',
  '256',
  '-o',
  file,
  '-e',
  `trace=${calls.join(',')}`,
  ...command,
]

export type Spell = { lift(): Promise<void> }

/** From when it resolves until `lift`, these calls on these files go as `how` says: an error, or a delay. Throws when strace may not attach. */
export const spell = async (pid: number, files: readonly string[], calls: readonly string[], how: string): Promise<Spell> => {
  const list = calls.join(',')
  const paths = files.flatMap((file) => ['-P', file])
  const strace: ChildProcess = spawn(
    'strace',
    ['-f', '-p', `${pid}`, ...paths, '-e', `trace=${list}`, '-e', `inject=${list}:${how}`, '-o', '/dev/null'],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  await new Promise<void>((resolve, reject) => {
    strace.stderr?.on('data', (data) => {
      said += data
      if (/attached/.test(said)) resolve()
    })
    strace.once('exit', () => reject(new Error(`strace could not attach to the server: ${said.trim()}`)))
  })
  return {
    lift: async () => {
      const exit = once(strace, 'exit')
      strace.kill('SIGINT')
      await exit
    },
  }
}

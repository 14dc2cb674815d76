/** A disk of a few megabytes that can be filled: a tmpfs in a mount namespace of its own, so that nobody has to be root and nothing is left
 *  behind. Linux only (`unshare` and `nsenter` of util-linux). A write that does not fit is refused by the kernel with ENOSPC, as on a full disk. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { untilInterrupted } from '../players/server.ts'

export type SmallDisk = {
  /** Where it is mounted, for a process that was put into the namespace. */
  folder: string
  /** Before `folder`: where it is seen from here. */
  prefix: string
  /** Puts a command into the namespace; the process becomes the command. */
  enter(command: readonly string[]): readonly string[]
  /** Until not one byte more fits. */
  fill(): Promise<void>
  free(): Promise<void>
  remove(): Promise<void>
}

/** `null`: this machine lets nobody make one. */
export const smallDisk = async (megabytes: number): Promise<SmallDisk | null> => {
  if (process.platform !== 'linux') return null
  const folder = await mkdtemp(join(tmpdir(), 'pleinbord-disk-'))
  const mount = 'mount -t tmpfs -o "size=$1m" tmpfs "$2" && echo mounted && exec cat'
  // It ends with the pipe, and the disk with it, also when this process is killed.
  const holder = spawn('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', mount, 'sh', `${megabytes}`, folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const exit = new Promise<void>((resolve) => {
    holder.once('exit', () => resolve())
    holder.once('error', () => resolve())
  })
  const remove = async (): Promise<void> => {
    release()
    holder.kill('SIGKILL')
    await exit
    await rm(folder, { recursive: true, force: true })
  }
  const release = untilInterrupted(remove, () => rmSync(folder, { recursive: true, force: true }))
  const mounted = await Promise.race([once(holder.stdout, 'data').then(() => true), exit.then(() => false)])
  if (!mounted) {
    await remove()
    return null
  }
  const prefix = `/proc/${holder.pid}/root`
  const ballast = join(prefix, folder, 'ballast')
  return {
    folder,
    prefix,
    enter: (command) => ['nsenter', '--target', `${holder.pid}`, '--user', '--mount', '--preserve-credentials', ...command],
    fill: async () => {
      const file = await open(ballast, 'a')
      try {
        for (let size = 65_536; size >= 1; )
          await file.write(Buffer.alloc(size)).catch((problem: NodeJS.ErrnoException) => {
            if (problem.code !== 'ENOSPC') throw problem
            size = Math.floor(size / 2)
          })
      } finally {
        await file.close()
      }
    },
    free: () => rm(ballast),
    remove,
  }
}

/** `npm run chaos`: the real server, people with the phone's own outbox, and what goes wrong in a hall. See docs/reliability.md. */
import { join } from 'node:path'
import { called } from '../players/call.ts'
import { untilInterrupted } from '../players/server.ts'
import { type Call, callOf, usage } from './call.ts'
import { type Ground, type GroundOptions, newGround } from './ground.ts'
import { killed } from './kill.ts'
import { exitCode, printed, type Report, skippedReport } from './report.ts'
import { smallDisk } from './smallDisk.ts'
import { recorded, recordOf, watched } from './syscalls.ts'
import { noTracer, type Spell, spell, traced } from './tracer.ts'
import { type Trouble, troubled } from './trouble.ts'
import { upgraded } from './upgrade.ts'

/** Nothing of a run is left behind, however it ends. */
const standing = async (options: GroundOptions, run: (ground: Ground) => Promise<Report>): Promise<Report> => {
  const ground = await newGround(options)
  const release = untilInterrupted(ground.remove, () => ground.server.alive() && process.kill(ground.server.pid(), 'SIGKILL'))
  try {
    await ground.server.start()
    return await run(ground)
  } finally {
    release()
    await ground.remove()
  }
}

const onFullDisk = async (call: Call): Promise<Report> => {
  const disk = await smallDisk(16)
  if (!disk) return skippedReport(call, 'this machine lets nobody make a small disk (unshare and a tmpfs, Linux only)')
  const what = 'A tmpfs of 16 MB filled to the last byte: the kernel answers ENOSPC.'
  try {
    return await standing({ disk, wrap: disk.enter }, (ground) =>
      troubled(call, ground, { what, refuses: true, begin: disk.fill, end: disk.free }),
    )
  } finally {
    await disk.remove()
  }
}

/** A kernel that answers otherwise, for the files of the database only. */
const bewitched = (call: Call, calls: readonly string[], how: string, rest: Pick<Trouble, 'what' | 'refuses'>): Promise<Report> =>
  standing({}, (ground) => {
    const files = ['', '-wal'].map((end) => join(ground.folder, `pleinbord.db${end}`))
    let cast: Spell | null = null
    return troubled(call, ground, {
      ...rest,
      begin: async () => {
        cast = await spell(ground.server.pid(), files, calls, how)
      },
      end: async () => cast?.lift(),
    })
  })

const play = async (call: Call): Promise<Report> => {
  const { variant } = call
  if (variant === 'mixed' || variant === 'kill' || variant === 'term' || variant === 'long-poll')
    return standing({}, (ground) => killed(call, variant, ground))
  if (variant === 'upgrade') return standing({}, (ground) => upgraded(call, ground))
  if (variant === 'disk-full') return onFullDisk(call)
  const missing = noTracer()
  if (missing) return skippedReport(call, missing)
  switch (variant) {
    case 'read-only':
      return bewitched(call, ['write', 'pwrite64', 'ftruncate', 'fallocate'], 'error=EROFS', {
        what: 'Every write to the database answered with EROFS (by strace, in the running server).',
        refuses: true,
      })
    case 'slow-sync':
      return bewitched(call, ['fdatasync', 'fsync'], 'delay_enter=2000000', {
        what: 'Every sync of the database takes two seconds longer (by strace, in the running server).',
        refuses: false,
      })
    case 'syscalls':
      return standing({ wrap: (command, folder) => traced(recordOf(folder), watched, command) }, (ground) => recorded(call, ground))
  }
}

const main = async (): Promise<number> => {
  const call = called(usage, callOf)
  try {
    call.say(`seed ${call.seed}`)
    const report = await play(call)
    console.log(call.json ? JSON.stringify(report, null, 2) : printed(report))
    return exitCode(report)
  } catch (error) {
    console.error(error)
    return 1
  }
}

process.exit(await main())

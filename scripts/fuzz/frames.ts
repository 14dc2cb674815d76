/** So many malformed frames against a server of one's own, and what it did to it. */
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedOf } from '../players/dice.ts'
import type { Figures } from '../players/latency.ts'
import { takePen } from '../players/pen.ts'
import { connect } from '../players/person.ts'
import { startServer, untilInterrupted } from '../players/server.ts'
import type { Attack, Target } from './attacks/attack.ts'
import { crookedBodies, crookedHeads } from './attacks/http.ts'
import { rawFrames } from './attacks/raw.ts'
import { crookedCommands, crookedPackets } from './attacks/socket.ts'
import { foreignWrites, hostileUpdates } from './attacks/yjs.ts'
import { chance } from './chance.ts'
import { differences, furnish, readDraft, rowsOf, seen } from './room.ts'
import { feelPulse, memoryAtRest } from './watch.ts'

/** How often each is drawn; one bout of commands is hundreds of frames on one line. */
const attacks: [string, Attack, number][] = [
  ['crooked commands', crookedCommands, 8],
  ['crooked packets', crookedPackets, 10],
  ['raw frame errors', rawFrames, 10],
  ['hostile updates', hostileUpdates, 8],
  ['foreign writes', foreignWrites, 4],
  ['crooked heads', crookedHeads, 5],
  ['crooked bodies', crookedBodies, 8],
]
const drawn = attacks.flatMap(([name, attack, weight]) => Array.from({ length: weight }, () => ({ name, attack })))

export type FramesReport = {
  seed: number
  frames: number
  seconds: number
  counts: Record<string, { bouts: number; frames: number }>
  ended: string | null
  changed: string[]
  accepted: string[]
  failures: string[]
  /** Bytes. */
  memory: { before: number; after: number }
  health: Figures | null
  healthFailed: number
  logged: number
}

/** `seconds`: after so long it stops, also before `frames` are sent; not before `least`, and some of each sort, are. */
export const sendFrames = async (wish: {
  frames: number
  seed: number
  lines?: number
  seconds: number
  least?: number
  rest?: number
}): Promise<FramesReport> => {
  const folder = await mkdtemp(join(tmpdir(), 'pleinbord-fuzz-'))
  const release = untilInterrupted(
    () => rm(folder, { recursive: true, force: true }),
    () => rmSync(folder, { recursive: true, force: true }),
  )
  const key = 'sleutel-van-wie-hier-alles-mag-0123456789'
  const start = () => startServer({ LOG_LEVEL: 'info', LIMIT_PLEINS_PER_DAY: '20' }, { folder, key })
  try {
    const first = await start()
    const room = await furnish(first.url, key).catch(async (error) => {
      await first.stop()
      throw error
    })
    const before = { seen: await seen(first.url, room.seats[0]!.token), rows: new Map<string, string[]>() }
    await first.stop()
    before.rows = rowsOf(folder)

    const server = await start()
    const accepted: string[] = []
    const failures = new Map<string, number>()
    const counts: FramesReport['counts'] = Object.fromEntries(attacks.map(([name]) => [name, { bouts: 0, frames: 0 }]))
    const target: Target = { url: server.url, key, room, accepted: (what) => void (accepted.length < 50 && accepted.push(what)) }
    await seen(server.url, room.seats[0]!.token)
    // Somebody who was there all the time reads what somebody reads who comes later.
    const reader = await connect(server.url, room.seats[0]!.token)
    const there = await takePen(server.url, reader, 'text/draft')
    const memory = { before: await memoryAtRest(server.url, 2), after: 0 }
    const loggedBefore = server.logged()
    const pulse = feelPulse(server.url)
    const since = performance.now()
    let frames = 0
    const tried = () => frames > (wish.least ?? 0) && Object.values(counts).every(({ bouts }) => bouts > 1)
    const late = () => performance.now() - since > wish.seconds * 1000 && tried()
    const over = () => frames >= wish.frames || late() || server.ended() !== null
    const line = async (place: number): Promise<void> => {
      const own = chance(seedOf(wish.seed, place))
      while (!over()) {
        const { name, attack } = own.pick(drawn)
        const count = counts[name]!
        try {
          const sent = await attack(target, own)
          frames += sent
          count.frames += sent
        } catch (error) {
          // Being refused is no failure; being there and not answering is, and the pulse tells that.
          const what = `${name}: ${error instanceof Error ? error.message.replace(/\/(yjs|socket\.io)\/\S*/, '/$1/…') : error}`
          failures.set(what, (failures.get(what) ?? 0) + 1)
        }
        count.bouts += 1
      }
    }
    await Promise.all(Array.from({ length: wish.lines ?? 12 }, (_, place) => line(place)))
    const seconds = (performance.now() - since) / 1000
    const ended = server.ended()
    const { figures: health, failed: healthFailed } = ended === null ? await pulse() : { figures: null, failed: 0 }
    const logged = server.logged() - loggedBefore
    const reads: (string | null)[] = ended === null ? [there.words(), await readDraft(server.url, room.seats[0]!.token)] : []
    there.put()
    reader.leave()
    if (ended === null) memory.after = await memoryAtRest(server.url, wish.rest ?? 40)
    await server.stop()
    const changed = differences(before.rows, rowsOf(folder))
    const last = await start()
    if ((await seen(last.url, room.seats[0]!.token)) !== before.seen) changed.push('what the desk sees')
    reads.push(await readDraft(last.url, room.seats[0]!.token))
    if (reads.some((words) => words !== room.prose.words)) changed.push(`the draft: ${JSON.stringify(reads)}`)
    await last.stop()
    return {
      seed: wish.seed,
      frames,
      seconds,
      counts,
      ended,
      changed,
      accepted,
      failures: [...failures].map(([what, times]) => `${times} × ${what}`),
      memory,
      health,
      healthFailed,
      logged,
    }
  } finally {
    release()
    await rm(folder, { recursive: true, force: true })
  }
}

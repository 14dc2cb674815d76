/** `npm run soak`: Pleinen open and close on one server for as long as is asked, and nothing of it may stay behind. See docs/reliability.md. */
import { pause } from '../../client/session/deliver.ts'
import { type Ground, newGround } from '../chaos/ground.ts'
import { judgeLog, noBreaches } from '../chaos/judge.ts'
import type { Person } from '../chaos/person.ts'
import { readStored } from '../chaos/stored.ts'
import { called } from '../players/call.ts'
import { dice, seedOf } from '../players/dice.ts'
import { network } from '../players/network.ts'
import { untilInterrupted } from '../players/server.ts'
import { afternoon } from './afternoon.ts'
import { type Call, callOf, usage } from './call.ts'
import { debugged, gaugeOf, type Measure } from './gauge.ts'
import { goals, printed, type Report, reportOf } from './report.ts'

/** Everything else is as on any server. Two Pleinen of some minutes each are more in a day than one organiser makes. */
const limits = { LOG_LEVEL: 'warn', LIMIT_PLEINS_PER_DAY: '10000', LIMIT_PLEINS_OPEN: '10000', LIMIT_DISK_FREE: '0' }
/** Minutes. A quiet Plein leaves the memory after ten: only then as many go as come. */
const lasts = 6
const warm = 20
const longestExit = 5000

const play = async (call: Call, { server, key, folder, stored }: Ground): Promise<Report> => {
  const { minutes, people, seed, say } = call
  const found = noBreaches()
  const counts: Record<string, number> = {}
  const count = (what: string, times = 1): void => {
    counts[what] = (counts[what] ?? 0) + times
  }
  let stopping = false
  server.onEnd((how) => {
    if (!stopping) found.restart.push(`the server ended by itself with ${how}\n${server.output()}`)
  })
  const gauge = gaugeOf(server.pid(), server.output(), folder)
  const begun = performance.now()
  const minute = (): number => (performance.now() - begun) / 60_000
  await gauge.read(0)
  const before = await gauge.read(0)
  const between = await network(server.port)
  const everybody: Person[] = []
  const measures: Measure[] = []
  let over = false
  let calm = 0
  const calmly = async (work: () => Promise<void>): Promise<void> => {
    calm += 1
    await work().finally(() => {
      calm -= 1
    })
  }

  const life = Math.min(lasts, minutes / 2)
  /** One Plein after another. */
  const row = async (first: number, place: number): Promise<void> => {
    for (let turn = 0; minute() < minutes * 0.95 && server.alive(); turn++) {
      const left = Math.min(turn === 0 ? first : life, minutes - minute())
      const its = { number: turn * 2 + place + 1, seed: seedOf(seed, turn, place), milliseconds: left * 60_000 }
      everybody.push(...(await afternoon({ origin: server.origin, lines: between.origin, calmly, key, people, found, count, ...its })))
      say(
        `minute ${minute().toFixed(1)}: ${counts['Pleinen']} Pleinen, ${counts['answered']} commands, ${found.documents.length} different`,
      )
    }
  }
  const chance = dice(seed)
  const cutting = (async () => {
    while (!over) {
      await pause((life * 60_000) / 20)
      if (calm > 0) continue
      count(
        'lines cut',
        between.cut(() => chance.one(8)),
      )
    }
  })()
  const measuring = (async () => {
    while (!over) {
      await pause(Math.min(60_000, (minutes * 60_000) / 10))
      if (!over && server.alive()) measures.push(await gauge.read(minute()))
    }
  })()
  await Promise.all([row(life, 0), row(life / 2, 1)])
  over = true
  await Promise.all([cutting, measuring])
  between.close()

  // A line that was cut is missed by the server only at its next heartbeat.
  let after = await gauge.read(minute())
  for (let wait = 0; wait < 90 && (after.files ?? 0) > (before.files ?? 0) + goals.files; wait++) {
    await pause(1000)
    after = await gauge.read(minute())
  }
  stopping = true
  const { code, took } = await server.end('SIGTERM')
  if (code !== 0 || took > longestExit) found.restart.push(`SIGTERM ended with ${code} after ${Math.round(took)} ms`)
  judgeLog(everybody, readStored(await stored()), found)
  for (const { asked } of everybody) count('commands', asked.length)
  if (!counts['answered']) found.unanswered.push('nobody was answered anything, so nothing was shown')
  return reportOf(call, { counts, rest: { before, after }, warmUp: Math.min(warm, minutes / 3), breaches: found, measures })
}

const main = async (): Promise<number> => {
  const call = called(usage, callOf)
  try {
    call.say(`seed ${call.seed}`)
    const ground = await newGround({ wrap: debugged, env: limits })
    const release = untilInterrupted(ground.remove, () => ground.server.alive() && process.kill(ground.server.pid(), 'SIGKILL'))
    try {
      await ground.server.start()
      const report = await play(call, ground)
      console.log(call.json ? JSON.stringify(report, null, 2) : printed(report))
      return report.ok ? 0 : 1
    } finally {
      release()
      await ground.remove()
    }
  } catch (error) {
    console.error(error)
    return 1
  }
}

process.exit(await main())

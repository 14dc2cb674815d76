/** `npm run simulate`: short bad afternoons of the real room, the real rules and the phone's own outbox, on simulated time; with `--decisions` the
 *  rules alone, against the table of who may what. See docs/reliability.md. */
import { Worker } from 'node:worker_threads'
import { decideMany } from '../../tests/decisions/decisions.ts'
import type { Bad, Sum } from '../../tests/simulation/many.ts'
import { planted } from '../../tests/simulation/planted.ts'
import { called } from '../players/call.ts'
import { seedAfter } from '../players/dice.ts'
import { type Call, callOf, usage } from './call.ts'
import type { Share, Told } from './share.ts'

const inThread = (share: Share, hear: (told: Told) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    // A schedule makes much that is gone at once: with room for it, half of the collecting of garbage is saved.
    const worker = new Worker(new URL('./work.ts', import.meta.url), {
      workerData: share,
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    })
    worker.on('message', hear)
    worker.once('error', reject)
    worker.once('exit', () => resolve())
  })

const shown = 20
/** In so many schedules each of these comes about, or the schedules are not what they were. */
const many = 300
const needed = ['accepted', 'votes', 'releases', 'sealed', 'crashes']

/** 1: something is wrong. 2: nothing was shown, neither that it is well nor that it is not. */
const exitCode = (ok: boolean, wrong: number, nothing: string): number => {
  if (ok || wrong > 0) return ok ? 0 : 1
  console.error(nothing)
  return 2
}

const play = async ({ schedules, seed, threads, json }: Call): Promise<number> => {
  const since = performance.now()
  const seconds = (): number => (performance.now() - since) / 1000
  const sum: Sum = {}
  const bad: Bad[] = []
  let [done, told] = [0, 0]
  const hear = (heard: Told): void => {
    if (heard.told === 'many') {
      bad.push(...heard.bad)
      for (const [name, value] of Object.entries(heard.sum)) sum[name] = (sum[name] ?? 0) + value
    } else if (heard.told === 'progress') {
      done += heard.schedules
      if (done < told + schedules / 10) return
      told = done
      console.error(`${done} of ${schedules}, ${Math.round(done / seconds())} a second`)
    }
  }
  const from = (thread: number): number => Math.floor((schedules * thread) / threads)
  const share = (thread: number): Share => ({ first: seedAfter(seed, from(thread)), schedules: from(thread + 1) - from(thread) })
  await Promise.all(Array.from({ length: threads }, (_, thread) => inThread(share(thread), hear)))
  const aSecond = Math.round(schedules / seconds())
  const missing = needed.filter((name) => !sum[name])
  const enough = (sum['accepted'] ?? 0) > 0 && (schedules < many || missing.length === 0)
  const ok = bad.length === 0 && enough
  const report = { ok, seed, schedules, threads, seconds: Math.round(seconds()), aSecond, happened: sum, bad }
  console.log(
    json
      ? JSON.stringify(report, null, 2)
      : [
          `${schedules} schedules from seed ${seed} in ${report.seconds} s, ${aSecond} a second in ${threads} threads`,
          ...Object.entries(sum).map(([name, value]) => `  ${name.padEnd(16)} ${String(value).padStart(12)}`),
          `  ${'went wrong'.padEnd(16)} ${String(bad.length).padStart(12)}    goal 0`,
          ...bad.slice(0, shown).map((one) => `  --schedules 1 --seed ${one.seed}: ${one.problems[0]}`),
        ].join('\n'),
  )
  return exitCode(
    ok,
    bad.length,
    `There were no ${sum['accepted'] ? missing.join(', ') : 'commands accepted'}, so not everything was shown.`,
  )
}

const plant = async ({ schedules, seed, threads, json }: Call): Promise<number> => {
  const names = Object.keys(planted)
  const found: Extract<Told, { told: 'noticed' }>[] = []
  const share = (thread: number): Share => ({ first: seed, schedules, faults: names.filter((_, place) => place % threads === thread) })
  await Promise.all(
    Array.from({ length: threads }, (_, thread) => inThread(share(thread), (told) => void (told.told === 'noticed' && found.push(told)))),
  )
  const missed = found.filter(({ noticed }) => noticed === null).length
  const ok = missed === 0 && found.length === names.length
  const lines = found.map(({ fault, noticed }) => {
    const at = noticed ? `schedule ${noticed.place}: ${noticed.problem.slice(0, 120)}` : `NOT in ${schedules}`
    return `  a room that ${fault}\n      ${at}`
  })
  console.log(
    json
      ? JSON.stringify({ ok, seed, schedules, faults: found.map(({ fault, noticed }) => ({ fault, noticed })) }, null, 2)
      : [`${found.length} faults planted, ${found.length - missed} noticed`, ...lines].join('\n'),
  )
  return ok ? 0 : 1
}

const decideAll = (decisions: number, { seed, json }: Call): number => {
  const since = performance.now()
  let told = 0
  const { problems, ...happened } = decideMany(decisions, seed, undefined, (done) => {
    if (done < told + decisions / 10) return
    told = done
    console.error(`${done} of ${decisions}`)
  })
  const seconds = Math.round((performance.now() - since) / 1000)
  const ok = problems.length === 0 && happened.accepted > 0
  console.log(
    json
      ? JSON.stringify({ ok, seed, seconds, ...happened, problems }, null, 2)
      : [
          `${decisions} decisions from seed ${seed} in ${seconds} s`,
          ...Object.entries(happened).map(([name, value]) => `  ${name.padEnd(16)} ${String(value).padStart(12)}`),
          `  ${'not as the table'.padEnd(16)} ${String(problems.length).padStart(12)}    goal 0`,
          ...problems.map((one) => `  ${one}`),
        ].join('\n'),
  )
  return exitCode(ok, problems.length, 'There were no decisions accepted, so nothing was shown: ask for more.')
}

const main = async (): Promise<number> => {
  const call = called(usage, callOf)
  console.error(`seed ${call.seed}`)
  if (call.decisions !== null) return decideAll(call.decisions, call)
  return call.planted ? plant(call) : play(call)
}

process.exitCode = await main()

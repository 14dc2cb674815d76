/** `disk-full` and `read-only`: for a while nothing can be written; and `slow-sync`: for a while every sync takes two seconds. */
import { openConnection, type Told } from '../../client/session/connection.ts'
import { makePace } from '../../client/session/pace.ts'
import type { Notice } from '../../shared/wire/messages.ts'
import { stopwatch } from '../players/latency.ts'
import type { Call } from './call.ts'
import { current, told } from './current.ts'
import type { Ground } from './ground.ts'
import { judge, noBreaches } from './judge.ts'
import { compareDocuments, within } from './kill.ts'
import { meet } from './meeting.ts'
import { type Report, reportOf } from './report.ts'
import { readStored } from './stored.ts'

export type Trouble = {
  /** What really went wrong, for the report. */
  what: string
  /** Nothing can be written meanwhile. */
  refuses: boolean
  begin(): Promise<unknown>
  end(): Promise<unknown>
}

/** Milliseconds. Who comes in waits behind what is being written, so longest while each sync takes two seconds. */
const goals = { banner: 5000, accepted: 10_000, alive: 1000, in: { refusing: 10_000, slow: 30_000 } }
/** How long it lasts. */
const lasts = 6000
const atOnce = 4
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const isTold =
  (notice: Notice['notice']) =>
  ({ notices }: Told): boolean =>
    notices.some((one) => one.notice === notice)

export const troubled = async (call: Call, { server, key, stored }: Ground, trouble: Trouble): Promise<Report> => {
  const found = noBreaches()
  const [banner, accepted, recovered, alive, cameIn] = [stopwatch(), stopwatch(), stopwatch(), stopwatch(), stopwatch()]
  const refusals = new Map<string, number>()
  let [answers, over] = [0, false]
  const people = await meet({
    origin: server.origin,
    key,
    clients: call.clients,
    seed: call.seed,
    answered: () => {
      answers += 1
    },
    refused: (code) => {
      refusals.set(code, (refusals.get(code) ?? 0) + 1)
    },
  })
  const pid = server.pid()
  const desks = people.filter(({ role }) => role === 'coach').map(({ lines }) => lines[0] as (typeof lines)[number])
  const hears = (notice: Notice['notice']): Promise<boolean[]> => Promise.all(desks.map((desk) => told(desk, 15_000, isTold(notice))))
  const share = Math.max(1, Math.floor(call.commands / people.length / 2))
  await Promise.all(people.map((one) => one.work(share)))

  await trouble.begin()
  const began = performance.now()
  call.say(trouble.what)
  const failed = trouble.refuses ? hears('storage-failed').then((all) => all.every((is) => is) && banner.add(began)) : null
  const before = answers
  // Nobody stops asking: some wait for their first answer, others for several.
  const asking = Promise.all(
    people.map(async (one) => {
      while (!over) await one.work(atOnce)
    }),
  )
  // Whoever only reads is served all the while.
  while (performance.now() - began < lasts) {
    const since = performance.now()
    const answer = await fetch(`${server.origin}/healthz`).catch(() => null)
    if (!answer?.ok) found.restart.push('the server did not say that it is alive')
    alive.add(since)
    await pause(50)
  }
  await failed
  for (const role of ['participant', 'coach'] as const) {
    const { name, plein, token } = people.find((one) => one.role === role) as (typeof people)[number]
    const late = openConnection({ makePace, origin: server.origin, plein, token })
    const since = performance.now()
    const here = await current(late, trouble.refuses ? goals.in.refusing : goals.in.slow)
    cameIn.add(since)
    if (!here) found.restart.push(`${name} (${role}) could not come in to read`)
    else if (trouble.refuses && role === 'coach' && !(await told(late, goals.banner, isTold('storage-failed'))))
      found.restart.push(`${name}, who came to the desk later, was not told that nothing is kept`)
    late.close()
  }
  const readiness = await fetch(`${server.origin}/readyz`)
  const meanwhile = answers - before
  const waiting = people.flatMap(({ asked }) => asked.filter(({ answer }) => answer === null))
  const lifted = performance.now()
  over = true
  await trouble.end()
  await Promise.all([
    within(Promise.all(waiting.map(({ settled }) => settled)), 60_000).then((all) => all && accepted.add(lifted)),
    trouble.refuses ? hears('storage-recovered').then((all) => all.every((is) => is) && recovered.add(lifted)) : null,
  ])
  const rest = asking.then(() => Promise.all(people.map((one) => one.work(share))))
  if (!(await within(rest, 60_000 + call.commands * 50))) found.unanswered.push('the time was up')
  await Promise.all(people.map((one) => one.repeat()))
  await compareDocuments(server.origin, people, found)
  for (const one of people) one.leave()
  if (server.pid() !== pid || !server.alive()) found.restart.push('the server ended')
  await server.end('SIGTERM')
  judge(people, readStored(await stored()), found)

  const late = (what: string, most: number, took: number | undefined): void => {
    if (took === undefined) found.restart.push(`${what}: never`)
    else if (took > most) found.restart.push(`${what}: after ${took} ms, goal ${most}`)
  }
  late('everything that waited accepted', goals.accepted, accepted.figures()?.max)
  // One in twenty may be late: all of a machine can stand still for a moment, and a server that waits for its disk is late each time.
  late('an answer from /healthz', goals.alive, alive.figures()?.p95)
  if (trouble.refuses) {
    late('the banner at the desks', goals.banner, banner.figures()?.max)
    late('the end of the banner', goals.accepted, recovered.figures()?.max)
    if (readiness.status !== 503) found.restart.push(`/readyz said ${readiness.status}`)
    if (refusals.get('storage-failed') === undefined) found.restart.push('nothing was refused: the trouble was none')
  }
  return reportOf(call, people, found, {
    counts: {
      'answered during the trouble': meanwhile,
      'waiting when it ended': waiting.length,
      ...Object.fromEntries([...refusals].map(([code, count]) => [`refused, ${code}`, count])),
    },
    milliseconds: {
      'begin until the banner is there': banner.figures(),
      'end until all that waited is in': accepted.figures(),
      'end until the banner is gone': recovered.figures(),
      'coming in during the trouble': cameIn.figures(),
      'healthz during the trouble': alive.figures(),
    },
    notes: [trouble.what],
  })
}

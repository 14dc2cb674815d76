/** `kill`, `term`, `mixed` and `long-poll`: people go on working while the server is ended again and again. */
import { openConnection } from '../../client/session/connection.ts'
import { makePace } from '../../client/session/pace.ts'
import { dice, seedOf } from '../players/dice.ts'
import { stopwatch } from '../players/latency.ts'
import { noUpgrades } from '../players/noUpgrades.ts'
import { makeBackups } from './backups.ts'
import type { Call } from './call.ts'
import { away, current, sameAs, yet } from './current.ts'
import type { Ground } from './ground.ts'
import { type Breaches, judge, noBreaches, told } from './judge.ts'
import { meet } from './meeting.ts'
import type { Person } from './person.ts'
import { type Report, reportOf } from './report.ts'
import { readStored } from './stored.ts'
import { createStorm, type Ending } from './storm.ts'

/** Two Pleinen are no larger than a large afternoon; a longer run has more of them, one pair after another, in one database. */
const perMeeting = 5000

const endings: Record<'kill' | 'term' | 'mixed' | 'long-poll', (place: number) => Ending> = {
  kill: () => 'SIGKILL',
  term: () => 'SIGTERM',
  mixed: (place) => (place % 3 === 2 ? 'SIGTERM' : 'SIGKILL'),
  'long-poll': (place) => (place % 3 === 2 ? 'SIGTERM' : 'SIGKILL'),
}

export const within = async (work: Promise<unknown>, milliseconds: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const inTime = await Promise.race([work.then(() => true), late])
  clearTimeout(timer)
  return inTime
}

/** What everybody sees is what somebody sees who has only just come. */
export const compareDocuments = async (
  origin: string,
  people: readonly Pick<Person, 'name' | 'plein' | 'token' | 'role' | 'lines'>[],
  found: Breaches,
): Promise<void> => {
  for (const coach of people.filter(({ role }) => role === 'coach')) {
    const fresh = openConnection({ makePace, origin, plein: coach.plein, token: coach.token })
    if (!(await current(fresh))) found.documents.push(`nobody could come in to ${coach.name} afresh`)
    for (const { name, role, lines } of people.filter(({ plein }) => plein === coach.plein))
      for (const document of role === 'coach' ? (['board', 'desk'] as const) : (['board'] as const))
        for (const line of lines)
          if (!(await sameAs(line, document, fresh)))
            found.documents.push(
              `the ${document} of ${name} is not that of somebody who comes in now ${await yet((within) => sameAs(line, document, fresh, within))}`,
            )
    fresh.close()
  }
}

/** A last ordinary restart: what is then told comes from the disk alone. */
export const comeBack = async (server: Ground['server'], people: readonly Person[], found: Breaches): Promise<void> => {
  const gone = people.map(({ lines }) => Promise.all(lines.map(away)))
  await server.end('SIGTERM')
  await Promise.all(gone)
  await server.start()
  for (const one of people) {
    const allHere = async (within?: number) => (await Promise.all(one.lines.map((line) => current(line, within)))).every((is) => is)
    if (await allHere()) told(one, found)
    else found.restart.push(`${one.name} was not back half a minute after the last restart ${await yet(allHere)}`)
  }
}

export const killed = async (call: Call, variant: keyof typeof endings, ground: Ground): Promise<Report> => {
  const { server, key, stored } = ground
  const { commands, kills, seed, clients, say } = call
  const chance = dice(seed)
  const found = noBreaches()
  const storm = createStorm(server, endings[variant], chance, found)
  const everybody: Person[] = []
  const between = variant === 'long-poll' ? await noUpgrades(server.port) : null
  const origin = between?.origin ?? server.origin
  const backups = call.backups ? makeBackups(ground, () => everybody) : null
  const meetings = Math.ceil(commands / perMeeting)
  const share = (of: number, place: number): number => Math.floor((of * (place + 1)) / meetings) - Math.floor((of * place) / meetings)
  for (let place = 0; place < meetings && found.unanswered.length === 0; place++) {
    const [asked, moments] = [share(commands, place), share(kills, place)]
    const people = await meet({ origin, key, clients, seed: seedOf(seed, place), answered: storm.answered })
    everybody.push(...people)
    let over = false
    const work = Promise.all(
      people.map((one, at) => one.work(Math.floor((asked * (at + 1)) / people.length) - Math.floor((asked * at) / people.length))),
    ).then(() => {
      over = true
      storm.wake()
    })
    const drawn = Array.from({ length: moments }, () => chance.below(asked)).sort((a, b) => a - b)
    const all = Promise.all([work, storm.blow(people, drawn, () => over)])
    const inTime = await within(all, 60_000 + asked * 20 + moments * 15_000)
    if (!inTime) found.unanswered.push('the time was up')
    else {
      await Promise.all(people.map((one) => one.repeat()))
      await comeBack(server, people, found)
      await compareDocuments(origin, people, found)
    }
    for (const one of people) one.leave()
    say(
      `${place + 1} of ${meetings}: ${everybody.reduce((sum, { asked }) => sum + asked.length, 0)} commands, ${storm.figures().kills} times killed, ${storm.figures().terms} times stopped`,
    )
  }
  between?.close()
  await backups?.stop()
  const exit = stopwatch()
  const since = performance.now()
  await server.end('SIGTERM')
  exit.add(since)
  const kept = readStored(await stored())
  judge(everybody, kept, found)
  await backups?.judge(kept, found)
  const { ready, first, waited, current: back, exit: exits, kills: killed, terms } = storm.figures()
  return reportOf(call, everybody, found, {
    counts: {
      'kill -9': killed,
      SIGTERM: terms,
      restarts: killed + terms,
      ...backups?.counts(),
      ...(between ? { 'WebSockets refused': between.refused() } : {}),
    },
    milliseconds: {
      'ready again': ready.figures(),
      'end until the first is current': first.figures(),
      'ready until 95 % are current': waited.figures(),
      'end until 95 % are current': back.figures(),
      'SIGTERM until the process is gone': exits.figures() ?? exit.figures(),
      ...(backups ? { 'a backup': backups.took() } : {}),
    },
  })
}

/** `npm run bench`: the product beside a raw relay and Hocuspocus, on one machine, in one run. See docs/performance.md.
 *  Exit code: 0 all goals that were measured are met, 3 a goal is missed, 1 something was missing, doubled, unequal or refused, 2 a wrong call. */
import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { called } from '../players/call.ts'
import { untilInterrupted } from '../players/server.ts'
import { type Call, callOf, usage } from './call.ts'
import { takeCores } from './cores.ts'
import { startHocuspocus } from './peers/hocuspocus.ts'
import type { Peer, PeerName } from './peers/peer.ts'
import { type Pleinbord, startPleinbord } from './peers/pleinbord.ts'
import { startRelay } from './peers/relay.ts'
import { exitCode, printed, type Report, reportOf, write } from './report.ts'
import { capacity } from './work/capacity.ts'
import { compare } from './work/compare.ts'
import { decided } from './work/decided.ts'
import { growth } from './work/growth.ts'
import { idle } from './work/idle.ts'
import { memory } from './work/memory.ts'
import { reopen } from './work/reopen.ts'
import type { Bench, Scenario, ScenarioName } from './work/scenario.ts'
import { several } from './work/several.ts'
import { sleeper } from './work/sleeper.ts'
import { thousand } from './work/thousand.ts'
import { votes } from './work/votes.ts'

const scenarios: Record<ScenarioName, Scenario> = {
  compare,
  growth,
  memory,
  thousand,
  capacity,
  votes,
  idle,
  several,
  reopen,
  decided,
  sleeper,
}

const run = async (call: Call, args: readonly string[]): Promise<Report> => {
  const began = performance.now()
  const cores = takeCores(call.pin)
  cores.notes.push(`Load average of the machine before: ${loadavg()[0]?.toFixed(1)}.`)
  const running = new Map<PeerName, Promise<Peer>>()
  const start: Record<PeerName, () => Promise<Peer>> = {
    relay: () => startRelay(cores),
    hocuspocus: () => startHocuspocus(cores),
    pleinbord: () => startPleinbord(cores),
  }
  const peer = (name: PeerName): Promise<Peer> => {
    const one = running.get(name) ?? start[name]()
    running.set(name, one)
    return one
  }
  const say = (line: string) => console.error(line)
  for (const note of cores.notes) say(note)
  const bench: Bench = { call, cores, peer, pleinbord: () => peer('pleinbord') as unknown as Promise<Pleinbord>, say }
  const found: Report['found'] = {}
  const stop = async () => {
    for (const one of running.values()) await (await one).stop()
  }
  const release = untilInterrupted(stop, () => undefined)
  try {
    for (const name of call.only) {
      say(`— ${name}`)
      found[name] = await scenarios[name](bench).catch((error: Error) => {
        say(String(error.stack))
        return { figures: null, verdicts: [], tables: [], problems: [`could not be measured: ${error.message}`] }
      })
    }
  } finally {
    release()
    await stop()
  }
  return reportOf(args, cores, began, found)
}

const main = async (): Promise<number> => {
  const args = process.argv.slice(2)
  const call = called(usage, callOf)
  if (!existsSync('/proc/self/stat')) {
    console.error('The bench reads what a process used from /proc, so it needs Linux.')
    return 2
  }
  const report = await run(call, args)
  console.log(printed(report))
  if (call.out !== null) await write(call.out, report)
  return exitCode(report)
}

// A scenario that broke off may have left lines open that come back for ever.
process.exit(await main())

/** The product itself, as `npm start` runs it: a real database file, every answer after its commit, authorisation, limits and log on. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimWith, joinWith, type Made, makePlein } from '../../players/http.ts'
import { connect, type Person } from '../../players/person.ts'
import { type ServerProcess, serverProcess } from '../../players/process.ts'
import { enter, must } from '../../replay/room.ts'
import type { Cores } from '../cores.ts'
import { joinBy } from '../load/join.ts'
import type { Seen } from '../load/seen.ts'
import { lostLines, noTraffic } from '../load/traffic.ts'
import { fillBy } from './fill.ts'
import { type Peer, type Room, writing } from './peer.ts'
import { createPhone, type PhonePlace, type PleinbordPhone } from './pleinbordPhone.ts'

/** What one machine that plays everybody needs, and a room of people does not. Printed in every report. */
export const loadSettings: Record<string, string> = {
  // One room for each repetition.
  LIMIT_PLEINS_PER_DAY: '1000',
  // A storm of newcomers in one instant; above it they are told to come back in two seconds.
  LIMIT_JOINS_AT_ONCE: '1000',
  // Those who fill the board come beside those who are measured.
  LIMIT_JOINS_BURST: '2000',
  // Fifty desks of one link, which write what no phone may.
  LIMIT_CLAIMS_BURST: '1000',
  // Boards of 5,000 ideas, and what is written on them then.
  LIMIT_IDEAS_PER_PLEIN: '20000',
}

export type PleinbordRoom = Omit<Room, 'desks'> & {
  made: Made
  coach: Person
  /** What a phone of this room needs besides a token. */
  place: Omit<PhonePlace, 'token'>
  /** Phones that keep whole documents with the stock provider. */
  whole: Person[]
  desks(lines?: number): Promise<readonly PleinbordPhone[]>
  phone(place: number | null): Promise<PleinbordPhone>
}
export type Pleinbord = Omit<Peer, 'room'> & { server: ServerProcess; key: string; room(seen: Seen): Promise<PleinbordRoom> }

const settle = 20_000

/** What a replica of somebody who comes in now holds is what everybody must hold. */
const unequal = async (origin: string, made: Made, replicas: Person[]): Promise<string[]> => {
  const fresh = await connect(origin, (await joinWith(origin, made.links.join)).token)
  await fresh.board.until(() => replicas.every(({ board }) => fresh.board.version() >= board.version()), 'a fresh board is whole', settle)
  const hash = fresh.board.hash()
  const version = fresh.board.version()
  const differs: string[] = []
  for (const { board } of replicas) {
    await board.until(() => board.version() >= version, 'a board has reached the others', settle).catch(() => undefined)
    if (board.hash() !== hash) differs.push('a sampled board differs from a fresh one')
  }
  fresh.leave()
  return differs
}

const openRoom = async (origin: string, key: string, port: number, seen: Seen): Promise<PleinbordRoom> => {
  const programme = [{ kind: 'ideas', settings: { hidden: false } }, { kind: 'cluster' }, { kind: 'vote', settings: { over: 'ideas' } }]
  const made = await makePlein(origin, key, { title: 'Meting', dilemma: 'Hoe blijft het plein van iedereen?', locale: 'nl', programme })
  const coach = await connect(origin, (await claimWith(origin, made.links.coach)).token)
  await must(coach, { type: 'plein.open' })
  const phase = await enter({ coach }, 'ideas')
  const joined = () => joinBy(port, made.links.join)
  const whole = [await connect(origin, await joined()), await connect(origin, await joined())]
  let desks: PleinbordPhone[] | null = null
  const desk = async (): Promise<PleinbordPhone> => {
    const { token } = await claimWith(origin, made.links.coach)
    const one = createPhone({ ...at, token, traffic: noTraffic(), desk: true }, null)
    await one.arrive()
    return one
  }
  const desksOf = async (lines = writing) => {
    desks ??= await Promise.all(Array.from({ length: lines }, desk))
    return desks
  }
  const at: Omit<PhonePlace, 'token'> = { port, plein: made.id, traffic: noTraffic(), seen, phase: () => phase }
  return {
    made,
    coach,
    place: at,
    whole,
    traffic: at.traffic,
    fill: async (ideas) => fillBy(await desksOf(), ideas),
    writers: (phones, lines = writing) => phones.slice(0, lines),
    desks: desksOf,
    phone: async (place) => createPhone({ ...at, token: await joined() }, place),
    problems: async () => [...lostLines(at.traffic), ...(await unequal(origin, made, [coach, ...whole]))],
    close: async () => {
      for (const person of [coach, ...whole, ...(desks ?? [])]) person.leave()
    },
  }
}

export const startPleinbord = async (cores: Cores, more: Record<string, string> = {}, given?: string): Promise<Pleinbord> => {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'pleinbord-bench-')))
  const key = randomBytes(32).toString('base64url')
  const server = await serverProcess({ folder, key, wrap: cores.wrap, env: { ...loadSettings, ...more } })
  const kill = () => void (server.alive() && process.kill(server.pid(), 'SIGKILL'))
  process.once('exit', kill)
  await server.start()
  return {
    name: 'pleinbord',
    server,
    key,
    pid: server.pid,
    room: (seen) => openRoom(server.origin, key, server.port, seen),
    stop: async () => {
      process.off('exit', kill)
      await server.end('SIGTERM')
      if (given === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

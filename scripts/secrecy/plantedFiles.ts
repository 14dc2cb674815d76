/** Files with a leak in them: written by the real store, in commits that the room would never make. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Commit } from '../../server/store/contract.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { PleinEvent } from '../../shared/domain/events.ts'
import type { Dots } from '../../shared/domain/state.ts'
import { dice } from '../players/dice.ts'
import { adversaries, type Case, judged } from './adversaries.ts'
import { openBallots } from './ballots.ts'
import { besideIn, isTold } from './beside.ts'
import { evidenceOf, ideasWritten } from './evidence.ts'
import { plainSecrets } from './plainSecrets.ts'
import type { Row } from './row.ts'

const id = (): string => randomBytes(16).toString('base64url')
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

export type Leak = {
  /** More in the event of an idea. */
  event?: (seat: string) => object
  /** What stands as the hash of the edit key. */
  keyHash?: (seat: string, idea: string) => string
  /** More in the commit of an idea. */
  beside?: (seat: string) => Partial<Commit>
  /** People send in the order in which they came. */
  inOrder?: boolean
}
const pleins = 4
const seats = 10

/** Four Pleinen of ten people with two ideas each. */
const casesWith = async (leak: Leak, seed: number): Promise<Case[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'pleinbord-'))
  const chance = dice(seed)
  const store = await openSqlite(folder)
  const made: Omit<Case, 'evidence'>[] = []
  for (let one = 0; one < pleins; one++) {
    const plein = id()
    const people = Array.from({ length: seats }, () => ({ id: id(), tokenHash: hash(id()) }))
    const blank = { role: 'participant' as const, perspective: null, ready: null, hand: false, clients: [] }
    await store.commit(plein, 0, { seats: { put: people.map((person) => ({ ...person, ...blank })) } })
    const whose = new Map<string, number>()
    for (let sent = 0; sent < 2 * seats; sent++) {
      const place = leak.inOrder ? sent % seats : chance.below(seats)
      const seat = people[place]!.id
      const idea = id()
      whose.set(idea, place)
      const event = { type: 'idea.posted', idea, as: 'idea', text: 'Bomen', phase: id(), late: false, entry: 'phone', who: null, by: null }
      const result = await store.commit(plein, sent, {
        events: [{ version: sent + 1, v: 1, event: { ...event, ...leak.event?.(seat) } as PleinEvent }],
        keys: { put: [{ hash: leak.keyHash?.(seat, idea) ?? hash(id()), idea }] },
        ...leak.beside?.(seat),
      })
      if (!result.ok) throw new Error(JSON.stringify(result))
    }
    made.push({ plein, tokenHashes: people.map(({ tokenHash }) => tokenHash), whose })
  }
  const [database, log] = [readFileSync(join(folder, 'pleinbord.db')), readFileSync(join(folder, 'pleinbord.db-wal'))]
  await store.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  return made.map((one) => ({ ...one, evidence: evidenceOf(database, log, one.plein) }))
}

const row = (test: string, breaches: string[]): Row[] => [{ test, what: 'planted', measured: '', goal: '', breaches }]

/** What the three adversaries make of it. */
export const judgedWith = async (leak: Leak, seed: number, sigmas = 5): Promise<Row[]> => {
  const cases = await casesWith(leak, seed)
  const tied = cases.flatMap(({ evidence }) => ideasWritten(evidence)).filter((one) => one.tied).length
  const rows = Object.entries(adversaries).map(([name, ways]): Row => {
    const { right, of, chance, most, way } = judged(ways, cases, dice(seed), sigmas)
    return {
      test: 'T21',
      what: name,
      measured: `${right} of ${of} right, ${chance.toFixed(1)} by chance (${way})`,
      goal: `at most ${most.toFixed(1)}`,
      breaches: right > most ? [`${right} of ${of} linked ${name}: ${way}`] : [],
    }
  })
  return [...rows, ...row('T21', tied > 0 ? [`${tied} transactions tie an idea to a seat`] : [])]
}

export const plantedInFiles: Record<string, (seed: number) => Promise<Row[]>> = {
  'the seat in the event of an idea': (seed) => judgedWith({ event: (seat) => ({ seat }) }, seed),
  'a hash of seat and idea beside the idea': (seed) => judgedWith({ keyHash: (seat, idea) => hash(`${seat}:${idea}`) }, seed),
  'an idea and a seat in one transaction': (seed) =>
    judgedWith(
      {
        beside: (seat) => ({
          seats: {
            signals: [
              { seat, hand: true },
              { seat, ready: id() },
            ],
          },
        }),
      },
      seed,
    ),
  'people send in the order in which they came': (seed) => judgedWith({ inOrder: true }, seed),
  'ballots as they were cast': async () => {
    const dots: Dots[] = [{ a: 3 }, { b: 2 }]
    const rows = dots.map((one) => ({ table: 'ballots' as const, values: ['plein', 'round', id(), JSON.stringify(one)], page: 1 }))
    return row('T21', openBallots({ rows, events: [], written: [], recent: [] }, { round: 'round', items: ['a', 'b'], ballots: dots }))
  },
  'answers about names on pages in the order in which they were given': async () => {
    const ideas = Array.from({ length: 20 }, (_, sent) => ({ place: Math.floor(sent / 2), text: '', key: id() }))
    const rows = ideas.map(({ key }, page) => ({ table: 'sealed' as const, values: ['plein', `name/${hash(key)}/groen`, ''], page }))
    return row('T21', isTold([besideIn({ rows }, { ideas })], 5) ? ['they stand beside one another'] : [])
  },
  'a token in a line of the log': async () => {
    const token = randomBytes(32).toString('base64url')
    return row('T25', plainSecrets(Buffer.from(`{"level":"info","token":"${token}"}\n`), new Set([token])))
  },
}

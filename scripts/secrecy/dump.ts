/** T21 and T25: what somebody who holds database, write-ahead log, backups, log and metrics of many Pleinen can find out. */
import { type Dice, dice } from '../players/dice.ts'
import { adversaries, type BallotCase, ballotWays, type Case, judged, type Verdict } from './adversaries.ts'
import { strangeFields } from './anonymous.ts'
import { ballotCase, forms, leftBallots, openBallots, sealedBallots } from './ballots.ts'
import { type Beside, besideIn, isTold } from './beside.ts'
import { evidenceOf, ideasWritten } from './evidence.ts'
import { type Files, type House, openHouse } from './house.ts'
import { type Meeting, openMeeting, type Truth } from './meeting.ts'
import { physicalRows, together } from './pages.ts'
import { bitsOf, plainSecrets } from './plainSecrets.ts'
import type { Row } from './row.ts'

const perHouse = 10
const moments = ['while people write', 'in the next phase', 'in a backup of the vote', 'closed for good'] as const
type Moment = (typeof moments)[number]

type Dump = {
  meetings: number
  cases: Record<Moment, Case[]>
  ballots: { open: string[]; counted: BallotCase[]; left: string[] }
  /** Transactions in which an idea was written, by its keys, and whether a seat or ballot of the same Plein was written with it. */
  tied: Map<string, boolean>
  /** Answers about the names of groups, when the file was written anew after the phase. */
  beside: Beside[]
  /** What was written in a phase and still stands in the log of writes in the next. */
  inLog: number
  keys: string[]
  withdrawn: number
  issued: { tokens: string[]; all: Set<string> }
  plain: string[]
  bytes: number
  fields: string[]
}

const caseOf = ({ database, log }: Pick<Files, 'database' | 'log'>, { plein, tokenHashes, ideas }: Truth): Case => {
  const evidence = evidenceOf(database, log, plein)
  const places = new Map(ideas.map(({ text, place }) => [text, place]))
  const whose = new Map(
    evidence.events.flatMap(({ type, idea, text = '' }) =>
      type === 'idea.posted' && idea && places.has(text) ? [[idea, places.get(text)!] as const] : [],
    ),
  )
  return { evidence, plein, tokenHashes, whose }
}

/** As the file is when it was written anew, which waits for a quiet moment after a phase. */
const rewritten = async (house: House): Promise<Files> => {
  for (const since = performance.now(); performance.now() - since < 60_000; ) {
    const files = house.files()
    if (!physicalRows(together(files.database, files.log)).some(({ values: [name, value] }) => name === 'rewrite' && value === 'owed'))
      return files
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The file was not written anew within a minute after a phase.')
}

const oneHouse = async (dump: Dump, count: number, seats: number, chance: Dice): Promise<void> => {
  const house: House = await openHouse()
  const meetings: Meeting[] = []
  const grep = (bytes: Buffer): void => {
    dump.bytes += bytes.length
    dump.plain.push(...plainSecrets(bytes, dump.issued.all))
  }
  try {
    for (let one = 0; one < count; one++) meetings.push(await openMeeting(house, seats, chance))
    const all = (what: (meeting: Meeting) => Promise<void>): Promise<unknown> => Promise.all(meetings.map(what))
    const note = (moment: Moment, files: Pick<Files, 'database' | 'log'>): void => {
      for (const { truth } of meetings) dump.cases[moment].push(caseOf(files, truth))
    }
    // One alone first: with few rows in it the log is not taken into the file meanwhile, which happens by itself each thousand pages.
    const [alone, ...others] = meetings as [Meeting, ...Meeting[]]
    await alone.write(() => {
      const { database, log } = house.files()
      for (const { keys, tied } of ideasWritten(evidenceOf(database, log, alone.truth.plein)))
        dump.tied.set(keys, tied || dump.tied.get(keys) === true)
    })
    await Promise.all(others.map((meeting) => meeting.write()))
    for (const { truth } of meetings) {
      for (const secret of truth.secrets) dump.issued.all.add(secret)
      dump.issued.tokens.push(...truth.secrets.filter(({ length }) => length === 43))
    }
    note('while people write', house.files())
    await all((meeting) => meeting.release())
    for (const { truth } of meetings) for (const secret of truth.secrets) dump.issued.all.add(secret)
    grep(house.everything())
    await all((meeting) => meeting.enterVote())
    const next = house.files()
    note('in the next phase', next)
    for (const { truth } of meetings) {
      const { written } = evidenceOf(next.database, next.log, truth.plein)
      dump.inLog += written.flat().filter(({ table }) => table === 'keys').length
    }
    const anew = await rewritten(house)
    for (const { truth } of meetings) dump.beside.push(besideIn(evidenceOf(anew.database, anew.log, truth.plein), truth))
    await all((meeting) => meeting.vote())
    const voting = house.files()
    const backup = await house.backup()
    note('in a backup of the vote', { database: backup, log: Buffer.alloc(0) })
    const during = meetings.map(({ truth }) => evidenceOf(voting.database, voting.log, truth.plein))
    for (const [place, { truth }] of meetings.entries()) dump.ballots.open.push(...openBallots(during[place]!, truth))
    const sealed = during.map(sealedBallots)
    const readable = Buffer.concat([voting.database, voting.log, backup, Buffer.from(house.logged())])
    const keyForms = voting.keys.flatMap(forms)
    // One of its round, one of its cards, and one of the pulse.
    if (voting.keys.length < 3 * count) dump.keys.push('there were fewer keys than open rounds and Pleinen with cards')
    if (keyForms.some((form) => readable.includes(Buffer.from(form, 'latin1')))) dump.keys.push('a key stands outside its file')
    await all((meeting) => meeting.count())
    const counted = house.files()
    // That of the pulse, and that of the cards, go with the Plein.
    if (counted.keys.length > 2 * count) dump.keys.push('a key outlives its round')
    for (const { truth } of meetings) dump.ballots.counted.push(ballotCase(caseOf(counted, truth), truth))
    for (const meeting of meetings) grep(await meeting.answers())
    await all((meeting) => meeting.close())
    grep(Buffer.from(await house.metrics()))
    for (const meeting of meetings) meeting.leave()
    await house.stop()
    const last = house.files()
    note('closed for good', last)
    if (last.keys.length > 0) dump.keys.push('a key outlives its Plein')
    const whole = Buffer.concat([last.database, last.log, Buffer.from(house.logged())])
    if (keyForms.some((form) => whole.includes(Buffer.from(form, 'latin1')))) dump.keys.push('a key outlives its round in the files')
    for (const [place, { truth }] of meetings.entries()) {
      const { evidence } = dump.cases['closed for good'].at(place - meetings.length)!
      dump.ballots.left.push(...leftBallots(evidence, truth, sealed[place]!, whole))
      dump.fields.push(...evidence.events.flatMap(({ version: _, ...event }) => strangeFields(event as { type: string })))
      dump.withdrawn += truth.withdrawn.filter((text) => whole.includes(text)).length
      if (evidence.rows.some(({ table }) => table === 'keys')) dump.fields.push('hashes of the keys of ideas outlive the Plein')
    }
    grep(house.everything())
    dump.meetings += count
  } finally {
    for (const meeting of meetings) meeting.leave()
    await house.stop()
    house.remove()
  }
}

/** `sigmas`: how far above chance counts as chance; with three, each adversary is blamed wrongly once in 700 times. */
export const dumps = async (
  sessions: number,
  seats: number,
  seed: number,
  { until = Number.POSITIVE_INFINITY, sigmas = 3 } = {},
): Promise<Row[]> => {
  const dump: Dump = {
    meetings: 0,
    cases: { 'while people write': [], 'in the next phase': [], 'in a backup of the vote': [], 'closed for good': [] },
    ballots: { open: [], counted: [], left: [] },
    tied: new Map(),
    beside: [],
    inLog: 0,
    keys: [],
    withdrawn: 0,
    issued: { tokens: [], all: new Set() },
    plain: [],
    bytes: 0,
    fields: [],
  }
  const chance = dice(seed)
  while (dump.meetings < sessions && performance.now() < until)
    await oneHouse(dump, Math.min(perHouse, sessions - dump.meetings), seats, chance)
  return [...ideaRows(dump, chance, sigmas), ...otherRows(dump, chance, sigmas)]
}

const blamed = ({ right, of, most }: Verdict, what: string): string[] => (right > most ? [`${right} of ${of} ${what}`] : [])
const nothing = 'there was nothing to judge'

const ideaRows = ({ cases }: Dump, chance: Dice, sigmas: number): Row[] =>
  moments.flatMap((moment) =>
    Object.entries(adversaries).map(([name, ways]) => {
      const verdict = judged(ways, cases[moment], chance, sigmas)
      const { way, right, of, chance: expected, most } = verdict
      // What was written in which order is in the log of writes as long as the phase goes on.
      const promised = moment !== 'while people write'
      return {
        test: 'T21',
        what: `whose idea, ${name}, ${moment}`,
        measured: `${right} of ${of} right, ${expected.toFixed(1)} by chance (${way})`,
        goal: promised ? `at most ${most.toFixed(1)}` : 'none: see SECURITY.md',
        breaches: promised ? blamed(verdict, 'ideas were linked to their author') : [],
        unjudged: of === 0 ? nothing : undefined,
      }
    }),
  )

const otherRows = (
  { meetings, ballots, tied, beside, inLog, keys, withdrawn, issued, plain, bytes, fields }: Dump,
  chance: Dice,
  sigmas: number,
): Row[] => {
  const whose = judged(ballotWays, ballots.counted, chance, sigmas)
  const bits = bitsOf(issued.tokens)
  const sum = (of: keyof Beside): number => beside.reduce((all, one) => all + one[of], 0)
  const ties = [...tied.values()].filter(Boolean).length
  const megabytes = Math.round(bytes / 1e6)
  return [
    {
      test: 'T21',
      what: 'transactions that write an idea and a seat or ballot of the same Plein',
      measured: `${ties} of ${tied.size} with an idea`,
      goal: '0',
      breaches: ties > 0 ? [`${ties} transactions tie an idea to a seat`] : [],
      unjudged: tied.size === 0 ? nothing : undefined,
    },
    {
      test: 'T21',
      what: 'which two answers about the name of a group are of one phone, in the file of the next phase',
      measured: `${sum('beside')} of ${sum('rows')} stand beside the other one, ${sum('chance').toFixed(1)} by chance`,
      goal: `at most ${(sum('chance') + sigmas * Math.sqrt(sum('chance'))).toFixed(1)}`,
      breaches: isTold(beside, sigmas) ? ['answers about names stand in the order in which they were given'] : [],
      unjudged: sum('rows') === 0 ? nothing : undefined,
    },
    {
      test: 'T21',
      what: 'what was written in a phase, in the log of writes of the next',
      measured: `${inLog} rows after ${meetings} Pleinen`,
      goal: '0',
      breaches: inLog > 0 ? [`${inLog} rows of ideas still stand in the order in which they were written`] : [],
    },
    {
      test: 'T21',
      what: 'ballots of an open round without the key file',
      measured: `${meetings} rounds, ${ballots.open.length + keys.length} that tell`,
      goal: 'sealed, of one length, no key in database, log of writes, backup or log',
      breaches: [...ballots.open, ...keys],
    },
    {
      test: 'T21',
      what: 'whose ballot, of a counted round',
      measured: `${whose.right} of ${whose.of} right, ${whose.chance.toFixed(1)} by chance (${whose.way})`,
      goal: `at most ${whose.most.toFixed(1)}`,
      breaches: [
        ...ballots.counted.filter(({ listed, voted }) => listed.length !== voted.length).map(() => 'not all ballots of a count were seen'),
        ...blamed(whose, 'ballots were linked to their voter'),
      ],
      unjudged: whose.of === 0 ? nothing : undefined,
    },
    {
      test: 'T21',
      what: 'what is left of votes, keys and withdrawn words when a Plein is closed for good',
      measured: `${meetings} Pleinen, ${ballots.left.length + withdrawn + fields.length} left`,
      goal: '0',
      breaches: [...ballots.left, ...fields, ...(withdrawn > 0 ? [`${withdrawn} withdrawn texts are still in the files`] : [])],
    },
    {
      test: 'T25',
      what: 'secrets as they were issued, in files, log, backups, metrics, outcomes and pages of errors',
      measured: `${issued.all.size} issued, ${megabytes} MB looked through, ${plain.length} found`,
      goal: '0',
      breaches: plain,
    },
    {
      test: 'T25',
      what: 'bits of chance in a token',
      measured: `${bits} bits in each of ${issued.tokens.length}, all different`,
      goal: '128 or more',
      breaches: issued.tokens.length > 1 && bits < 128 ? [`${bits} bits`] : [],
      unjudged: issued.tokens.length > 1 ? undefined : nothing,
    },
  ]
}

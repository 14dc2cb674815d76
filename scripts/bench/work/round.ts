/** One repetition on one server: people come in all at once, all lose their Wi-Fi and come back, write at an even rate, and write all at once. */
import { median, type Spread, spreadOf } from '../figures.ts'
import { evenly, pause } from '../load/pace.ts'
import { createSeen, type Seen } from '../load/seen.ts'
import type { Peer, Phone, Room, Writer } from '../peers/peer.ts'
import { watch } from '../usage.ts'

export type Shape = {
  phones: number
  ideas: number
  rate: number
  seconds: number
  bursts: number
  /** Milliseconds of quiet between one thing and the next. */
  rest: number
}
export type Storm = { times: Spread; cpuPerJoin: number; loadShare: number }
export type Posting = {
  /** Post → seen by all. */
  all: Spread
  /** Post → answered; where nothing answers, absent. */
  answered: Spread | null
  deliveries: number
  cpuPerThousand: number
  /** Shares of a core. */
  serverShare: number
  loadShare: number
  /** How late the latest post was sent, in milliseconds. */
  late: number
}
export type Round = {
  newcomers: Storm
  returning: Storm
  posting: Posting
  /** Median of the bursts, each the milliseconds until all phones had seen all fifty. */
  burst: number
  problems: string[]
}

/** Marks of what is measured; those of what fills a board are below. */
export const firstMark = 100_000
const patience = 30_000
export const burstOf = 50

/** All at the same moment. `whole`: how many ideas each must be given. */
const storm = async (peer: Peer, arrivals: (() => Promise<number>)[], whole: number, problems: string[]): Promise<Storm> => {
  const used = watch(peer.pid())
  const since = performance.now()
  const times: number[] = []
  const given = await Promise.all(
    arrivals.map(async (arrive) => {
      const ideas = await arrive()
      times.push(performance.now() - since)
      return ideas
    }),
  )
  const { server, load, wall } = used()
  const short = given.filter((ideas) => ideas !== whole).length
  if (short > 0) problems.push(`${short} of ${given.length} who came in were not given the ${whole} ideas`)
  return { times: spreadOf(times), cpuPerJoin: server / given.length, loadShare: load / wall }
}

export const newcomers = async (peer: Peer, room: Room, phones: number, whole: number, problems: string[]) => {
  const people: Phone[] = []
  const arrivals = Array.from({ length: phones }, (_, place) => async () => {
    const phone = await room.phone(place)
    people[place] = phone
    return phone.arrive()
  })
  return { storm: await storm(peer, arrivals, whole, problems), people }
}

/** After a Wi-Fi drop, all at once. `again`: how each comes; absent: as a page that was loaded anew and holds nothing. */
export const comeBack = async <P extends Phone>(
  peer: Peer,
  people: readonly P[],
  whole: number,
  rest: number,
  problems: string[],
  again: (phone: P) => Promise<number> = (phone) => phone.arrive(),
): Promise<Storm> => {
  for (const phone of people) phone.leave()
  await pause(rest)
  const arrivals = people.map((phone) => () => again(phone))
  return storm(peer, arrivals, whole, problems)
}

export const post = async (
  peer: Peer,
  writers: readonly Writer[],
  seen: Seen,
  { rate, seconds }: Pick<Shape, 'rate' | 'seconds'>,
  from: number,
  problems: string[],
  within = patience,
): Promise<Posting> => {
  const answered: number[] = []
  const before = seen.deliveries()
  const known = seen.times().length
  const used = watch(peer.pid())
  const late = await evenly(rate, seconds, (place) => {
    const mark = from + place
    const since = performance.now()
    void seen.sent(mark)
    writers[place % writers.length]!.post(mark).then(
      () => answered.push(performance.now() - since),
      (problem: Error) => problems.push(problem.message),
    )
  })
  await seen.settled(within)
  const { server, load, wall } = used()
  const deliveries = seen.deliveries() - before
  return {
    all: spreadOf(seen.times().slice(known)),
    answered: peer.name === 'relay' ? null : spreadOf(answered),
    deliveries,
    cpuPerThousand: (server / deliveries) * 1000,
    serverShare: server / wall,
    loadShare: load / wall,
    late,
  }
}

const burst = async (writers: readonly Writer[], seen: Seen, from: number, problems: string[]): Promise<number> => {
  const since = performance.now()
  for (let place = 0; place < burstOf; place += 1) {
    const mark = from + place
    void seen.sent(mark)
    writers[place % writers.length]!.post(mark).catch((problem: Error) => problems.push(problem.message))
  }
  await seen.settled(patience)
  return performance.now() - since
}

export const playRound = async (peer: Peer, shape: Shape): Promise<Round> => {
  const problems: string[] = []
  const seen = createSeen(shape.phones)
  const room = await peer.room(seen)
  await room.fill(shape.ideas)
  const { storm: came, people } = await newcomers(peer, room, shape.phones, shape.ideas, problems)
  const returning = await comeBack(peer, people, shape.ideas, shape.rest, problems)
  await pause(shape.rest)
  const writers = room.writers(people)
  const posting = await post(peer, writers, seen, shape, firstMark, problems)
  const bursts: number[] = []
  for (let place = 0; place < shape.bursts; place += 1) {
    await pause(shape.rest)
    bursts.push(await burst(writers, seen, firstMark * 2 + place * burstOf, problems))
  }
  problems.push(...seen.problems(), ...(await room.problems()))
  for (const phone of people) phone.leave()
  await room.close()
  await pause(shape.rest)
  return { newcomers: came, returning, posting, burst: median(bursts), problems }
}

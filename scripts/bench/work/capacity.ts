/** How much one core can deliver: the rate goes up until an idea in a hundred takes longer than 200 ms to be seen by all. */
import { type Peer, type PeerName, peerNames } from '../peers/peer.ts'
import { gather } from './gather.ts'
import { firstMark, type Posting, post } from './round.ts'
import { type Bench, ms, restOf, type Scenario, share } from './scenario.ts'

const rates = [20, 40, 60, 80, 100, 130, 160, 200, 250, 320, 400, 500, 640, 800]
const longest = 200

const quickRates = [20, 80, 160, 320, 640]

type Step = { rate: number; posting: Posting }

const secondsOf = ({ call }: Bench): number => Math.min(call.seconds, call.quick ? 3 : 4)

const climb = async (bench: Bench, peer: Peer): Promise<{ steps: Step[]; doubled: string[] }> => {
  const { call, say } = bench
  const { seen, room, people, leave } = await gather(peer, { phones: call.most, ideas: 100, rest: restOf(bench) })
  // Two ideas a second is all that one of our phones may send: a desk may send twenty.
  const writers = (await room.desks?.()) ?? room.writers(people)
  const seconds = secondsOf(bench)
  const steps: Step[] = []
  let from = firstMark
  let slow = 0
  for (const rate of call.quick ? quickRates : rates) {
    // Who reads too slowly is let go when there is no more to give: that is the end of the climb, and no fault.
    const posting = await post(peer, writers, seen, { rate, seconds }, from, [], 5000)
    from += rate * seconds
    steps.push({ rate, posting })
    say(
      `${peer.name}, ${rate} ideas/s: p99 ${ms(posting.all.p99)}, server ${share(posting.serverShare)}, load side ${share(posting.loadShare)}`,
    )
    // One step too slow may be the disk of somebody else; two are the limit.
    slow = fits(call.most * rate * seconds, posting) ? 0 : slow + 1
    if (slow === 2) break
  }
  const doubled = seen.problems().filter((problem) => problem.includes('twice'))
  await leave()
  return { steps, doubled }
}
const fits = (expected: number, { all, deliveries }: Posting): boolean => deliveries === expected && all.p99 <= longest

export const capacity: Scenario = async (bench) => {
  const { call } = bench
  const seconds = secondsOf(bench)
  const climbs: Partial<Record<PeerName, Step[]>> = {}
  const problems: string[] = []
  for (const name of call.quick ? (['pleinbord'] as const) : peerNames) {
    const { steps, doubled } = await climb(bench, await bench.peer(name))
    climbs[name] = steps
    problems.push(...doubled)
  }
  const rows = Object.entries(climbs).map(([name, steps]) => {
    const best = steps.filter(({ rate, posting }) => fits(call.most * rate * seconds, posting)).at(-1)
    const last = steps.at(-1)
    return [
      name,
      best ? `${best.rate} ideas/s` : '–',
      best ? `${(best.rate * call.most).toLocaleString('en')} a second` : '–',
      best ? ms(best.posting.all.p99) : '–',
      best ? share(best.posting.serverShare) : '–',
      best ? share(best.posting.loadShare) : '–',
      last && last !== best
        ? `${last.rate} ideas/s: p99 ${ms(last.posting.all.p99)}, server ${share(last.posting.serverShare)}, load side ${share(last.posting.loadShare)}`
        : 'not reached',
    ]
  })
  return {
    figures: { phones: call.most, climbs },
    verdicts: [],
    tables: [
      {
        title: `Capacity: the most that ${call.most} phones all see with p99 ≤ ${longest} ms`,
        head: ['server', 'ideas', 'deliveries', 'p99', 'server', 'load side', 'the last step'],
        rows,
      },
    ],
    problems,
  }
}

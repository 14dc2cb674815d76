/** As phones write: ideas that wait for a shuffled batch of five seconds before the room sees them. */
import { gather } from './gather.ts'
import { firstMark, post } from './round.ts'
import { ms, restOf, type Scenario, share } from './scenario.ts'

const rate = 10

export const phones: Scenario = async (bench) => {
  const { call } = bench
  const peer = await bench.pleinbord()
  const { seen, room, people, leave } = await gather(peer, { phones: call.phones, ideas: 300, rest: restOf(bench) })
  const problems: string[] = []
  const posting = await post(peer, people, seen, { rate, seconds: Math.min(call.seconds, 20) }, firstMark, problems)
  problems.push(...seen.problems(), ...(await room.problems()))
  await leave()
  const { answered, all, cpuPerThousand, serverShare } = posting
  return {
    figures: { phones: call.phones, posting },
    verdicts: [],
    tables: [
      {
        title: `${call.phones} phones write ${rate} ideas/s, which the room gets in shuffled batches of 5 s`,
        head: ['answered p50', 'p95', 'p99', 'seen by all p99', 'CPU per 1,000 deliveries', 'core'],
        rows: [
          [
            ms(answered?.p50 ?? Number.NaN),
            ms(answered?.p95 ?? Number.NaN),
            ms(answered?.p99 ?? Number.NaN),
            ms(all.p99),
            `${cpuPerThousand.toFixed(2)} ms`,
            share(serverShare),
          ],
        ],
      },
    ],
    problems,
  }
}

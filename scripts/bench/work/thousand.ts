/** P6: one full room. */
import { median } from '../figures.ts'
import { gather } from './gather.ts'
import { firstMark, type Posting, post } from './round.ts'
import { ms, restOf, type Scenario, share } from './scenario.ts'

const rate = 10

export const thousand: Scenario = async (bench) => {
  const { call, say } = bench
  const peer = await bench.pleinbord()
  const { seen, room, people, leave } = await gather(peer, { phones: call.most, ideas: 300, rest: restOf(bench) })
  const problems: string[] = []
  const writers = room.writers(people)
  const runs: Posting[] = []
  for (let repetition = 0; repetition < Math.min(call.repetitions, call.quick ? 1 : 3); repetition += 1) {
    const from = firstMark + repetition * rate * call.seconds
    const posting = await post(peer, writers, seen, { rate, seconds: call.seconds }, from, problems)
    runs.push(posting)
    say(`${call.most} phones: p99 ${ms(posting.all.p99)}, ${share(posting.serverShare)} of the core, load side ${share(posting.loadShare)}`)
  }
  problems.push(...seen.problems(), ...(await room.problems()))
  await leave()
  const of = (look: (one: Posting) => number) => median(runs.map(look))
  const core = of(({ serverShare }) => serverShare)
  const deliveries = runs.reduce((sum, one) => sum + one.deliveries, 0)
  return {
    figures: { phones: call.most, rate, runs },
    verdicts: [
      { goal: 'P6', what: `${call.most} phones, ${rate} ideas/s: missing, doubled or unequal`, figure: problems.length, most: 0, unit: '' },
      { goal: 'P6', what: `${call.most} phones, ${rate} ideas/s: the core`, figure: core * 100, most: 15, unit: '%' },
    ],
    tables: [
      {
        title: `${call.most} phones in one Plein, ${rate} ideas/s, ${deliveries} deliveries, medians of ${runs.length}`,
        head: ['seen by all p50', 'p95', 'p99', 'CPU per 1,000 deliveries', 'core', 'load side'],
        rows: [
          [
            ms(of(({ all }) => all.p50)),
            ms(of(({ all }) => all.p95)),
            ms(of(({ all }) => all.p99)),
            `${of((one) => one.cpuPerThousand).toFixed(2)} ms`,
            share(core),
            share(of(({ loadShare }) => loadShare)),
          ],
        ],
      },
    ],
    problems,
  }
}

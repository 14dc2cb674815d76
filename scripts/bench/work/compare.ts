/** P1 to P4: the product beside a raw relay and Hocuspocus, in turn, on the same work. */
import { median } from '../figures.ts'
import { type PeerName, peerNames } from '../peers/peer.ts'
import { commits } from './commits.ts'
import { burstOf, playRound, type Round, type Shape } from './round.ts'
import { type Bench, type Found, ms, share, type Table, type Verdict } from './scenario.ts'

type Rounds = Record<PeerName, Round[]>
type Figures = {
  p50: number
  p95: number
  p99: number
  answered: number
  cpu: number
  server: number
  load: number
  late: number
  burst: number
  newcomers: number
  perNewcomer: number
  returning: number
  perReturn: number
}

const figuresOf = (rounds: readonly Round[]): Figures => {
  const of = (look: (round: Round) => number) => median(rounds.map(look))
  return {
    p50: of(({ posting }) => posting.all.p50),
    p95: of(({ posting }) => posting.all.p95),
    p99: of(({ posting }) => posting.all.p99),
    answered: of(({ posting }) => posting.answered?.p99 ?? Number.NaN),
    cpu: of(({ posting }) => posting.cpuPerThousand),
    server: of(({ posting }) => posting.serverShare),
    load: of(({ posting }) => posting.loadShare),
    late: Math.max(...rounds.map(({ posting }) => posting.late)),
    burst: of(({ burst }) => burst),
    newcomers: of((round) => round.newcomers.times.p95),
    perNewcomer: of((round) => round.newcomers.cpuPerJoin),
    returning: of((round) => round.returning.times.p95),
    perReturn: of((round) => round.returning.cpuPerJoin),
  }
}

const tableOf = (all: Record<PeerName, Figures>, shape: Shape, repetitions: number): Table => ({
  title: `${shape.phones} phones, ${shape.rate} ideas/s for ${shape.seconds} s on a board of ${shape.ideas}, medians of ${repetitions}`,
  head: [
    'server',
    'seen by all p50',
    'p95',
    'p99',
    'answered p99',
    'CPU per 1,000 deliveries',
    'core',
    'load side',
    `burst of ${burstOf}`,
    'newcomers p95',
    'CPU each',
    'back p95',
    'CPU each',
  ],
  rows: peerNames.map((name) => {
    const one = all[name]
    return [
      name,
      ms(one.p50),
      ms(one.p95),
      ms(one.p99),
      Number.isNaN(one.answered) ? 'nothing answers' : ms(one.answered),
      `${one.cpu.toFixed(2)} ms`,
      share(one.server),
      share(one.load),
      ms(one.burst),
      ms(one.newcomers),
      `${one.perNewcomer.toFixed(2)} ms`,
      ms(one.returning),
      `${one.perReturn.toFixed(2)} ms`,
    ]
  }),
})

const verdictsOf = ({ relay, hocuspocus, pleinbord }: Record<PeerName, Figures>, commit: number): Verdict[] => {
  const ratio = (goal: string, what: string, other: Figures, of: (one: Figures) => number, most: number): Verdict => ({
    goal,
    what,
    figure: of(pleinbord) / of(other),
    most,
    unit: '×',
  })
  return [
    ratio('P1', 'post → seen by all, p99 ÷ relay', relay, (one) => one.p99, 1.25),
    ratio('P1', 'post → seen by all, p50 ÷ relay', relay, (one) => one.p50, 1.3),
    { goal: 'P1', what: "p99 above the relay's p99 and a commit's p99", figure: pleinbord.p99 - relay.p99 - commit, most: 0, unit: 'ms' },
    ratio('P2', 'CPU per 1,000 deliveries ÷ relay', relay, (one) => one.cpu, 0.9),
    ratio('P2', 'CPU per 1,000 deliveries ÷ Hocuspocus', hocuspocus, (one) => one.cpu, 0.65),
    ratio('P3', 'burst of 50 seen by all ÷ relay', relay, (one) => one.burst, 0.12),
    ratio('P3', 'burst of 50 seen by all ÷ Hocuspocus', hocuspocus, (one) => one.burst, 0.6),
    ratio('P4', 'all come back at once, p95 ÷ relay', relay, (one) => one.returning, 1),
    ratio('P4', 'all come back at once, p95 ÷ Hocuspocus', hocuspocus, (one) => one.returning, 0.25),
    ratio('P4', 'all are new and come at once, p95 ÷ relay', relay, (one) => one.newcomers, 1),
    ratio('P4', 'all are new and come at once, p95 ÷ Hocuspocus', hocuspocus, (one) => one.newcomers, 0.25),
  ]
}

export const compare = async (bench: Bench): Promise<Found> => {
  const { call, say } = bench
  const shape: Shape = {
    phones: call.phones,
    ideas: 300,
    rate: 10,
    seconds: call.seconds,
    bursts: call.quick ? 3 : 5,
    rest: call.phones < 100 ? 100 : 1000,
  }
  const rounds: Rounds = { relay: [], hocuspocus: [], pleinbord: [] }
  const waited: number[] = []
  // Each has run a little before it is measured: what a compiler does in the first seconds is no part of a Plein.
  for (const name of peerNames) await playRound(await bench.peer(name), { ...shape, seconds: Math.min(2, call.seconds), bursts: 1 })
  for (let repetition = 0; repetition < call.repetitions; repetition += 1) {
    // Each is first, second and last in turn.
    for (const place of peerNames.keys()) {
      const name = peerNames[(place + repetition) % peerNames.length]!
      const round = await playRound(await bench.peer(name), shape)
      rounds[name].push(round)
      const { all, cpuPerThousand, loadShare } = round.posting
      say(
        `${name} ${repetition + 1}/${call.repetitions}: p99 ${ms(all.p99)}, ${cpuPerThousand.toFixed(2)} ms CPU per 1,000, burst ${ms(round.burst)}, back p95 ${ms(round.returning.times.p95)}, new p95 ${ms(round.newcomers.times.p95)}; load side ${share(loadShare)}`,
      )
    }
    waited.push(await commits())
  }
  const all = { relay: figuresOf(rounds.relay), hocuspocus: figuresOf(rounds.hocuspocus), pleinbord: figuresOf(rounds.pleinbord) }
  return {
    figures: { shape, commitP99: median(waited), medians: all, rounds },
    verdicts: verdictsOf(all, median(waited)),
    tables: [tableOf(all, shape, call.repetitions)],
    problems: peerNames.flatMap((name) => rounds[name].flatMap(({ problems }) => problems.map((problem) => `${name}: ${problem}`))),
  }
}

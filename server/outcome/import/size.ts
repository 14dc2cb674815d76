/** How much of each list is taken in. The rules bound ideas, phases and the sources of a wording; of wordings, votes and plays they bound nothing,
 *  so these stand far above what a room can do in its days, and no file may hold so much that everybody waits for it. */
import type { Outcome } from '../schema.ts'

const most = {
  /** Each with 500 signs that differ costs a word difference of 4 ms. */
  chain: 200,
  /** 200 of a coach, and the proposal that it came from. */
  sources: 201,
  clusters: 2000,
  rounds: 500,
  played: 2000,
  perspectives: 50,
  merged: 2000,
  asks: 2000,
  /** Of all votes together. */
  asked: 10_000,
  /** Ideas that stand behind the sources of all wordings together: pages tell them at each. */
  behind: 100_000,
}

type Sized = [pointer: string, count: number, maximum: number]

function* sizes({ plein, chain, clusters, rounds, played }: Outcome): Generator<Sized> {
  yield ['/chain', chain.length, most.chain]
  yield ['/clusters', clusters.length, most.clusters]
  yield ['/rounds', rounds.length, most.rounds]
  yield ['/played', played.length, most.played]
  yield ['/plein/perspectives', plein.perspectives.length, most.perspectives]
  for (const [at, { sources }] of chain.entries()) yield [`/chain/${at}/sources`, sources.length, most.sources]
  for (const [at, { asks }] of rounds.entries()) yield [`/rounds/${at}/asks`, asks.length, most.asks]
  yield ['/rounds', rounds.reduce((sum, { asks }) => sum + asks.length, 0), most.asked]
  for (const [at, { result }] of rounds.entries()) {
    if (!result) continue
    yield [`/rounds/${at}/result/perspectives`, result.perspectives.length, most.perspectives]
    yield [`/rounds/${at}/result/clusters`, result.clusters.length, most.clusters]
    for (const [row, { merged }] of result.rows.entries()) yield [`/rounds/${at}/result/rows/${row}/merged`, merged.length, most.merged]
  }
  const held = new Map(clusters.map(({ id, ideas }) => [id, ideas.length]))
  const behind = chain.flatMap(({ sources }) =>
    sources.map((source) => (source.kind === 'cluster' ? (held.get(source.now ?? source.id) ?? 0) : 0)),
  )
  yield ['/chain', behind.reduce((sum, count) => sum + count, 0), most.behind]
}

/** `null`: it fits. */
export const tooMuch = (outcome: Outcome): { pointer: string; maximum: number } | null => {
  for (const [pointer, count, maximum] of sizes(outcome)) if (count > maximum) return { pointer, maximum }
  return null
}

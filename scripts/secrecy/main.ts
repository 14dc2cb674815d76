/** `npm run secrecy -- [wire|order|votes|files|all] [--sessions N] [--seats N] [--seed S] [--minutes M] [--json] [--planted | --database FOLDER]`: whether anything leaks. See docs/reliability.md. */
import { clock } from '../../server/world.ts'
import { called } from '../players/call.ts'
import { type Call, callOf, type Part, usage } from './call.ts'
import { dumps } from './dump.ts'
import { releaseOrder } from './order.ts'
import { ownDatabase, WrongDatabase } from './ownDatabase.ts'
import { plantedRows } from './planted.ts'
import { printed } from './print.ts'
import { pulses } from './pulses.ts'
import { exitCode, type Row } from './row.ts'
import { thresholds } from './thresholds.ts'
import { wireInMemory, wireOnSockets } from './wire.ts'

/** A part that cannot be played to its end has shown nothing. */
const part = async (test: string, look: () => Promise<Row[]>): Promise<Row[]> => {
  try {
    return await look()
  } catch (problem) {
    const said = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
    return [{ test, what: 'could not be looked at', measured: said, goal: 'looked at', breaches: [], unjudged: said.split('\n')[0] }]
  }
}

/** Each part may take its share of the time, so that none of them is left out. */
async function* looked({ only, sessions, seats, seed, minutes, planted, database }: Call): AsyncGenerator<Row[]> {
  if (database !== null) {
    yield ownDatabase(database, clock())
    return
  }
  if (planted) {
    yield await plantedRows(seed)
    return
  }
  // Alone, a part has half of the time: the wire has two of them.
  const until = (share: number): number => performance.now() + minutes * 60_000 * (only === 'all' ? share : 0.5)
  const wanted = (name: Part): boolean => only === 'all' || only === name
  // Five sigmas of chance alone, where there are too few batches for 0.02.
  const most = Math.max(0.02, (5 * 0.289) / Math.sqrt(sessions * 10))
  if (wanted('wire')) yield await part('T20', async () => [await wireInMemory(sessions, seed, until(0.2))])
  if (wanted('wire')) yield await part('T20', async () => [await wireOnSockets(Math.ceil(sessions / 10), seed, until(0.2))])
  if (wanted('order')) yield await part('T23', () => releaseOrder(sessions * 20, seed, { until: until(0.1), most }))
  if (wanted('votes')) yield await part('T24', () => thresholds({ until: until(0.1) }))
  if (wanted('votes')) yield await part('T24', () => pulses({ until: until(0.1) }))
  if (wanted('files')) yield await part('T21', () => dumps(sessions, seats, seed, { until: until(0.4) }))
}

const sentences = ['Nothing leaked.', 'Something leaks.', 'Nothing was found that leaks, and not everything could be judged.']
const ofPlanted = ['Each planted leak was found.', 'A planted leak was not found.', 'Nothing was planted.']

const main = async (): Promise<number> => {
  const call = called(usage, callOf)
  const rows: Row[] = []
  if (call.database === null) console.error(`seed ${call.seed}`)
  try {
    for await (const some of looked(call)) {
      rows.push(...some)
      if (!call.json) console.log(printed(some))
    }
  } catch (error) {
    if (!(error instanceof WrongDatabase)) throw error
    console.error(error.message)
    return 2
  }
  const code = exitCode(rows)
  if (call.json) console.log(JSON.stringify({ seed: call.seed, ok: code === 0, rows }, null, 2))
  else console.log(`\n${(call.planted ? ofPlanted : sentences)[code]}`)
  return code
}

// Whoever still holds a line after something went wrong does not keep it from ending.
process.exit(await main())

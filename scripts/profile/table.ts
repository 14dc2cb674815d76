/** Where the time of a profile went, by the work and not by the function. */
import type { Frame, Profile } from './inspector.ts'

/** The first that knows a frame takes its time; the time of what nobody knows (the machinery below) goes to whoever called it. */
const works: readonly [work: string, knows: RegExp][] = [
  ['idle', /^\(idle\)/],
  ['garbage collection', /^\(garbage collector\)/],
  ['to the network (write)', /^(writeBuffer|writev|writeUtf8String|writeLatin1String|writeGeneric|writevGeneric|handleWriteReq) /],
  ['counts of the room', /live\/crowd\.ts|^counts .*hall\.ts/],
  ['rights and own things', /^(tellMay|mayOf|ownOf|tellMuted|may) /],
  ['decide', /^\w* .*shared\/domain\/decide\.ts|^decideSafely /],
  ['evolve', /shared\/domain\/evolve\.ts/],
  ['project', /shared\/domain\/project\//],
  ['Yjs transaction', /live\/documents\.ts/],
  ['snapshot for who comes in', /live\/(snapshot|missed)\.ts/],
  ['sealing ballots', /live\/(sealing|seal)\.ts|keys\/envelope\.ts/],
  ['hand-over to the disk', /store\/sqlite\.ts/],
  ['schema of a command', /wire\/(commands|shape|fields)\.ts|node_modules\/zod\//],
  ['answers and their ledger', /live\/answers\.ts/],
  ['frame to all readers', /live\/(readers|yjs|wire|lines)\.ts/],
  ['Socket.io', /node_modules\/(socket\.io|engine\.io)/],
  ['WebSocket (ws)', /node_modules\/ws\//],
  ['HTTP', /server\/(http|access)\/|node_modules\/(express|router|pino|helmet|send)|node:_http/],
  ['the rest of the room', /server\/live\/|shared\/domain\//],
]

const nameOf = ({ functionName, url }: Frame): string => `${functionName || '(anonymous)'} ${url}`

export type Row = { work: string; milliseconds: number }

/** Rows by time, `idle` last. */
export const tableOf = ({ nodes, samples, timeDeltas }: Profile): Row[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id] as const)))
  const known = new Map<number, string>()
  const workOf = (id: number): string => {
    const before = known.get(id)
    if (before) return before
    const node = byId.get(id)
    const name = node ? nameOf(node.callFrame) : ''
    const own = works.find(([, knows]) => knows.test(name))?.[0]
    const parent = parents.get(id)
    const work = own ?? (parent === undefined ? 'Node.js itself' : workOf(parent))
    known.set(id, work)
    return work
  }
  const sums = new Map<string, number>()
  for (const [place, id] of samples.entries()) {
    const work = workOf(id)
    sums.set(work, (sums.get(work) ?? 0) + (timeDeltas[place] ?? 0) / 1000)
  }
  const rows = [...sums].map(([work, milliseconds]) => ({ work, milliseconds }))
  return rows.sort((a, b) => Number(a.work === 'idle') - Number(b.work === 'idle') || b.milliseconds - a.milliseconds)
}

/** `per`: what one unit of the load is called, and how many there were. */
export const printed = (rows: readonly Row[], per: { name: string; count: number }): string => {
  const busy = rows.filter(({ work }) => work !== 'idle')
  const all = busy.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const line = (work: string, milliseconds: number): string =>
    `  ${work.padEnd(28)}${milliseconds.toFixed(0).padStart(8)} ms${((100 * milliseconds) / all).toFixed(1).padStart(7)} %${((1000 * milliseconds) / per.count).toFixed(0).padStart(8)} µs a ${per.name}`
  return [
    ...busy.filter(({ milliseconds }) => milliseconds >= all / 200).map((row) => line(row.work, row.milliseconds)),
    line('all', all),
  ].join('\n')
}

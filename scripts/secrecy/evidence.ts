/** What somebody who holds the files can read about one Plein, without the code of the server. */
import { type PhysicalRow, physicalRows, rowsOf, together, transactionsOf, type Value } from './pages.ts'

type Table = 'seats' | 'keys' | 'answers' | 'ballots' | 'events' | 'sealed'
/** `page`: where it stands, or where the rest of it does. */
export type Found = { table: Table; values: Value[]; page: number }

const isHash = (value: Value | undefined): boolean => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isJson = (value: Value | undefined): value is string => typeof value === 'string' && value.startsWith('{')
const roles: readonly unknown[] = ['coach', 'owner', 'participant', 'screen']

/** By the form of the row, as no name stands in a page. */
const tableOf = ([, second, third, fourth]: Value[], length: number): Table | null => {
  if (roles.includes(third) && isHash(fourth)) return 'seats'
  if (length === 3 && /^(card|name)\//.test(String(second))) return 'sealed'
  if (length === 3 && isHash(second) && typeof third === 'string') return 'keys'
  if (length === 4 && isHash(second) && isJson(fourth)) return 'answers'
  if (length === 4 && typeof second === 'number' && typeof third === 'number') return 'events'
  return length === 4 && typeof second === 'string' && typeof third === 'string' && typeof fourth === 'string' ? 'ballots' : null
}

const found = (rows: readonly PhysicalRow[], plein: string): Found[] =>
  rows.flatMap(({ values, page, further }) => {
    if (values[0] !== plein) return []
    const table = tableOf(values, values.length)
    return table ? [{ table, values, page: further ?? page }] : []
  })

export type Event = { version: number; type: string; idea?: string; text?: string } & Record<string, unknown>
export type Evidence = {
  /** In the order in which they stand in the file. */
  rows: Found[]
  events: Event[]
  /** Of the log of writes, oldest first. */
  written: Found[][]
  /** The last of them, of which is certain what was there before. */
  recent: Found[][]
}

const eventOf = ({ values: [, version, , event] }: Found): Event[] => {
  try {
    return [{ ...(JSON.parse(String(event)) as Event), version: Number(version) }]
  } catch {
    // Longer than its page, where only that is known; none of the events that speak of one idea is.
    return []
  }
}

const text = ({ table, values }: Found): string => `${table} ${JSON.stringify(values)}`

/** What each transaction wrote that was not there before. Frames of an earlier use of the log are older than what stands in the file, those of
 *  this one are newer. */
const writtenIn = (database: Buffer, log: Buffer, plein: string): Pick<Evidence, 'written' | 'recent'> => {
  const known = new Set<string>()
  const fresh = (pages: Map<number, Buffer>): Found[] => {
    const rows = found(
      [...pages].flatMap(([number, page]) => rowsOf(page, number)),
      plein,
    )
    return rows.filter((one) => !known.has(text(one)) && known.add(text(one)))
  }
  const transactions = transactionsOf(log)
  const earlier = transactions.filter(({ stale }) => stale).map(({ pages }) => fresh(pages))
  for (const one of found(physicalRows(database), plein)) known.add(text(one))
  const recent = transactions.filter(({ stale }) => !stale).map(({ pages }) => fresh(pages))
  return { written: [...earlier, ...recent], recent }
}

export const evidenceOf = (database: Buffer, log: Buffer, plein: string): Evidence => {
  const rows = found(physicalRows(together(database, log)), plein)
  return { rows, events: rows.filter(({ table }) => table === 'events').flatMap(eventOf), ...writtenIn(database, log, plein) }
}

/** Transactions in which an idea was written, by the rows of its keys, and whether a seat or a ballot was written too. */
export const ideasWritten = ({ recent }: Evidence): { keys: string; tied: boolean }[] =>
  recent.flatMap((rows) => {
    const keys = rows.filter(({ table }) => table === 'keys').map(text)
    return keys.length > 0 ? [{ keys: keys.join(), tied: rows.some(({ table }) => table === 'seats' || table === 'ballots') }] : []
  })

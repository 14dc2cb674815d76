/** What is in the database file, read without the server's own code. The server must have ended: it holds the lock. */
import { DatabaseSync } from 'node:sqlite'
import type { PleinEvent } from '../../shared/domain/events.ts'

export type StoredPlein = {
  events: PleinEvent[]
  /** The events are numbered 1, 2, 3 … */
  numbered: boolean
  /** `round voter`; what is in them is sealed. */
  ballots: Set<string>
  /** By SHA-256 of the token. */
  seats: Map<string, { seat: string; perspective: string | null }>
}
export type Stored = { integrity: string; pleins: Map<string, StoredPlein> }

type Row = Record<string, string | number | null>

export const readStored = (file: string): Stored => {
  const database = new DatabaseSync(file)
  const rows = (sql: string, ...values: string[]): Row[] => database.prepare(sql).all(...values) as Row[]
  try {
    const integrity = rows('PRAGMA integrity_check').map((row) => String(row['integrity_check']))
    const pleins = rows('SELECT plein FROM pleins').map(({ plein }): [string, StoredPlein] => {
      const id = String(plein)
      const events = rows('SELECT version, event FROM events WHERE plein = ? ORDER BY version', id)
      return [
        id,
        {
          events: events.map(({ event }) => JSON.parse(String(event)) as PleinEvent),
          numbered: events.every(({ version }, place) => version === place + 1),
          ballots: new Set(rows('SELECT round, voter FROM ballots WHERE plein = ?', id).map(({ round, voter }) => `${round} ${voter}`)),
          seats: new Map(
            rows('SELECT seat, token_hash, perspective FROM seats WHERE plein = ?', id).map((row) => [
              String(row['token_hash']),
              { seat: String(row['seat']), perspective: row['perspective'] === null ? null : String(row['perspective']) },
            ]),
          ),
        },
      ]
    })
    return { integrity: integrity.join('; '), pleins: new Map(pleins) }
  } finally {
    database.close()
  }
}

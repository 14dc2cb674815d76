/** The log of one Plein as rows. A throw means that nothing of it may stay. */
import type { PleinEvent, StoredEvent } from '../../../shared/domain/events.ts'
import { silenced } from '../../../shared/domain/ideas/silence.ts'
import type { IdeaId, PleinId } from '../../../shared/domain/state.ts'
import type { Commit } from '../contract.ts'
import type { Sql } from './sql.ts'

export const stored = (row: Record<string, unknown>): StoredEvent => ({
  version: Number(row['version']),
  v: Number(row['form']) as 1,
  event: JSON.parse(String(row['event'])) as PleinEvent,
})

const replace = ({ run }: Sql, plein: PleinId, events: readonly StoredEvent[]): void => {
  for (const { version, v, event } of events) {
    const stored = JSON.stringify(event)
    const { changes } = run('UPDATE events SET form = ?, event = ? WHERE plein = ? AND version = ?', v, stored, plein, version)
    if (Number(changes) !== 1) throw new Error('There is no event of that version to redact.')
  }
}

/** Takes the words of these ideas out of the log. */
export const silence = (on: Sql, plein: PleinId, ideas: readonly IdeaId[]): void => {
  for (const idea of ideas) {
    const rows = on.all(
      "SELECT version, form, event FROM events INDEXED BY events_of_idea WHERE plein = ? AND json_extract(event, '$.idea') = ? ORDER BY version",
      plein,
      idea,
    )
    replace(on, plein, silenced(rows.map(stored), [idea]))
  }
}

export const writeLog = (on: Sql, plein: PleinId, { events = [], redactions = [], withdrawn = [] }: Commit): void => {
  for (const { version, v, event } of events)
    on.run('INSERT INTO events (plein, version, form, event) VALUES (?, ?, ?, ?)', plein, version, v, JSON.stringify(event))
  replace(on, plein, redactions)
  silence(on, plein, withdrawn)
}

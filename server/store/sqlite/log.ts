/** The log of one Plein as rows. A throw means that nothing of it may stay. */
import type { PleinEvent, StoredEvent } from '../../../shared/domain/events.ts'
import { outdated as outdatedIn, silenced } from '../../../shared/domain/ideas/silence.ts'
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

const eventsOf = ({ all }: Sql, plein: PleinId, idea: IdeaId): StoredEvent[] =>
  all(
    "SELECT version, form, event FROM events INDEXED BY events_of_idea WHERE plein = ? AND json_extract(event, '$.idea') = ? ORDER BY version",
    plein,
    idea,
  ).map(stored)

/** Takes the words of these ideas out of the log. */
export const silence = (on: Sql, plein: PleinId, ideas: readonly IdeaId[]): void => {
  for (const idea of ideas) replace(on, plein, silenced(eventsOf(on, plein, idea), [idea]))
}

/** Takes what ideas and the owner's last word said before they were changed out of the log. */
export const silenceOutdated = (on: Sql, plein: PleinId): void => {
  const said = on.all(
    "SELECT version, form, event FROM events WHERE plein = ? AND json_extract(event, '$.type') = 'owner.worded' ORDER BY version",
    plein,
  )
  replace(on, plein, outdatedIn(said.map(stored)))
  const edited = on.all(
    "SELECT DISTINCT json_extract(event, '$.idea') AS idea FROM events WHERE plein = ? AND json_extract(event, '$.type') = 'idea.edited'",
    plein,
  )
  for (const { idea } of edited) replace(on, plein, outdatedIn(eventsOf(on, plein, String(idea))))
}

export const writeLog = (on: Sql, plein: PleinId, { events = [], redactions = [], withdrawn = [], outdated }: Commit): void => {
  for (const { version, v, event } of events)
    on.run('INSERT INTO events (plein, version, form, event) VALUES (?, ?, ?, ?)', plein, version, v, JSON.stringify(event))
  replace(on, plein, redactions)
  silence(on, plein, withdrawn)
  if (outdated) silenceOutdated(on, plein)
}

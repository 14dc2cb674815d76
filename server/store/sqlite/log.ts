/** The log of one Plein as rows. A throw means that nothing of it may stay. */
import type { PleinEvent, StoredEvent } from '../../../shared/domain/events.ts'
import { outdated, ownersWord, silenced, type Told, told } from '../../../shared/domain/ideas/silence.ts'
import type { IdeaId, PleinId } from '../../../shared/domain/state.ts'
import type { Commit } from '../contract.ts'
import type { Changed } from '../erased.ts'
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

const wordedIn = ({ all }: Sql, plein: PleinId): StoredEvent[] =>
  all(
    "SELECT version, form, event FROM events WHERE plein = ? AND json_extract(event, '$.type') = 'owner.worded' ORDER BY version",
    plein,
  ).map(stored)
const saidOf = (on: Sql, plein: PleinId, idea: IdeaId): StoredEvent[] =>
  idea === ownersWord ? wordedIn(on, plein) : eventsOf(on, plein, idea)

/** Of an idea, or of the owner. Nothing when it is not in this log. */
export const toldOf = (on: Sql, plein: PleinId, idea: IdeaId): Told | undefined => told(saidOf(on, plein, idea)).get(idea)

/** Takes what it said before it was changed out of the log. */
export const silenceFormer = (on: Sql, plein: PleinId, idea: IdeaId): void => replace(on, plein, outdated(saidOf(on, plein, idea)))

/** Of all ideas and of the owner's last word. The answer: which were changed, in the order of their ids. */
export const silenceOutdated = (on: Sql, plein: PleinId): Changed[] => {
  const edited = on.all(
    "SELECT DISTINCT json_extract(event, '$.idea') AS idea FROM events WHERE plein = ? AND json_extract(event, '$.type') = 'idea.edited' ORDER BY idea",
    plein,
  )
  return [ownersWord, ...edited.map(({ idea }) => String(idea))].flatMap((idea) => {
    const said = saidOf(on, plein, idea)
    const now = told(said).get(idea)
    if (!now) return []
    replace(on, plein, outdated(said))
    return [{ idea, last: now.last, changes: now.changes }]
  })
}

/** The answer: as of `silenceOutdated`. */
export const writeLog = (on: Sql, plein: PleinId, { events = [], redactions = [], withdrawn = [], outdated }: Commit): Changed[] => {
  for (const { version, v, event } of events)
    on.run('INSERT INTO events (plein, version, form, event) VALUES (?, ?, ?, ?)', plein, version, v, JSON.stringify(event))
  replace(on, plein, redactions)
  silence(on, plein, withdrawn)
  return outdated ? silenceOutdated(on, plein) : []
}

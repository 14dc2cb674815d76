/** A backup that was put back knows nothing of what was erased after it: it is erased again, before anybody reads it. Whatever was erased
 *  before the backup is not there, so it does no harm to ask again. */
import type { PleinEvent } from '../../../shared/domain/events.ts'
import { ownersWord } from '../../../shared/domain/ideas/silence.ts'
import { rowOf } from '../../../shared/domain/names/row.ts'
import type { IdeaId, PleinId } from '../../../shared/domain/state.ts'
import { ownText } from '../ownText.ts'
import { sealedName } from '../sealedName.ts'
import { forgetAddress, takePageBack } from './blog.ts'
import type { Entry } from './ledger.ts'
import { silence, silenceFormer, silenceOutdated, toldOf } from './log.ts'
import type { Sql } from './sql.ts'
import { deleteAll, eraseOwnTexts } from './write.ts'

const append = ({ run }: Sql, plein: PleinId, event: PleinEvent): void => {
  run(
    'INSERT INTO events (plein, version, form, event) SELECT plein, version + 1, 1, ? FROM pleins WHERE plein = ?',
    JSON.stringify(event),
    plein,
  )
  run('UPDATE pleins SET version = version + 1 WHERE plein = ?', plein)
}

/** The card that it was, and what its author said of the names of its groups, with the answer: in the backup both stand in one sealed row. */
const withdrawSealed = ({ all, run }: Sql, plein: PleinId, idea: IdeaId): boolean => {
  const card = run('DELETE FROM sealed WHERE plein = ? AND name = ?', plein, sealedName.card(idea))
  let rows = Number(card.changes)
  for (const { hash } of all('SELECT hash FROM keys WHERE plein = ? AND idea = ?', plein, idea)) {
    const start = sealedName.name(rowOf(String(hash), ''))
    rows += Number(run('DELETE FROM sealed WHERE plein = ? AND substr(name, 1, length(?)) = ?', plein, start, start).changes)
  }
  return rows > 0
}

/** Its author withdrew it: words gone, and off every view. */
const withdraw = (on: Sql, plein: PleinId, idea: IdeaId): boolean => {
  const unsealed = withdrawSealed(on, plein, idea)
  const about = on.all(
    "SELECT json_extract(event, '$.type') AS type FROM events WHERE plein = ? AND json_extract(event, '$.idea') = ?",
    plein,
    idea,
  )
  // Written after the backup, so it is lost anyway.
  if (about.length === 0) return unsealed
  if (!about.some(({ type }) => type === 'idea.withdrawn')) append(on, plein, { type: 'idea.withdrawn', idea })
  silence(on, plein, [idea])
  return true
}

/** Of what the server does in somebody's place, on that day. */
const signed = ({ get }: Sql, plein: PleinId, day: string) => {
  const made = get('SELECT created_at FROM pleins WHERE plein = ?', plein)?.['created_at']
  return { by: 'server', seat: null, at: Math.max(Number(made ?? 0), Date.parse(day)) } as const
}

/** Changed since, and nobody can change it any more: the words of now that stand there are former ones, or those that wait. What the author
 *  meant is lost, so it is taken back for them. */
const takeFormerBack = (on: Sql, plein: PleinId, idea: IdeaId, last: number, changes: number, day: string): boolean => {
  const there = toldOf(on, plein, idea)
  if (!there || there.changes >= changes) return false
  if (idea !== ownersWord && there.changes < last) return withdraw(on, plein, idea)
  if (idea === ownersWord ? there.words.text === null : there.waits === null) return false
  append(on, plein, {
    ...(idea === ownersWord ? { type: 'owner.worded', text: null } : { type: 'edit.dropped', idea }),
    ...signed(on, plein, day),
  })
  silenceFormer(on, plein, idea)
  return true
}

/** It was closed for good. Closed again, the room that is loaded from it counts, freezes and seals by itself. */
const close = (on: Sql, plein: PleinId, day: string): boolean => {
  const row = on.get('SELECT stage FROM pleins WHERE plein = ?', plein)
  if (!row) return false
  on.run('DELETE FROM keys WHERE plein = ?', plein)
  on.run('DELETE FROM ballots WHERE plein = ?', plein)
  on.run('DELETE FROM sealed WHERE plein = ?', plein)
  eraseOwnTexts(on, plein)
  silenceOutdated(on, plein)
  if (row['stage'] === 'closed') return true
  const { at, ...by } = signed(on, plein, day)
  append(on, plein, { type: 'plein.closed', closesAt: at, ...by, at })
  on.run("UPDATE pleins SET stage = 'closed', closed_at = ? WHERE plein = ?", at, plein)
  return true
}

const one = (on: Sql, [day, ...erased]: Entry): boolean => {
  const changes = (sql: string, ...values: string[]): boolean => Number(on.run(sql, ...values).changes) > 0
  switch (erased[0]) {
    case 'deleted': {
      const was = on.get('SELECT plein FROM pleins WHERE plein = ?', erased[1]) !== undefined
      deleteAll(on, erased[1])
      return was
    }
    case 'sealed':
      return close(on, erased[1], day)
    case 'outdated':
      return takeFormerBack(on, erased[1], erased[2], Number(erased[3]), Number(erased[4]), day)
    case 'words':
      return withdraw(on, erased[1], erased[2])
    case 'card':
      return changes('DELETE FROM sealed WHERE plein = ? AND name = ?', erased[1], erased[2])
    case 'ballots':
      return changes('DELETE FROM ballots WHERE plein = ? AND round = ?', erased[1], erased[2])
    case 'seat':
      on.run('DELETE FROM texts WHERE plein = ? AND text = ?', erased[1], ownText.of(erased[2]))
      return changes('DELETE FROM seats WHERE plein = ? AND seat = ?', erased[1], erased[2])
    case 'link':
      return changes('UPDATE links SET value = ? WHERE plein = ? AND kind = ? AND value <> ?', erased[3], erased[1], erased[2], erased[3])
    case 'page':
      return takePageBack(on, erased[1], Number(erased[2]))
    case 'unshared':
      return changes('UPDATE blogs SET shared = 0 WHERE plein = ? AND shared = 1', erased[1])
    case 'address':
      return forgetAddress(on, erased[1], erased[2], 'unsure')
    default:
      return erased satisfies never
  }
}

/** Inside a transaction of the caller. The answer: how many of the ledger's lines found something of theirs. */
export const reapply = (on: Sql, ledger: readonly Entry[]): number => ledger.filter((entry) => one(on, entry)).length

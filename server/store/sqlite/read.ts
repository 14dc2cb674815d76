/** Every read of the store as SQL. */
import type { PleinId, Role } from '../../../shared/domain/state.ts'
import type { Listed, Loaded, StoredLink, StoredSeat } from '../contract.ts'
import { readBlog, readPage, readReminders } from './blog.ts'
import { stored } from './log.ts'
import type { Found, Read } from './messages.ts'
import type { Sql } from './sql.ts'

type Row = Record<string, unknown>

const seat = (row: Row): StoredSeat => ({
  id: String(row['seat']),
  role: String(row['role']) as Role,
  tokenHash: String(row['token_hash']),
  perspective: row['perspective'] === null ? null : String(row['perspective']),
  ready: row['ready'] === null ? null : String(row['ready']),
  hand: Number(row['hand']) === 1,
  clients: JSON.parse(String(row['clients'])) as number[],
  ...(row['since'] === null ? {} : { since: Number(row['since']) }),
})

const load = ({ get, all }: Sql, plein: PleinId): Loaded | null => {
  const row = get('SELECT version FROM pleins WHERE plein = ?', plein)
  if (!row) return null
  return {
    version: Number(row['version']),
    events: all('SELECT version, form, event FROM events WHERE plein = ? ORDER BY version', plein).map(stored),
    answers: all('SELECT key, digest, answer FROM answers WHERE plein = ? ORDER BY key', plein).map((stored) => ({
      key: String(stored['key']),
      digest: stored['digest'] === null ? null : String(stored['digest']),
      answer: String(stored['answer']),
    })),
    ballots: all('SELECT round, voter, ballot FROM ballots WHERE plein = ? ORDER BY round, voter', plein).map((stored) => ({
      round: String(stored['round']),
      voter: String(stored['voter']),
      ballot: String(stored['ballot']),
    })),
    seats: all(
      'SELECT seat, role, token_hash, perspective, ready, hand, clients, since FROM seats WHERE plein = ? ORDER BY seat',
      plein,
    ).map(seat),
    keys: all('SELECT hash, idea FROM keys WHERE plein = ? ORDER BY hash', plein).map((stored) => ({
      hash: String(stored['hash']),
      idea: String(stored['idea']),
    })),
    sealed: all('SELECT name, sealed FROM sealed WHERE plein = ? ORDER BY name', plein).map((stored) => ({
      name: String(stored['name']),
      sealed: String(stored['sealed']),
    })),
    texts: all('SELECT text, bytes, at FROM texts WHERE plein = ? ORDER BY text, number', plein).map((stored) => ({
      text: String(stored['text']),
      update: stored['bytes'] as Uint8Array,
      at: Number(stored['at']),
    })),
    links: all('SELECT kind, value FROM links WHERE plein = ? ORDER BY kind', plein).map((stored) => ({
      kind: String(stored['kind']) as StoredLink['kind'],
      value: String(stored['value']),
    })),
    ...(get('SELECT plein FROM blogs WHERE plein = ? AND shared = 1', plein) ? { blogShared: true as const } : {}),
  }
}

const list = ({ all }: Sql): Listed[] =>
  all(
    'SELECT plein, title, stage, created_at, closed_at, retain_until, locale, practice, retired FROM pleins ORDER BY created_at DESC, plein',
  ).map((row) => ({
    plein: String(row['plein']),
    title: String(row['title']),
    stage: String(row['stage']),
    createdAt: Number(row['created_at']),
    closedAt: row['closed_at'] === null ? null : Number(row['closed_at']),
    retainUntil: Number(row['retain_until']),
    locale: String(row['locale']),
    practice: Number(row['practice']) === 1,
    retired: row['retired'] === null ? null : (String(row['retired']) as Listed['retired']),
  }))

export const read = (on: Sql, asked: Read): Found => {
  switch (asked.ask) {
    case 'load':
      return load(on, asked.plein)
    case 'seatByToken': {
      const row = on.get(
        'SELECT plein, seat, role, token_hash, perspective, ready, hand, clients, since FROM seats WHERE token_hash = ?',
        asked.tokenHash,
      )
      return row ? { ...seat(row), plein: String(row['plein']) } : null
    }
    case 'pleinByLink': {
      const row = on.get('SELECT plein FROM links WHERE kind = ? AND value = ?', asked.link.kind, asked.link.value)
      return row ? String(row['plein']) : null
    }
    case 'list':
      return list(on)
    case 'blog':
      return readBlog(on, asked.plein)
    case 'blogPage':
      return readPage(on, asked.slug)
    case 'reminders':
      return readReminders(on)
  }
}

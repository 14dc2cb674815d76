/** Forms of the database, oldest first; `user_version` counts how many were done. A released one is never changed, only followed. */

// Rows without a rowid, under keys that are random: a running number would tell who came before whom.
const first = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE pleins (
  plein TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  retain_until INTEGER NOT NULL,
  locale TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  plein TEXT NOT NULL REFERENCES pleins (plein),
  version INTEGER NOT NULL,
  form INTEGER NOT NULL,
  event TEXT NOT NULL,
  PRIMARY KEY (plein, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE answers (
  plein TEXT NOT NULL REFERENCES pleins (plein),
  key TEXT NOT NULL,
  digest TEXT,
  answer TEXT NOT NULL,
  PRIMARY KEY (plein, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE ballots (
  plein TEXT NOT NULL REFERENCES pleins (plein),
  round TEXT NOT NULL,
  voter TEXT NOT NULL,
  ballot TEXT NOT NULL,
  PRIMARY KEY (plein, round, voter)
) STRICT, WITHOUT ROWID;
CREATE TABLE seats (
  plein TEXT NOT NULL REFERENCES pleins (plein),
  seat TEXT NOT NULL,
  role TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  perspective TEXT,
  clients TEXT NOT NULL,
  PRIMARY KEY (plein, seat)
) STRICT, WITHOUT ROWID;
CREATE TABLE keys (
  plein TEXT NOT NULL REFERENCES pleins (plein),
  hash TEXT NOT NULL,
  idea TEXT NOT NULL,
  PRIMARY KEY (plein, hash)
) STRICT, WITHOUT ROWID;
CREATE TABLE texts (
  plein TEXT NOT NULL REFERENCES pleins (plein),
  text TEXT NOT NULL,
  number INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (plein, text, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE links (
  plein TEXT NOT NULL REFERENCES pleins (plein),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (plein, kind),
  UNIQUE (kind, value)
) STRICT, WITHOUT ROWID;
`

/** What a person signals (ready, a raised hand), and Pleinen to practise with. */
const second = `
ALTER TABLE seats ADD COLUMN ready TEXT;
ALTER TABLE seats ADD COLUMN hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pleins ADD COLUMN practice INTEGER NOT NULL DEFAULT 0
`

/** When a Plein was closed, and what has gone since: both decide what goes next. */
const third = `
ALTER TABLE pleins ADD COLUMN closed_at INTEGER;
ALTER TABLE pleins ADD COLUMN retired TEXT;
UPDATE pleins SET closed_at = (
  SELECT json_extract(event, '$.at') FROM events
  WHERE events.plein = pleins.plein AND json_extract(event, '$.type') = 'plein.closed' ORDER BY version DESC LIMIT 1
) WHERE stage = 'closed'
`

/** Which events speak of an idea, so that withdrawing one does not read the whole log. */
const fourth = `
CREATE INDEX events_of_idea ON events (plein, json_extract(event, '$.idea'))
`

/** In which minute prose was written: from this follow its earlier versions. */
const fifth = `
ALTER TABLE texts ADD COLUMN at INTEGER NOT NULL DEFAULT 0
`

/** Cards for the coaches, and what authors say of the names of groups. */
const sixth = `
CREATE TABLE sealed (
  plein TEXT NOT NULL REFERENCES pleins (plein),
  name TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (plein, name)
) STRICT, WITHOUT ROWID
`

/** The blog of the day after: who writes it, the page under its address, and the one mail that reminds of it. */
const seventh = `
CREATE TABLE blogs (
  plein TEXT PRIMARY KEY REFERENCES pleins (plein),
  shared INTEGER NOT NULL DEFAULT 0,
  slug TEXT UNIQUE,
  page TEXT,
  published_at INTEGER,
  reminder TEXT,
  reminder_id TEXT,
  address TEXT,
  again INTEGER NOT NULL DEFAULT 0,
  tries INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID
`

/** Since when a device is in as coach, owner or screen. Of a participant it stays empty: it would tell who came when. */
const eighth = `
ALTER TABLE seats ADD COLUMN since INTEGER
`

export const migrations: readonly string[] = [first, second, third, fourth, fifth, sixth, seventh, eighth]

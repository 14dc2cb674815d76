/** A Plein in full swing for strangers to rattle at, and what stands in its database. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { claimWith, joinWith, type Made, makePlein } from '../players/http.ts'
import { takePen } from '../players/pen.ts'
import { connect, newId } from '../players/person.ts'

export type Seat = { role: 'participant' | 'coach' | 'owner' | 'screen'; token: string }
export type Room = {
  made: Made
  seats: Seat[]
  documents: Record<string, string>
  /** Of coaches who have written nothing. */
  textClients: { token: string; client: number }[]
  /** In the draft, letter by letter under one client id. */
  prose: { words: string; client: number }
}

export const furnish = async (url: string, key: string): Promise<Room> => {
  const programme = [{ kind: 'ideas' }, { kind: 'vote' }]
  const made = await makePlein(url, key, {
    title: 'Plein over het groen',
    dilemma: 'Wie zorgt er voor het groen?',
    locale: 'nl',
    programme,
  })
  const claims = await Promise.all([made.links.coach, made.links.owner, made.links.screen].map((link) => claimWith(url, link)))
  const phones = await Promise.all(Array.from({ length: 40 }, () => joinWith(url, made.links.join)))
  const coach = await connect(url, claims[0]!.token)
  await coach.ask({ type: 'plein.open' })
  await coach.board.until(() => coach.board.map('plein').get('current') !== undefined, 'the first phase')
  const phase = coach.board.map('plein').get('current')
  const fatma = await connect(url, phones[0]!.token)
  for (const text of ['Meer bankjes', 'Bomen in de bocht', 'Geveltuinen'])
    await fatma.ask({ type: 'idea.post', key: newId(), as: 'idea', text, phase })
  // The desk lists them a while later, and that is a change of its own.
  for (let tries = 0; coach.board.map('ideas').size < 3 && tries < 60; tries++) {
    await coach.ask({ type: 'ideas.release', ideas: 'all' })
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const owner = await connect(url, claims[1]!.token)
  const words = 'Van wie is de kade, als het donker is?'
  const pen = await takePen(url, owner, 'text/draft')
  await pen.write(words)
  await readDraft(url, coach.token, (read) => read === words)
  pen.put()
  // Of one seat the credits for prose would soon be gone, and what is refused for that is not looked at.
  const writers = await Promise.all(Array.from({ length: 12 }, async () => connect(url, (await claimWith(url, made.links.coach)).token)))
  const room: Room = {
    made,
    documents: coach.hello.documents,
    prose: { words, client: owner.hello.textClient ?? 0 },
    textClients: writers.flatMap(({ token, hello }) => (hello.textClient === null ? [] : [{ token, client: hello.textClient }])),
    seats: [
      ...claims.map(({ role, token }): Seat => ({ role: role as Seat['role'], token })),
      ...phones.map(({ token }): Seat => ({ role: 'participant', token })),
    ],
  }
  for (const person of [coach, fatma, owner, ...writers]) person.leave()
  return room
}

/** What somebody reads who opens the draft now, as soon as `until`; `null`: not within ten seconds. */
export const readDraft = async (url: string, token: string, until: (words: string) => boolean = () => true): Promise<string | null> => {
  const reader = await connect(url, token)
  const late = performance.now() + 10_000
  const pen = await Promise.race([takePen(url, reader, 'text/draft'), new Promise<null>((resolve) => setTimeout(resolve, 10_000, null))])
  while (pen !== null && !until(pen.words()) && performance.now() < late) await new Promise((resolve) => setTimeout(resolve, 50))
  const words = pen !== null && until(pen.words()) ? pen.words() : null
  pen?.put()
  reader.leave()
  return words
}

/** Every row of every table, as text, but the mark of the disk's test and the Yjs client ids: each visit of a coach is handed a new one.
 *  Only while no server has the file. */
export const rowsOf = (folder: string): Map<string, string[]> => {
  const database = new DatabaseSync(join(folder, 'pleinbord.db'), { readOnly: true })
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all() as { name: string }[]
    return new Map(
      tables.map(({ name }) => {
        const rows = database.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]
        return [
          name,
          rows
            .filter((row) => row['name'] !== 'probe')
            .map(({ clients, ...row }) => JSON.stringify(row))
            .sort(),
        ]
      }),
    )
  } finally {
    database.close()
  }
}

/** Tables whose rows differ: how many came and went, and the beginning of the first. */
export const differences = (before: Map<string, string[]>, after: Map<string, string[]>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((table) => {
    const [had, has] = [new Set(before.get(table)), new Set(after.get(table))]
    const came = [...has].filter((row) => !had.has(row))
    const went = [...had].filter((row) => !has.has(row))
    return came.length + went.length === 0
      ? []
      : [`${table}: ${came.length} came, ${went.length} went, ${(came[0] ?? went[0])!.slice(0, 300)}`]
  })

/** What a coach sees, read anew. */
export const seen = async (url: string, token: string): Promise<string> => {
  const coach = await connect(url, token)
  try {
    await coach.board.until(() => coach.board.version() > 0, 'the board is there')
    await coach.desk?.until(() => (coach.desk?.version() ?? 0) > 0, 'the desk is there')
    return `${coach.board.hash()} ${coach.desk?.hash()}`
  } finally {
    coach.leave()
  }
}

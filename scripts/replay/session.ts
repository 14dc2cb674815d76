/** A recorded session in the form `real-session/1` (docs/replay.md). Unknown fields are allowed and not looked at. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { WrongCall } from '../players/call.ts'

/** What is wrong with the file, as one sentence for the person who named it. */
export class WrongFile extends WrongCall {}

const id = z.union([z.string(), z.number()]).transform(String)
const at = z
  .number()
  .nullish()
  .transform((value) => value ?? null)

const File = z.looseObject({
  format: z.literal('real-session/1'),
  session: z.looseObject({ title: z.string().optional(), dilemma: z.string().nullish(), language: z.string().nullish() }),
  contributions: z.array(
    z.looseObject({ id, author: id.nullish().transform((value) => value ?? null), at, text: z.string(), moderation: z.string().nullish() }),
  ),
  vote_columns: z.array(z.string()).optional(),
  votes: z.array(z.array(z.unknown())).optional(),
  clusters: z.array(z.looseObject({ id, label: z.string().nullish(), members: z.array(id) })).optional(),
})

type Contribution = { id: string; author: string | null; at: number | null; text: string; rejected: boolean }
export type Vote = { voter: string; contribution: string; value: unknown; at: number | null; criterion: string | null }
export type Session = {
  title: string
  dilemma: string
  language: string
  contributions: Contribution[]
  votes: Vote[]
  /** Whether each vote names what was judged (`criterion`). */
  rated: boolean
  groups: { label: string; members: string[] }[]
}

const votesOf = (columns: string[], rows: unknown[][]): Vote[] => {
  const place = (name: string) => columns.indexOf(name)
  const [voter, contribution, value, when, criterion] = ['voter', 'contribution', 'value', 'at', 'criterion'].map(place) as [
    number,
    number,
    number,
    number,
    number,
  ]
  for (const [name, index] of Object.entries({ voter, contribution, value })) {
    if (rows.length > 0 && index < 0) throw new WrongFile(`The votes have no column "${name}".`)
  }
  return rows.map((row) => ({
    voter: String(row[voter]),
    contribution: String(row[contribution]),
    value: row[value],
    at: typeof row[when] === 'number' ? row[when] : null,
    criterion: criterion < 0 ? null : String(row[criterion]),
  }))
}

export const parseSession = (json: string): Session => {
  let raw: unknown
  try {
    raw = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new WrongFile(`This is not JSON: ${(error as Error).message}`)
  }
  const parsed = File.safeParse(raw)
  if (!parsed.success) throw new WrongFile(`This is no session in the form real-session/1.\n${z.prettifyError(parsed.error)}`)
  const { session, contributions, vote_columns = [], votes = [], clusters = [] } = parsed.data
  const known = new Set<string>()
  for (const one of contributions) {
    if (known.has(one.id)) throw new WrongFile(`Two contributions have the id "${one.id}".`)
    known.add(one.id)
  }
  return {
    title: session.title ?? '',
    dilemma: session.dilemma ?? '',
    language: session.language ?? 'en',
    contributions: contributions.map((one) => ({
      id: one.id,
      author: one.author,
      at: one.at,
      text: one.text,
      rejected: one.moderation === 'rejected',
    })),
    votes: votesOf(vote_columns, votes),
    rated: vote_columns.includes('criterion'),
    groups: clusters.map((cluster) => ({ label: cluster.label ?? cluster.id, members: cluster.members })),
  }
}

export const readSession = (path: string): Session => {
  let json: string
  try {
    json = readFileSync(path, 'utf8')
  } catch (error) {
    throw new WrongFile(`The file ${path} cannot be read: ${(error as Error).message}`)
  }
  return parseSession(json)
}

/** Everybody in the session, in the order in which they appear. */
export const peopleOf = (session: Session): string[] => [
  ...new Set([...session.contributions.flatMap((one) => one.author ?? []), ...session.votes.map((vote) => vote.voter)]),
]

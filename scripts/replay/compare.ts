/** Sets what the server's outcome says against what the file says. Reads the outcome as plain JSON, without the server's types. */
import type { Written } from './ideas.ts'
import type { Line, Tally } from './tally.ts'
import type { PlayedRound } from './votes.ts'
import { wordsOf } from './words.ts'

type Row = { item: string; dots: number; voters: number; spread: number[] }
type Outcome = {
  clusters: { id: string; name: string; ideas: string[] }[]
  ideas: { id: string; text: string; cluster: string | null }[]
  rounds: {
    id: string
    status: string
    question: string | null
    result: null | { ballots: number; voters: number; rows: Row[]; clusters: Row[] }
  }[]
  counts: { shared: number; notShared: number; hidden: number; withdrawn: number }
}

/** A difference, said so that somebody can look it up. */
type Differ = (what: string, expected: unknown, found: unknown) => void

const lineOf = (row: Row | undefined): string => (row ? `${row.dots} dots, ${row.voters} voters, spread ${trimmed(row.spread)}` : 'nothing')
const expectedLine = (line: Line): string => `${line.dots} dots, ${line.voters} voters, spread ${trimmed(line.spread)}`
/** Without the zeros at its end: how far a spread is written out says nothing. */
const trimmed = (spread: number[]): string => spread.join(' ').replace(/( 0)+$/, '')

const compareIdeas = (outcome: Outcome, tally: Tally, written: Written, differ: Differ): void => {
  const found = new Map(outcome.ideas.map((idea) => [idea.id, wordsOf(idea.text)]))
  const expected = new Map([...tally.shared].map(([id, text]) => [written.ideas.get(id) ?? `(not written: ${id})`, { id, text }]))
  for (const [idea, { id, text }] of expected) if (found.get(idea) !== text) differ(`text of ${id}`, text, found.get(idea) ?? null)
  for (const [idea, text] of found) if (!expected.has(idea)) differ('an idea that must not be in the outcome', null, text)
  // As whole ideas: a short rejected text may well stand inside a longer one.
  const allowed = new Set(tally.shared.values())
  for (const text of found.values()) if (!allowed.has(text)) differ('a text that nobody shared', null, text)
  const { shared, hidden, notShared, withdrawn } = outcome.counts
  const wanted = { shared: tally.shared.size, hidden: tally.hidden.size, notShared: 0, withdrawn: 0 }
  if (JSON.stringify({ shared, hidden, notShared, withdrawn }) !== JSON.stringify(wanted)) differ('counts', wanted, outcome.counts)
}

const compareGroups = (outcome: Outcome, tally: Tally, written: Written, clusters: string[], differ: Differ): void => {
  const found = new Map(outcome.clusters.map((cluster) => [cluster.id, cluster]))
  if (found.size !== tally.groups.length) differ('number of groups', tally.groups.length, found.size)
  tally.groups.forEach(({ name, members }, place) => {
    const cluster = found.get(clusters[place] ?? '')
    const ideas = members.map((id) => written.ideas.get(id) ?? id)
    if (cluster?.name !== name) differ(`name of group ${place + 1}`, name, cluster?.name ?? null)
    if (JSON.stringify([...ideas].sort()) !== JSON.stringify([...(cluster?.ideas ?? [])].sort()))
      differ(`ideas in group "${name}"`, ideas.length, cluster?.ideas.length ?? 0)
  })
  const placed = new Map(
    tally.groups.flatMap((group, place) => group.members.map((id) => [written.ideas.get(id) ?? id, clusters[place] ?? ''] as const)),
  )
  for (const idea of outcome.ideas)
    if ((placed.get(idea.id) ?? null) !== idea.cluster) differ(`group of idea ${idea.id}`, placed.get(idea.id) ?? null, idea.cluster)
}

const compareRound = (outcome: Outcome, played: PlayedRound, written: Written, clusters: string[], differ: Differ): void => {
  const { tally } = played
  const name = tally.question ?? 'the round'
  for (const code of played.refused) differ(`a ballot of ${name}`, 'taken', code)
  if (played.counted !== tally.ballots) differ(`ballots of ${name} when it closed`, tally.ballots, played.counted)
  const found = outcome.rounds.find((round) => round.id === played.round)
  if (!found) {
    differ(name, 'in the outcome', null)
    return
  }
  if (found.question !== tally.question) differ(`question of ${name}`, tally.question, found.question)
  if (tally.heldBack) {
    if (found.status !== 'held-back' || found.result !== null) differ(`${name} has ${tally.ballots} ballots`, 'held back', found.status)
    return
  }
  const { result } = found
  if (found.status !== 'shown' || !result) {
    differ(`status of ${name}`, 'shown', found.status)
    return
  }
  if (result.ballots !== tally.ballots) differ(`ballots of ${name}`, tally.ballots, result.ballots)
  if (result.voters !== tally.voters) differ(`people with a dot in ${name}`, tally.voters, result.voters)
  const rows = new Map(result.rows.map((row) => [row.item, row]))
  if (rows.size !== tally.rows.size) differ(`choices in ${name}`, tally.rows.size, rows.size)
  for (const [id, line] of tally.rows) {
    const row = rows.get(written.ideas.get(id) ?? '')
    if (lineOf(row) !== expectedLine(line)) differ(`${id} in ${name}`, expectedLine(line), lineOf(row))
  }
  const grouped = new Map(result.clusters.map((row) => [row.item, row]))
  if (grouped.size !== tally.groups.size) differ(`groups in ${name}`, tally.groups.size, grouped.size)
  for (const [place, line] of tally.groups) {
    const row = grouped.get(clusters[place] ?? '')
    if (lineOf(row) !== expectedLine(line)) differ(`group ${place + 1} in ${name}`, expectedLine(line), lineOf(row))
  }
}

export const differencesOf = (json: string, tally: Tally, written: Written, clusters: string[], rounds: PlayedRound[]): string[] => {
  const outcome = JSON.parse(json) as Outcome
  const differences: string[] = []
  const differ: Differ = (what, expected, found) =>
    differences.push(`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`)
  for (const [id, code] of tally.refused)
    if (written.refused.get(id) !== code) differ(`refusal of ${id}`, code, written.refused.get(id) ?? 'taken')
  for (const [id, code] of written.refused) if (!tally.refused.has(id)) differ(`contribution ${id}`, 'taken', code)
  compareIdeas(outcome, tally, written, differ)
  compareGroups(outcome, tally, written, clusters, differ)
  if (outcome.rounds.length !== rounds.length) differ('number of rounds', rounds.length, outcome.rounds.length)
  for (const played of rounds) compareRound(outcome, played, written, clusters, differ)
  return differences
}

/** Who is back after a restart, and who sees the same. */
import type { Connection, Told } from '../../client/session/connection.ts'
import { boardMaps, type DocumentName, deskMaps } from '../../client/session/documents.ts'

/** Resolves when `look` says so, now or after something was told; `false` when that took too long. */
const until = (lines: readonly Connection[], within: number, look: () => boolean): Promise<boolean> =>
  new Promise((resolve) => {
    const done = (is: boolean) => {
      clearTimeout(timer)
      for (const stop of stops) stop()
      resolve(is)
    }
    const check = () => look() && done(true)
    const timer = setTimeout(() => done(look()), within)
    const stops = lines.flatMap(({ subscribe, documents }) => [
      subscribe(check),
      documents.replica('board').subscribe(check),
      documents.replica('desk').subscribe(check),
    ])
    check()
  })

/** `false`: it was not told so in time. */
export const told = (line: Connection, within: number, look: (told: Told) => boolean): Promise<boolean> =>
  until([line], within, () => look(line.told()))

export const away = (line: Connection): Promise<boolean> => told(line, 10_000, ({ connection }) => connection !== 'live')

/** Said hello to, and the documents are at least as new as that hello says. */
export const current = (line: Connection, within = 30_000): Promise<boolean> =>
  until([line], within, () => {
    const { connection, hello } = line.told()
    if (connection !== 'live' || hello === null) return false
    const { board, desk = 0 } = hello.may.versions
    return line.documents.replica('board').version() >= board && line.documents.replica('desk').version() >= desk
  })

/** Whoever is only slow, on a machine that does other things, must not be taken for somebody who is stuck. */
export const yet = async (look: (within: number) => Promise<boolean>): Promise<string> => {
  const since = performance.now()
  return (await look(120_000)) ? `(but ${Math.round((performance.now() - since) / 100) / 10} s later)` : '(nor two minutes later)'
}

const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : value

/** A snapshot of a map never changes, so its text is made once. */
const texts = new WeakMap<ReadonlyMap<string, unknown>, string>()
const textOf = (map: ReadonlyMap<string, unknown>): string => {
  const text = texts.get(map) ?? JSON.stringify(sorted(Object.fromEntries(map)))
  texts.set(map, text)
  return text
}

/** What stands in a document, as text that is equal for equal content. */
const shown = (line: Connection, name: DocumentName): string =>
  (name === 'board' ? boardMaps : deskMaps).map((map) => `${map} ${textOf(line.documents.replica(name).snapshot(map))}`).join('\n')

/** `false`: they still show different things after so long. */
export const sameAs = (line: Connection, name: DocumentName, other: Connection, within = 10_000): Promise<boolean> =>
  until([line, other], within, () => shown(line, name) === shown(other, name))

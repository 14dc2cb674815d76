/** What a co-written text was before: nobody can be kept from deleting the words of others, so it must be possible to bring them back. */
/** `at`: the minute of the last write in it. */
export type Earlier = { at: number; words: string }

export type History = {
  /** Whether `changed` will look at the words: they are long, and most updates are one letter. */
  looks(deletes: boolean, at: number): boolean
  /** An update came in at this moment; `words`: as they were before it; `deleted`: UTF-16 units of them that it took away. */
  changed(words: string, deleted: number, at: number): void
  /** Newest first. */
  earlier(): Earlier[]
}

/** Versions and UTF-16 units of one text. */
const most = { versions: 20, units: 200_000 }
/** Nothing written for so long: the next write begins something else. */
const quiet = 2 * 60_000
/** So many units deleted since the last version: what they stood in is kept. */
const loss = (length: number): number => Math.max(12, Math.min(40, length / 4))

/** It follows from the updates and their minutes alone, so that it is the same after a restart and nothing else is stored. */
export const createHistory = (): History => {
  const kept: Earlier[] = []
  let peak: Earlier | null = null
  let lost = 0
  let last: number | null = null

  const keep = (version: Earlier): void => {
    peak = null
    lost = 0
    if (version.words.trim() === '' || kept.at(-1)?.words === version.words) return
    kept.push(version)
    while (kept.length > most.versions) thin()
    while (kept.length > 1 && kept.reduce((sum, { words }) => sum + words.length, 0) > most.units) shed()
  }
  /** Of the two that stand closest in time the shorter one goes: who types and deletes all the time must not push out the evening. */
  const thin = (): void => {
    let closest = 0
    for (let place = 1; place < kept.length - 1; place++)
      if (kept[place + 1]!.at - kept[place]!.at < kept[closest + 1]!.at - kept[closest]!.at) closest = place
    kept.splice(kept[closest]!.words.length < kept[closest + 1]!.words.length ? closest : closest + 1, 1)
  }
  /** The longest one goes: a page of nonsense, pasted and wiped, must not push out the others. */
  const shed = (): void => {
    const longest = Math.max(...kept.map(({ words }) => words.length))
    kept.splice(
      kept.findIndex(({ words }) => words.length === longest),
      1,
    )
  }

  const paused = (at: number): boolean => last !== null && at - last >= quiet

  return {
    looks: (deletes, at) => deletes || paused(at),
    changed: (words, deleted, at) => {
      if (last !== null && paused(at)) keep({ at: last, words })
      if (deleted > 0 && last !== null) {
        // Letter by letter takes away as much as all at once: what counts is how much is gone since the text was longest.
        if (peak === null || words.length > peak.words.length) peak = { at: last, words }
        lost += deleted
        if (lost >= loss(peak.words.length)) keep(peak)
      }
      last = at
    },
    earlier: () => kept.toReversed(),
  }
}

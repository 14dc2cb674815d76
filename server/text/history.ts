/** What a co-written text was before: nobody can be kept from deleting the words of others, so it must be possible to bring them back. */
/** `at`: the minute of the last write in it. */
export type Earlier = { at: number; words: string }

/** Who wrote it: a seat, or a client id that is of no seat any more. */
export type By = string | number
/** Of one update. `deleted`: UTF-16 units that it took away. `places`: at which it put something in, but for where the same
 *  writer typed on. `by`: `null` when it put nothing in; Yjs does not
 *  say who takes away. */
export type Change = { deleted: number; places: number; by: By | null }

export type History = {
  /** Whether `changed` will look at the words: they are long, and most updates are one letter. */
  looks(update: { deletes: boolean; places: number }, at: number): boolean
  /** An update came in at this moment; `words`: as they were before it. */
  changed(words: string, change: Change, at: number): void
  /** Newest first. */
  earlier(): Earlier[]
}

/** Versions and UTF-16 units of one text. */
const most = { versions: 20, units: 200_000 }
/** Nothing written for so long: the next write begins something else. */
const quiet = 2 * 60_000
/** So many units deleted since the last version: what they stood in is kept. All of a short text is much of it. */
const loss = (words: string): number => Math.min(Math.max(1, words.trim().length), Math.max(12, Math.min(40, words.length / 4)))
/** Put in at so many places since the last version: a letter between each two leaves nothing to read, and takes nothing away. */
const scatter = (words: string): number => Math.max(2, Math.min(20, words.trim().length / 2))

/** `by`: who put something in last. */
type Version = Earlier & { by: By | null }

/** It follows from the updates and their minutes alone, so that it is the same after a restart and nothing else is stored. */
export const createHistory = (): History => {
  const kept: Version[] = []
  let peak: Version | null = null
  let lost = 0
  /** Before anything was put in here and there. */
  let whole: Version = { at: 0, words: '', by: null }
  let strewn = 0
  let last: number | null = null
  let author: By | null = null

  const keep = (version: Version): void => {
    peak = null
    lost = 0
    strewn = 0
    add(version)
  }
  const add = (version: Version): void => {
    if (version.words.trim() === '' || kept.at(-1)?.words === version.words) return
    kept.push(version)
    kept.sort((one, other) => one.at - other.at)
    while (kept.length > most.versions) thin()
    while (kept.length > 1 && kept.reduce((sum, { words }) => sum + words.length, 0) > most.units) shed()
  }
  /** The last one in which somebody else had written than who writes now: whatever one seat does, it does not go. */
  const held = (): Version | undefined => kept.findLast(({ by }) => by !== author)
  const drop = (version: Version): void => void kept.splice(kept.indexOf(version), 1)
  /** Of the two that stand closest in time the shorter one goes: who types and deletes all the time must not push out the evening. Within one minute
   *  the later one: nor may a longer page of nonsense, pasted and wiped, push out what it was put over. The newest stays until another one comes: it
   *  may be all that there is of what was just wiped. */
  const thin = (): void => {
    let closest = 0
    const gap = (place: number): number => kept[place + 1]!.at - kept[place]!.at
    for (let place = 1; place < kept.length - 2; place++) if (gap(place) <= gap(closest)) closest = place
    const [older, newer] = [kept[closest]!, kept[closest + 1]!]
    const goes = gap(closest) > 0 && older.words.length < newer.words.length ? older : newer
    drop(goes !== held() ? goes : goes === older ? newer : older)
  }
  /** The longest one goes: a page of nonsense, pasted and wiped, must not push out the others. The newest one only where it is half of all that is kept. */
  const shed = (): void => {
    const stays = held()
    const others = kept.filter((one, place) => one !== stays && (place < kept.length - 1 || one.words.length * 2 > most.units))
    drop(others.length === 0 ? kept[0]! : others.reduce((longest, one) => (one.words.length > longest.words.length ? one : longest)))
  }

  const paused = (at: number): boolean => last !== null && at - last >= quiet

  return {
    looks: ({ deletes, places }, at) => deletes || places > 0 || paused(at),
    changed: (words, { deleted, places, by }, at) => {
      const before = author
      author = by ?? author
      if (last !== null) {
        const version = { at: last, words, by: before }
        if (paused(at)) keep(version)
        if (places > 0) {
          if (strewn === 0) whole = version
          strewn += places
          if (strewn >= scatter(whole.words)) {
            strewn = 0
            add(whole)
          }
        }
        if (deleted > 0) {
          // Letter by letter takes away as much as all at once: what counts is how much is gone since the text was longest.
          if (peak === null || words.length > peak.words.length) peak = version
          lost += deleted
          if (lost >= loss(peak.words)) keep(peak)
        }
      }
      last = at
    },
    earlier: () => kept.map(({ at, words }) => ({ at, words })).toReversed(),
  }
}

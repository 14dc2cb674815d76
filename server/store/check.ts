/** A commit that could never be right, whatever the store: a mistake of the caller, said before anything is written. */
import type { Commit } from './contract.ts'

export const mistake = (expectedVersion: number | null, commit: Commit): string | null => {
  if (commit.deleteAll) return null
  if (commit.events?.length && expectedVersion === null) return 'A commit with events needs the version that they follow on.'
  const wrong = commit.events?.findIndex((stored, place) => stored.version !== (expectedVersion ?? 0) + place + 1) ?? -1
  if (wrong >= 0)
    return `Event ${wrong} of the commit is numbered ${commit.events?.[wrong]?.version}, which does not follow on ${expectedVersion}.`
  return null
}

/** Leaves bytes behind that have to go from every file: of ballots, keys and a whole Plein with the answer; of withdrawn words, a page that was
 *  taken back, an address, and what goes with a device or a card within half a minute, because cleaning the log costs two syncs and people may
 *  withdraw many. */
export const erases = ({
  deleteAll,
  keys,
  ballots,
  sealed,
  redactions,
  seats,
  withdrawn,
  outdated,
  retire,
  ownTexts,
  blog,
}: Commit): 'at once' | 'soon' | null => {
  if (
    deleteAll ||
    keys?.eraseAll ||
    sealed?.eraseAll ||
    ballots?.eraseRounds?.length ||
    ballots?.replaces ||
    redactions?.length ||
    outdated ||
    ownTexts
  )
    return 'at once'
  return withdrawn?.length ||
    sealed?.withdraw?.length ||
    sealed?.remove?.length ||
    seats?.remove?.length ||
    blog?.remind ||
    retire ||
    blog?.takeBack !== undefined ||
    blog?.publish?.replaces !== undefined ||
    blog?.forget
    ? 'soon'
    : null
}

/** What of a commit must stay erased when an older backup is put back, in a form that says nothing by itself: kinds, ids, hashes and counts. */

import type { IdeaId } from '../../shared/domain/state.ts'
import { isTapId } from '../../shared/domain/taps/taps.ts'
import type { Commit } from './contract.ts'

/** See `told` in `shared/domain/ideas/silence.ts`. */
export type Changed = { idea: IdeaId; last: number; changes: number }

export type Erased =
  | ['deleted', plein: string]
  /** The edit keys went: the Plein was closed for good. */
  | ['sealed', plein: string]
  /** Former words went with that. A log with fewer changes has some of them as words of now, or has them wait. */
  | ['outdated', plein: string, idea: string, last: string, changes: string]
  | ['words', plein: string, idea: string]
  /** A card was withdrawn by its author. */
  | ['card', plein: string, name: string]
  | ['ballots', plein: string, round: string]
  | ['seat', plein: string, seat: string]
  /** A role's link was replaced; `hash`: of the one that counts now. */
  | ['link', plein: string, kind: string, hash: string]
  /** The page that was published at this moment was taken back, or another took its place: none of until then may stand. */
  | ['page', plein: string, at: string]
  /** Coaches may write along in the blog no more. */
  | ['unshared', plein: string]
  /** The address of the owner went: the mail was sent, or is not wanted any more. `id`: of the mail, random. */
  | ['address', plein: string, id: string]

/** `changed`: of what former words went with it. `made`: the commit makes the Plein, so that its links replace none. Code and ticket stand readable in the database, and so never here. */
export const erasedBy = (
  plein: string,
  { deleteAll, withdrawn, ballots, keys, sealed, seats, links, blog }: Commit,
  made: boolean,
  changed: readonly Changed[],
): Erased[] => {
  if (deleteAll) return [['deleted', plein]]
  return [
    ...changed.map(({ idea, last, changes }): Erased => ['outdated', plein, idea, String(last), String(changes)]),
    ...(keys?.eraseAll ? [['sealed', plein] as Erased] : []),
    ...(withdrawn ?? []).map((idea): Erased => ['words', plein, idea]),
    ...(sealed?.withdraw ?? []).map((name): Erased => ['card', plein, name]),
    // One row alone, a slip that was taken out, is a mistake put right and no erasure: its number may be that of another slip since.
    // A tap has the same id when its phase is entered again, so its line would erase what was given since. Older rows stay shut: their key went.
    ...(ballots?.eraseRounds ?? []).flatMap((round): Erased[] => (isTapId(round) ? [] : [['ballots', plein, round]])),
    ...(seats?.remove ?? []).map((seat): Erased => ['seat', plein, seat]),
    ...[blog?.takeBack, blog?.publish?.replaces].flatMap((at): Erased[] => (at === undefined ? [] : [['page', plein, String(at)]])),
    // That they may again is not noted, so that a line too many keeps somebody out and lets nobody in.
    ...(blog?.shared === false ? [['unshared', plein] as Erased] : []),
    ...(blog?.forget ? [['address', plein, blog.forget.id] as Erased] : []),
    ...(made ? [] : (links ?? [])).flatMap(({ kind, value }): Erased[] =>
      kind === 'code' || kind === 'ticket' ? [] : [['link', plein, kind, value]],
    ),
  ]
}

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { CommandType } from '../../shared/domain/commands.ts'
import type { Crowd, Hello, Notice, Own, OwnersOwn } from '../../shared/wire/messages.ts'
import { useSession, useWorks } from './SessionProvider.tsx'
import { useEntry } from './useDocument.ts'

/** What this seat may do now; comes from the server's own table of rights, so that no button guesses. */
export const useMay = (): ((type: CommandType) => boolean) => {
  const commands = useSession().hello?.may.commands
  const set = useMemo(() => new Set(commands), [commands])
  return useCallback((type) => set.has(type), [set])
}

const nothing: Own = { perspective: null, ballots: {}, ready: null, hand: false, taps: {} }
export const useOwn = (): Own => useSession().hello?.own ?? nothing

const unsaid: OwnersOwn = { marks: [], word: { text: null, hidden: false } }
/** Of the owner alone. */
export const useOwnersOwn = (): OwnersOwn => useSession().hello?.owner ?? unsaid

const nobody: readonly string[] = []
/** Contributions whose authors were stopped for the phase of now. */
export const useMuted = (): ReadonlySet<string> => {
  const muted = useSession().hello?.muted ?? nobody
  return useMemo(() => new Set(muted), [muted])
}

const noCards: Hello['cards'] = []
const noNames: Hello['names'] = []
/** Cards for the coaches alone, and what authors say of the names of groups: to a desk only. */
export const useToldCards = (): Hello['cards'] => useSession().hello?.cards ?? noCards
export const useToldNames = (): Hello['names'] => useSession().hello?.names ?? noNames

export const useCrowd = (): Crowd | null => {
  const { connection } = useWorks()
  const crowd = useSyncExternalStore(connection.subscribe, () => connection.told().crowd)
  const phase = useEntry('board', 'plein', 'current') ?? null
  if (crowd === null || crowd.phase === phase) return crowd
  // What another phase counted, until this one is counted too.
  const { taps: _, ...others } = crowd
  return { ...others, written: 0, voted: null, ready: 0, hands: 0 }
}
/** How many have voted in this round; `null`: it is not the one that is open now. */
export const useVoted = (round: string): number | null => {
  const crowd = useCrowd()
  return crowd?.round === round ? crowd.voted : null
}

const noSlips: readonly number[] = []
/** Numbers of the slips that desks have entered in this round, while it is open; to a desk only. */
export const useSlips = (round: string): readonly number[] => useCrowd()?.slips?.[round] ?? noSlips

export const useNotices = (): { notices: readonly Notice[]; dismiss: (notice: Notice) => void } => {
  const { connection } = useWorks()
  const notices = useSyncExternalStore(connection.subscribe, () => connection.told().notices)
  return { notices, dismiss: connection.dismiss }
}

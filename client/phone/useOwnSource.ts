import { useSyncExternalStore } from 'react'
import type { Source } from '../../shared/domain/state.ts'
import type { Mine } from '../../shared/wire/messages.ts'
import { useContributing } from '../session/SessionProvider.tsx'

/** Whether an idea of this phone is among the sources, itself or by its group. Decided here, by the keys that only this phone has. */
export const useOwnSource = (sources: readonly Source[]): boolean => {
  const { own } = useContributing()
  const { mine } = useSyncExternalStore(own.subscribe, own.picture)
  return isOwnSource(mine, sources)
}

export const isOwnSource = (mine: Readonly<Record<string, Mine>>, sources: readonly Source[]): boolean =>
  Object.values(mine).some(
    ({ state, as, idea, cluster }) =>
      // Whoever took an idea back does not want to be told that it was in there.
      state !== 'withdrawn' &&
      // Only who gave no dots could answer: whoever looks along would read it from this phone.
      as !== 'condition' &&
      sources.some((source) => (source.kind === 'idea' && source.id === idea) || (source.kind === 'cluster' && source.id === cluster)),
  )

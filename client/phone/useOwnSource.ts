import { useSyncExternalStore } from 'react'
import type { Source } from '../../shared/domain/state.ts'
import { useWorks } from '../session/SessionProvider.tsx'

/** Whether an idea of this phone is among the sources, itself or by its group. Decided here, by the keys that only this phone has. */
export const useOwnSource = (sources: readonly Source[]): boolean => {
  const { own } = useWorks()
  const { mine } = useSyncExternalStore(own.subscribe, own.picture)
  return Object.values(mine).some(({ idea, cluster }) =>
    sources.some((source) => (source.kind === 'idea' && source.id === idea) || (source.kind === 'cluster' && source.id === cluster)),
  )
}

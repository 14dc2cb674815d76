import { useCallback, useSyncExternalStore } from 'react'
import type { Connection } from '../session/connection.ts'
import { useWorks } from '../session/SessionProvider.tsx'
import { type Act, useAct } from '../session/useAct.ts'

type Kept = { values: Map<string, unknown>; listeners: Set<() => void> }
const known = new WeakMap<Connection, Kept>()
const keptBy = (connection: Connection): Kept => {
  const kept = known.get(connection) ?? { values: new Map(), listeners: new Set() }
  known.set(connection, kept)
  return kept
}

/** State that goes with the page, and not with the sheet that shows it: what is on its way may come back while the coach looks at another one. It
 *  stands on no disk. `first`: always the same object. */
export const useOutliving = <T>(name: string, first: T): [T, (change: (now: T) => T) => void] => {
  const { values, listeners } = keptBy(useWorks().connection)
  const read = useCallback(() => (values.has(name) ? (values.get(name) as T) : first), [values, name, first])
  const subscribe = useCallback(
    (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    [listeners],
  )
  const change = useCallback(
    (next: (now: T) => T) => {
      values.set(name, next(read()))
      for (const listener of [...listeners]) listener()
    },
    [values, listeners, name, read],
  )
  return [useSyncExternalStore(subscribe, read), change]
}

/** For a form that may be left and opened again before the answer comes: there it is busy too, or the same words would go twice (L2). */
export const useLeftAct = (name: string): Act => {
  const { act, ...told } = useAct()
  const [busy, setBusy] = useOutliving(`busy ${name}`, false)
  const once: Act['act'] = async (command, pressed) => {
    setBusy(() => true)
    return await act(command, pressed).finally(() => setBusy(() => false))
  }
  return { ...told, act: once, busy }
}

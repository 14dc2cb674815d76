import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { sameList } from '../../session/same.ts'

/** A selection that forgets what is no longer there, so that a command never names what another coach has just dealt with. */
export const useChosen = (there: readonly { id: string }[]) => {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const before = useRef<string[]>([])
  const chosen = useMemo(
    () => sameList(before.current, wanted.size === 0 ? [] : there.filter(({ id }) => wanted.has(id)).map(({ id }) => id)),
    [there, wanted],
  )
  useEffect(() => {
    before.current = chosen
  }, [chosen])
  const choose = useCallback((ids: readonly string[]) => setWanted(new Set(ids)), [])
  const toggle = useCallback(
    (id: string) =>
      setWanted((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  return { chosen, choose, toggle }
}

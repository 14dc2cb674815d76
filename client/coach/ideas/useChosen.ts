import { useCallback, useState } from 'react'

/** A selection that forgets what is no longer there, so that a command never names what another coach has just dealt with. */
export const useChosen = (there: readonly { id: string }[]) => {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const chosen = there.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
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

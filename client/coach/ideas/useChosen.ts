import { useState } from 'react'

/** A selection that forgets what is no longer there, so that a command never names what another coach has just dealt with. */
export const useChosen = (there: readonly { id: string }[]) => {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const chosen = there.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
  return {
    chosen,
    choose: (ids: readonly string[]) => setWanted(new Set(ids)),
    toggle: (id: string) =>
      setWanted((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
  }
}

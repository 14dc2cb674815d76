import { useEffect, useState } from 'react'
import type { Dots, RoundId } from '../../shared/domain/state.ts'
import { gavePrefix } from '../session/gave.ts'
import { useContributing } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { useOwn } from '../session/useSeat.ts'

/** By round: what this phone gave; a round in which it did not vote is absent. `null` until the disk was read. They go with the
 *  Plein, or with everything else that this phone keeps of it. `now`: read again when this changes. */
export const useGave = (now: string): ReadonlyMap<RoundId, Dots> | null => {
  const { shelf } = useContributing()
  const { ballots } = useOwn()
  const sealed = useEntry('board', 'plein', 'sealed') ?? false
  const [gave, setGave] = useState<ReadonlyMap<RoundId, Dots> | null>(null)
  const known = JSON.stringify(ballots)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` says when to look again
  useEffect(() => {
    let gone = false
    const look = async () => {
      // What the server still knows of this seat: another page of this phone may have sent it.
      const held = Object.entries(JSON.parse(known) as typeof ballots).map(([round, dots]): [string, Dots] => [gavePrefix + round, dots])
      if (held.length > 0) await shelf.put(held)
      const kept = (await shelf.all()).filter(([key]) => key.startsWith(gavePrefix)) as [string, Dots][]
      if (sealed && kept.length > 0) await shelf.remove(kept.map(([key]) => key))
      if (!gone) setGave(new Map(kept.map(([key, dots]) => [key.slice(gavePrefix.length), dots])))
    }
    void look()
    return () => {
      gone = true
    }
  }, [shelf, known, sealed, now])
  return gave
}

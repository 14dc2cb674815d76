import { useEffect, useState } from 'react'
import type { FramingEntry } from '../../shared/wire/documents.ts'
import { useFramings } from '../session/useDocument.ts'

type Wording = FramingEntry & { id: string }
export type Reframing = {
  now: Wording | null
  before: Wording | null
  /** `plays`: it changes before people's eyes; `fresh`: it has just changed; `null`: it stands. */
  moment: 'plays' | 'fresh' | null
}

const fresh = 20_000

/** The question, and whether it has just changed while this page was open. Who comes in later finds the new wording and no moment.
 *  `plays`: for how long (ms) the change itself is shown. */
export const useReframing = (plays = 2600): Reframing => {
  const chain = useFramings()
  const now = chain.at(-1) ?? null
  const before = chain.at(-2) ?? null
  const [known, setKnown] = useState(now)
  const [moment, setMoment] = useState<Reframing['moment']>(null)
  if (now?.id !== known?.id) {
    setKnown(now)
    // A wording that was taken back is no new one.
    setMoment(known !== null && now !== null && now.order > known.order ? 'plays' : null)
  }
  const id = now?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second change begins the moment anew
  useEffect(() => {
    if (moment === null) return
    const timer = setTimeout(() => setMoment(moment === 'plays' ? 'fresh' : null), moment === 'plays' ? plays : fresh - plays)
    return () => clearTimeout(timer)
  }, [moment, plays, id])
  return { now, before, moment }
}

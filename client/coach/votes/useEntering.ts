import { useState } from 'react'
import type { WireError } from '../../../shared/wire/messages.ts'
import { useAct } from '../../session/useAct.ts'
import type { DeskRound } from '../model.ts'
import { useOutliving } from '../useOutliving.ts'
import { readLetters } from './letters.ts'

export type Slip = { paper: number; letters: string }
/** The server did not take it, and why. */
export type Returned = { slip: Slip; error: WireError; nth: number }

const noSlips: readonly Slip[] = []
const noneReturned: readonly Returned[] = []
let nth = 0
/** Those that were not taken wait for as long as this page is open, whatever the desk looks at meanwhile. */
export const useReturned = (round: string) => useOutliving(`returned ${round}`, noneReturned)

/** Each slip goes by itself: fast fingers are in the next one, or two further, before the first is answered. */
export const useEntering = (round: DeskRound) => {
  const { act } = useAct()
  const [sending, setSending] = useOutliving(`sending ${round.id}`, noSlips)
  const [returned, setReturned] = useReturned(round.id)
  /** The answer may overtake the list that all desks are told, and the next number must not be this one. */
  const [kept, setKept] = useState<readonly number[]>([])
  const [last, setLast] = useState<number | null>(null)
  const leave = (slip: Slip) => setReturned((all) => all.filter((one) => one.slip !== slip))
  const enter = async (slip: Slip, replace?: true) => {
    setLast(null)
    setSending((all) => [...all, slip])
    const { dots } = readLetters(slip.letters, round.items)
    const answer = await act({ type: 'ballot.enter', round: round.id, paper: slip.paper, dots, ...(replace ? { replace } : {}) })
    setSending((all) => all.filter((one) => one !== slip))
    if (answer.ok) {
      setKept((all) => [...all, slip.paper])
      setLast(slip.paper)
    } else {
      const back = { slip, error: answer.error, nth: nth++ }
      setReturned((all) => [...all, back])
    }
  }
  const forget = (paper: number) => {
    setKept((all) => all.filter((one) => one !== paper))
    setLast(null)
  }
  return { enter, leave, sending, returned, kept, last, forget }
}

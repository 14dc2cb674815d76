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
export const useEntering = (round: DeskRound, told: readonly number[]) => {
  const { act } = useAct()
  const removing = useAct()
  const [sending, setSending] = useOutliving(`sending ${round.id}`, noSlips)
  const [returned, setReturned] = useReturned(round.id)
  /** The answer may overtake the list that all desks are told: what is in, and what is out, until that list says so. From then on it is
   *  everybody's. */
  const [ahead, setAhead] = useState<ReadonlyMap<number, boolean>>(new Map())
  const untold = [...ahead].filter(([paper, isIn]) => told.includes(paper) !== isIn)
  if (untold.length < ahead.size) setAhead(new Map(untold))
  const entered = [...told.filter((paper) => !ahead.has(paper)), ...untold.flatMap(([paper, isIn]) => (isIn ? [paper] : []))]
  const [last, setLast] = useState<number | null>(null)
  const answered = (paper: number, isIn: boolean) => setAhead((all) => new Map(all).set(paper, isIn))
  const leave = (slip: Slip) => setReturned((all) => all.filter((one) => one.slip !== slip))
  const enter = async (slip: Slip, replace?: true) => {
    setLast(null)
    setSending((all) => [...all, slip])
    const { dots } = readLetters(slip.letters, round.items)
    const answer = await act({ type: 'ballot.enter', round: round.id, paper: slip.paper, dots, ...(replace ? { replace } : {}) })
    setSending((all) => all.filter((one) => one !== slip))
    if (answer.ok) {
      answered(slip.paper, true)
      setLast(slip.paper)
    } else {
      const back = { slip, error: answer.error, nth: nth++ }
      setReturned((all) => [...all, back])
    }
  }
  const remove = async (paper: number): Promise<boolean> => {
    const answer = await removing.act({ type: 'ballot.remove', round: round.id, paper })
    if (!answer.ok) return false
    answered(paper, false)
    setLast(null)
    return true
  }
  return { enter, leave, sending, returned, entered: entered.sort((a, b) => a - b), last, remove, removing }
}

import { useEffect, useRef } from 'react'
import { Notice } from '../../parts/Notice.tsx'
import { useSentence } from '../../session/useSentence.ts'
import { Button } from '../Action.tsx'
import { useCoachWords } from '../words.ts'
import type { Returned, Slip } from './useEntering.ts'

/** A slip that was not taken waits here with its letters: the field is for the next one already. */
export const ReturnedSlip = ({
  it: { slip, error },
  why,
  free,
  onEnter,
  onLeave,
}: {
  it: Returned
  why: string | null
  /** The number under which it could be entered, where its own is that of another slip. */
  free: number
  onEnter: (slip: Slip, replace?: true) => void
  onLeave: () => void
}) => {
  const w = useCoachWords()
  const say = useSentence()
  const taken = error.code === 'paper-taken'
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <div ref={box}>
      <Notice tone="alarm">
        <p>{taken ? w.votes.paperTaken(slip.paper) : `${w.votes.paperNotIn(slip.paper)} ${say(error)}`}</p>
        <p>{w.votes.paperSays(slip.letters)}</p>
        <div className="row">
          {taken ? (
            <>
              <Button why={why} onPress={() => onEnter({ ...slip, paper: free })}>
                {w.votes.paperOther(free)}
              </Button>
              <Button why={why} onPress={() => onEnter(slip, true)}>
                {w.votes.paperReplace(slip.paper)}
              </Button>
            </>
          ) : (
            <Button why={why} onPress={() => onEnter(slip)}>
              {w.votes.paperAgain(slip.paper)}
            </Button>
          )}
          <Button tone="quiet" onPress={onLeave}>
            {w.votes.paperLeave}
          </Button>
        </div>
      </Notice>
    </div>
  )
}

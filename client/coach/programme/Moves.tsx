import { minutesAndSeconds } from '../../parts/Timer.tsx'
import { useEntry } from '../../session/useDocument.ts'
import { useNow } from '../../session/useNow.ts'
import { Button } from '../Action.tsx'
import { type Moved, useDesk } from '../desk.ts'
import { useProgramme } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { backFrom, nextFrom, usePhaseName } from './phaseName.ts'

/** Next in one tap. After a move the way back stands in that same place for ten seconds, so that a slip costs one more tap. */
export const Moves = ({ moved }: { moved: Moved }) => {
  const w = useCoachWords()
  const desk = useDesk()
  const whyNot = useWhyNot()
  const nameOf = usePhaseName()
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current') ?? null
  const interrupted = useEntry('board', 'plein', 'interrupted')?.at(-1)
  useNow(moved === null ? null : 1000)
  const next = nextFrom(programme, current)
  const from = programme.find((phase) => phase.id === moved?.from)
  const waiting = programme.find((phase) => phase.id === interrupted?.phase)
  const toNext = (tone: 'main' | 'plain') => (
    <Button tone={tone} hint="→" why={next ? whyNot('phase.next') : w.why.noNext} onPress={() => void desk.move({ type: 'phase.next' })}>
      {next ? w.rail.next(nameOf(next)) : w.rail.nextNone}
    </Button>
  )
  return (
    <div className="moves">
      {waiting === undefined || waiting.id === from?.id ? null : (
        <Button onPress={() => void desk.move({ type: 'phase.resume' })} why={whyNot('phase.resume')}>
          {w.rail.resume(nameOf(waiting), interrupted?.left == null ? null : minutesAndSeconds(interrupted.left))}
        </Button>
      )}
      {from && from.id !== current ? (
        <>
          {toNext('plain')}
          <Button
            tone="main"
            onPress={() => void desk.move(waiting?.id === from.id ? { type: 'phase.resume' } : { type: 'phase.enter', phase: from.id })}
          >
            {w.rail.backTo(nameOf(from))}
          </Button>
        </>
      ) : (
        toNext('main')
      )}
    </div>
  )
}

export const useMoves = () => {
  const desk = useDesk()
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current') ?? null
  return {
    next: nextFrom(programme, current),
    back: backFrom(programme, current),
    goNext: () => void desk.move({ type: 'phase.next' }),
    goBack: () => void desk.move({ type: 'phase.back' }),
  }
}

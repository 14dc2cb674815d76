import type { ReactNode } from 'react'
import { minutesAndSeconds } from '../../parts/Timer.tsx'
import { useEntry } from '../../session/useDocument.ts'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useDeskWords } from '../deskWords.ts'
import { type ProgrammePhase, useProgramme } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { MoveButton } from './MoveButton.tsx'
import { backFrom, nextFrom, usePhaseName } from './phaseName.ts'

export const nextSpot = 'next'

/** Next in one tap, always in the same place. The place before it is kept free: for the phase that was interrupted, and for next
 *  while the way back stands on the place of next. */
export const Moves = ({ children }: { children: ReactNode }) => {
  const w = useDeskWords()
  const desk = useDesk()
  const whyNot = useWhyNot()
  const nameOf = usePhaseName()
  const { next, goingNext, goNext } = useMoves()
  const stage = useEntry('board', 'plein', 'stage')
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current')
  const interrupted = useEntry('board', 'plein', 'interrupted')?.at(-1)
  // Of two buttons that lead to the same place the coach would have to choose: not while the way back does it, nor once the programme has gone on.
  const between = programme.some((phase) => phase.id === current && phase.interlude)
  const backLeads = desk.moved !== null && desk.moved.spot !== 'resume' && desk.moved.from === interrupted?.phase
  const waiting = between && !backLeads ? programme.find((phase) => phase.id === interrupted?.phase) : undefined
  const left = interrupted?.left == null ? null : minutesAndSeconds(interrupted.left)
  const why = next ? whyNot('phase.next') : w.why.noNext
  const words = next ? w.rail.next(nameOf(next)) : w.rail.nextNone
  const leaving = desk.moved?.spot === nextSpot
  return (
    <div className="moves">
      <div className="moves-beside">
        {leaving ? (
          <Button why={why} onPress={goNext}>
            <Named words={words} name={next === undefined ? '' : nameOf(next)} />
          </Button>
        ) : waiting === undefined && desk.moved?.spot !== 'resume' ? null : (
          <MoveButton
            spot="resume"
            command={{ type: 'phase.resume', ...(interrupted === undefined ? {} : { to: interrupted.phase }) }}
            why={whyNot('phase.resume')}
          >
            {waiting === undefined ? '' : w.rail.resume(nameOf(waiting), left)}
          </MoveButton>
        )}
      </div>
      <MoveButton spot={nextSpot} tone={stage === 'open' ? 'main' : 'plain'} hint="→" command={goingNext} why={why}>
        <Named words={words} name={next === undefined ? '' : nameOf(next)} />
      </MoveButton>
      {children}
    </div>
  )
}

/** The name keeps together: it goes to a line of its own before it breaks. */
const Named = ({ words, name }: { words: string; name: string }) =>
  name === '' || !words.endsWith(name) ? (
    words
  ) : (
    <span>
      {words.slice(0, -name.length)}
      <span className="moves-name">{name}</span>
    </span>
  )

const leadingTo = (phase: ProgrammePhase | undefined): { to?: string } => (phase === undefined ? {} : { to: phase.id })

export const useMoves = () => {
  const desk = useDesk()
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current') ?? null
  const [next, back] = [nextFrom(programme, current), backFrom(programme, current)]
  const goingNext = { type: 'phase.next', ...leadingTo(next) } as const
  return {
    next,
    back,
    goingNext,
    goNext: () => void desk.move(goingNext, nextSpot),
    goBack: () => void desk.move({ type: 'phase.back', ...leadingTo(back) }, nextSpot),
  }
}

import { tapIdOf } from '../../shared/domain/taps/taps.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useAct } from '../session/useAct.ts'
import { useEntry } from '../session/useDocument.ts'
import { useNow } from '../session/useNow.ts'
import { useMay, useOwn } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { Button } from './Button.tsx'
import { useLaterSharedWords } from './laterWords.ts'
import { Mark } from './Mark.tsx'
import { useShared } from './Shared.tsx'
import { timeLeft } from './Timer.tsx'
import '../styles/mood.css'

const values = ['heavy', 'neutral', 'light'] as const

/** One tap on how the question feels: before one's first question, and once more when the time is over or the questions are shared. */
export const Mood = ({ phase, lines }: { phase: PhaseEntry & { id: string }; lines: readonly OwnLine[] }) => {
  const w = useLaterSharedWords().burst
  const may = useMay()
  const own = useOwn()
  const say = useSentence()
  const { act, busy, refusal } = useAct()
  const timer = useEntry('board', 'plein', 'timer')
  const now = useNow(timer?.status === 'running' ? 500 : null)
  const shared = useShared('question', phase.id).length > 0
  const after = shared || (timer !== undefined && timeLeft(timer, now) === 0)
  const begun = lines.some((line) => line.as === 'question' && line.phase === phase.id)
  if (!may('tap.set') || (begun && !after)) return null
  const on = after ? 'mood-after' : 'mood-before'
  const given = own.taps[tapIdOf({ on, phase: phase.id })] ?? null
  return (
    <fieldset className="mood">
      <legend>{after ? w.askAgain : w.ask}</legend>
      <div className="mood-values">
        {values.map((value) => (
          <Button
            key={value}
            pressed={given === value}
            busy={busy}
            onPress={() => void act({ type: 'tap.set', on, phase: phase.id, value: given === value ? null : value })}
          >
            {given === value ? <Mark shape="done" /> : null}
            {w.feelings[value]}
          </Button>
        ))}
      </div>
      <p className="help">{w.who}</p>
      {refusal === null ? null : (
        <p className="problem" role="alert">
          {say(refusal)}
        </p>
      )}
    </fieldset>
  )
}

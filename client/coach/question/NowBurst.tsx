import { useLaterSharedWords } from '../../parts/laterWords.ts'
import { MoodLines } from '../../parts/MoodLines.tsx'
import { usePhase } from '../../session/useDocument.ts'
import { useShownBeside } from '../../stage/useShown.ts'
import { Action, Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useCoachWords } from '../words.ts'

/** What a coach does with the questions of a burst: choose the one that opens most, and show how the question felt. */
export const NowBurst = () => {
  const w = useCoachWords()
  const shared = useLaterSharedWords()
  const desk = useDesk()
  const phase = usePhase()
  const shown = useShownBeside()
  if (phase === null || shown === null) return null
  const moods = shown.what === 'moods'
  // It stands behind the questions, so without any there is no such page.
  const why = moods || (shown.what === 'cards' && shown.as === 'question') ? null : w.question.nothingShared
  return (
    <>
      <div className="row">
        <Button onPress={() => desk.open('question')}>{w.question.choose}</Button>
        <Action pressed={moods} command={{ type: 'screen.show', show: { on: 'phase', page: moods ? null : shown.pages - 1 } }} why={why}>
          {shared.burst.show}
        </Action>
      </div>
      <div className="help">
        <MoodLines phase={phase.id} />
      </div>
    </>
  )
}

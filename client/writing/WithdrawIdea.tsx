import { Button } from '../parts/Button.tsx'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useLaterWords } from './laterWords.ts'
import { useBecameQuestion } from './useBecameQuestion.ts'

/** Asks a second time, and says what stays. */
export const WithdrawIdea = ({ line, onYes, onLeave }: { line: OwnLine; onYes: () => void; onLeave: () => void }) => {
  const w = useLaterWords()
  const became = useBecameQuestion(line)
  return (
    <div className="sure">
      <p>{became ? w.own.withdrawSureQuestion : w.own.withdrawSure}</p>
      <div className="pair">
        <Button onPress={onLeave}>{w.own.no}</Button>
        <Button tone="alarm" onPress={onYes}>
          {w.own.yes}
        </Button>
      </div>
    </div>
  )
}

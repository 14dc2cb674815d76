import { useLaterSharedWords } from '../../parts/laterWords.ts'
import { StageField, useStageField } from '../../parts/StageField.tsx'
import { usePhase } from '../../session/useDocument.ts'
import { Button } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

/** What owner and coaches write before the room; there for as long as the phase lasts or a text stands in it. */
export const StagePanel = ({ onTake }: { onTake: (text: string) => void }) => {
  const w = useCoachWords()
  const shared = useLaterSharedWords()
  const before = usePhase()?.kind === 'write'
  const field = useStageField()
  const words = field.text.trim()
  return (
    <section className="panel" aria-labelledby="staged" hidden={!before && words === ''}>
      <h2 id="staged">{shared.staged.heading}</h2>
      <StageField field={field} before={before} />
      <p className="row">
        <Button why={words === '' ? w.why.empty : null} onPress={() => onTake(words)}>
          {w.question.draftTake}
        </Button>
      </p>
    </section>
  )
}

import { EarlierVersions } from '../../parts/EarlierVersions.tsx'
import { PlainHints } from '../../plain/PlainHints.tsx'
import { useText } from '../../session/useText.ts'
import { Button } from '../Action.tsx'
import { useCoachWords } from '../words.ts'

/** Prose that the owner and the coaches write together; no rule looks at it. */
export const DraftPanel = ({ onTake }: { onTake: (text: string) => void }) => {
  const w = useCoachWords()
  const draft = useText('text/draft')
  const state = !draft.ready ? w.question.draftAway : !draft.saved ? w.question.saving : draft.text === '' ? '' : w.question.saved
  return (
    <section className="panel">
      <h2>
        <label htmlFor="draft">{w.question.draft}</label>
      </h2>
      <p className="help">{w.question.draftHelp}</p>
      <textarea id="draft" rows={3} {...draft.bind} />
      <PlainHints text={draft.text} />
      <p className="row">
        <Button why={draft.text.trim() === '' ? w.why.empty : null} onPress={() => onTake(draft.text.trim())}>
          {w.question.draftTake}
        </Button>
        <span role="status">{state}</span>
      </p>
      <EarlierVersions field={draft} />
    </section>
  )
}

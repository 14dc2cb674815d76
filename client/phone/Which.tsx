import { Button } from '../parts/Button.tsx'
import type { Form } from '../writing/forms.ts'
import { useLaterWords } from '../writing/laterWords.ts'

/** Where a phase asks for two things, one of them stands open. */
export const Which = ({ forms, active, onChoose }: { forms: readonly Form[]; active: Form | null; onChoose: (form: Form) => void }) => {
  const w = useLaterWords()
  return (
    <fieldset className="which">
      <legend className="for-ears">{w.write.which}</legend>
      {forms.map((form) => (
        <Button key={form.name} pressed={form.name === active?.name} onPress={() => onChoose(form)}>
          {w.write.picks[form.as]}
        </Button>
      ))}
    </fieldset>
  )
}

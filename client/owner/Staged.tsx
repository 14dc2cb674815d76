import { useId } from 'react'
import { useLaterSharedWords } from '../parts/laterWords.ts'
import { StageField, useStageField } from '../parts/StageField.tsx'
import { Adopting } from './Adopting.tsx'

/** The owner writes before the room. `before`: it is on now; else the text stays for as long as there is one. */
export const Staged = ({ before }: { before: boolean }) => {
  const w = useLaterSharedWords()
  const id = useId()
  const field = useStageField()
  const words = field.text.trim()
  return (
    <section className="draft" aria-labelledby={id} hidden={!before && words === ''}>
      <h2 id={id}>{w.staged.heading}</h2>
      <StageField field={field} before={before} />
      <Adopting words={words} form="room" tone={before ? 'main' : 'plain'} />
    </section>
  )
}

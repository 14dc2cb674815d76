import { useLaterSharedWords } from '../parts/laterWords.ts'
import { StageField, useStageField } from '../parts/StageField.tsx'
import { Adopting } from './Adopting.tsx'
import { Rest } from './Rest.tsx'

/** The owner writes before the room. `before`: it is on now; else the text stays for as long as there is one. */
export const Staged = ({ before, draft }: { before: boolean; draft: string }) => {
  const w = useLaterSharedWords()
  const field = useStageField()
  const words = field.text.trim()
  return (
    <Rest field={field} heading={w.staged.heading} rests={!before} hidden={!before && words === ''}>
      <StageField field={field} before={before} draft={draft} />
      <Adopting words={words} form="room" tone={before ? 'main' : 'plain'} />
    </Rest>
  )
}

import { Notice } from '../parts/Notice.tsx'
import { useSentence } from '../session/useSentence.ts'

type Say = ReturnType<typeof useSentence>

/** Why the last press came to nothing, under its button. */
export const Refused = ({ refusal }: { refusal: Parameters<Say>[0] | null }) => {
  const say = useSentence()
  return refusal === null ? null : (
    <Notice tone="alarm">
      <p>{say(refusal)}</p>
    </Notice>
  )
}

import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import type { SharedIdea } from '../parts/Shared.tsx'
import { useAct } from '../session/useAct.ts'
import { useMay, useOwnersOwn } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { useOwnerWords } from './words.ts'

/** "Dit raakt me", at what the room has shared. */
export const Touch = ({ idea: { id, text } }: { idea: SharedIdea }) => {
  const w = useOwnerWords()
  const may = useMay()
  const say = useSentence()
  const marked = useOwnersOwn().marks.includes(id)
  const { act, busy, refusal } = useAct()
  if (!may('owner.mark')) return marked ? <p className="help touched">{w.touch.was}</p> : null
  return (
    <div className={marked ? 'touch touched' : 'touch'}>
      <Button
        tone="quiet"
        pressed={marked}
        label={w.touch.label(text)}
        busy={busy}
        onPress={() => void act({ type: 'owner.mark', idea: id, marked: !marked })}
      >
        {marked ? w.touch.on : w.touch.go}
      </Button>
      {refusal === null ? null : (
        <Notice tone="alarm">
          <p>{say(refusal)}</p>
        </Notice>
      )}
    </div>
  )
}

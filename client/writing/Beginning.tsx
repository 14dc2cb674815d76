import { Button } from '../parts/Button.tsx'
import { useLaterWords } from './laterWords.ts'

/** An offer to whoever looks at an empty field: the beginning of a closing sentence. */
export const Beginning = ({ onTake }: { onTake: (text: string) => void }) => {
  const w = useLaterWords()
  return (
    <Button tone="quiet" onPress={() => onTake(`${w.promise.closing} `)}>
      {w.promise.begin(w.promise.closing)}
    </Button>
  )
}

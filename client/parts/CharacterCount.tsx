import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { useSharedWords } from './words.ts'

/** Stands under a text field; speaks up only when the end comes near. */
export const CharacterCount = ({ text, maximum, id }: { text: string; maximum: number; id?: string }) => {
  const w = useSharedWords()
  const left = maximum - codePoints(normalise(text))
  return (
    <small id={id} className={left < 0 ? 'count count-over digits' : 'count digits'} aria-live={left <= 20 ? 'polite' : 'off'}>
      {left < 0 ? w.characters.over(-left) : w.characters.left(left)}
    </small>
  )
}

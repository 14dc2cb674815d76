import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useCoachWords } from '../words.ts'
import { useUnchosen } from './useUnchosen.ts'

/** After a burst the room talks about its questions; choosing one is at hand until it is done. */
export const NowChoose = () => {
  const w = useCoachWords()
  const desk = useDesk()
  return useUnchosen() ? <Button onPress={() => desk.open('question')}>{w.question.choose}</Button> : null
}

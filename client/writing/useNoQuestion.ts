import type { Refusal } from '../../shared/domain/refusals.ts'
import type { Contribution } from '../../shared/domain/state.ts'
import { later, useLater } from '../session/later.ts'
import { refusalsLater, useSentence } from '../session/useSentence.ts'

const questionLater = later(() => import('../../shared/text/question.ts'))

/** Why this is no question, in a sentence, where questions are asked; else `null`. Until the rule has come the server alone judges, and a text that
 *  it turns away is kept too. */
export const useNoQuestion = (as: Contribution): ((text: string) => string | null) => {
  const asks = as === 'question'
  const rule = useLater(questionLater, asks)
  const words = useLater(refusalsLater, asks)
  const say = useSentence()
  return (text) => {
    const because = asks && rule !== null && words !== null ? rule.noQuestion(text) : null
    if (because === null) return null
    const refusal: Refusal = { code: 'not-a-question', because }
    return say(refusal)
  }
}

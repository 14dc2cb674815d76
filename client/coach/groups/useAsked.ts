import { useCallback, useMemo, useState } from 'react'
import type { Answer } from '../../../shared/wire/messages.ts'
import type { Card } from '../model.ts'

/** `undefined`: into the dark, hidden. */
type Wish = { cluster: string | null | undefined }

/** What was asked and is not answered yet, laid over what stands: on a slow line the next key must already meet the next idea. */
export const useAsked = () => {
  const [wishes, setWishes] = useState<ReadonlyMap<string, Wish>>(new Map())
  const ask = useCallback(async (ideas: readonly string[], cluster: Wish['cluster'], send: () => Promise<Answer>): Promise<Answer> => {
    const wish = { cluster }
    setWishes((before) => new Map([...before, ...ideas.map((id) => [id, wish] as const)]))
    const answer = await send()
    // Refused or done: either way the documents say where it stands.
    setWishes((before) => new Map([...before].filter(([, other]) => other !== wish)))
    return answer
  }, [])
  const over = useCallback(
    (cards: readonly Card[]): Card[] =>
      cards.flatMap((card) => {
        const wish = wishes.get(card.id)
        if (wish === undefined) return [card]
        return wish.cluster === undefined ? [] : [{ ...card, cluster: wish.cluster }]
      }),
    [wishes],
  )
  return useMemo(() => ({ ask, over }), [ask, over])
}

/** What a coach began to write to the author of a card, on this device. */
import { useEffect } from 'react'
import { draftNames, dropDraft } from '../../session/drafts.ts'
import { useSession } from '../../session/SessionProvider.tsx'
import { useToldCards } from '../../session/useSeat.ts'

export const draftOf = (card: string): string => `card/${card}`

/** It goes with the card: what an author took back, or what went when the Plein was closed for good, is left nowhere (J4, J6). */
export const useDraftsOfCards = (plein: string): void => {
  const cards = useToldCards()
  const told = useSession().hello !== null
  useEffect(() => {
    if (!told) return
    const here = new Set(cards.map(({ card }) => draftOf(card)))
    for (const name of draftNames(plein)) if (name.startsWith(draftOf('')) && !here.has(name)) dropDraft(plein, name)
  }, [plein, cards, told])
}

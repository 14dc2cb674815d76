import { useMemo } from 'react'
import { sameWording } from '../../../shared/text/sameWording.ts'
import { useFramings } from '../../session/useDocument.ts'
import { useCards } from '../model.ts'

export type Wording = { id: string; name: string; what: 'now' | 'earlier' | 'proposal' | 'question' }

/** Not only when a coach asks for it. */
export const standsByItself = ({ what }: { what?: Wording['what'] | 'proposals' }): boolean =>
  what !== 'earlier' && what !== 'question' && what !== 'proposals'

/** What a room can be asked about, each once: the question of now, what was shared as a proposal, what the question was, and what a burst
 *  asked. */
export const useWordings = (): readonly Wording[] => {
  const cards = useCards()
  const chain = useFramings()
  return useMemo(() => {
    const links = chain.map(({ id, text }, at): Wording => ({ id, name: text, what: at === chain.length - 1 ? 'now' : 'earlier' }))
    const said = (what: 'proposal' | 'question') =>
      cards
        .filter(({ as, released, hidden }) => as === what && released && !hidden)
        .map(({ id, text }): Wording => ({ id, name: text, what }))
    const seen = new Set<string>()
    return [...links.slice(-1), ...said('proposal'), ...links.slice(0, -1), ...said('question')].filter(({ name }) => {
      const words = sameWording(name)
      return !seen.has(words) && seen.add(words)
    })
  }, [cards, chain])
}

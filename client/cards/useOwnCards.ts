import { useEffect, useSyncExternalStore } from 'react'
import type { Contributing } from '../session/contributing.ts'
import { jitter } from '../session/random.ts'
import { useContributing, useSession, useWorks } from '../session/SessionProvider.tsx'
import { type CardLine, makeOwnCards, type OwnCards } from './ownCards.ts'

/** Milliseconds between two questions while one has a card. No message says that a coach asks: it would tell the room that there are cards. */
const askEvery = 8000

const known = new WeakMap<Contributing, OwnCards>()

export const useOwnCards = (): OwnCards & { now: readonly CardLine[] } => {
  const contributing = useContributing()
  const { connection: line } = useWorks()
  const { connection } = useSession()
  const cards = known.get(contributing) ?? makeOwnCards(contributing, line.attempt)
  known.set(contributing, cards)
  const now = useSyncExternalStore(cards.subscribe, cards.lines)
  const any = now.length > 0
  useEffect(() => {
    if (connection !== 'live') return
    void cards.poll()
    if (!any) return
    let timer: ReturnType<typeof setTimeout>
    const ask = () => {
      timer = setTimeout(
        () => {
          if (document.visibilityState === 'visible') void cards.poll()
          ask()
        },
        askEvery * (0.75 + jitter() / 2),
      )
    }
    ask()
    const look = () => document.visibilityState === 'visible' && void cards.poll()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [cards, connection, any])
  return { ...cards, now }
}

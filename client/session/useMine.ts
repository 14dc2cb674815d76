import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { OutboxEntry } from './outbox.ts'
import { type OwnLine, ownLine } from './ownIdeas.ts'
import type { OwnStore } from './ownStore.ts'
import { useContributing, useSession } from './SessionProvider.tsx'
import { useFact, usePhase } from './useDocument.ts'

export const useOutbox = (): readonly OutboxEntry[] => {
  const { outbox } = useContributing()
  return useSyncExternalStore(outbox.subscribe, outbox.entries)
}

/** One's own ideas with their state, oldest first. Used once on a page: it also asks the server when something may have changed. */
export const useMine = (): { lines: readonly OwnLine[]; post: OwnStore['post']; forget: OwnStore['forget']; durable: boolean } => {
  const { own, shelf } = useContributing()
  const { hello, connection } = useSession()
  const outbox = useOutbox()
  const { ideas, mine } = useSyncExternalStore(own.subscribe, own.picture)
  const phase = usePhase()?.id ?? null

  // Only what stands on the board under an id that is known to be one's own: others' ideas are no reason to ask, nor to draw anything.
  const known = Object.values(mine).map(({ idea }) => idea)
  const texts = useFact('board', 'ideas', (shared) => JSON.stringify(known.map((idea) => shared.get(idea)?.text ?? null)))
  const places = useFact('board', 'places', (placed) => JSON.stringify(known.map((idea) => placed.get(idea) ?? null)))
  const asked = useFact('board', 'clusters', (groups) => JSON.stringify([...groups].flatMap(([id, it]) => (it.asked ? [id, it.name] : []))))
  const seen = `${known.join()}${texts}${places}${asked}`
  const before = useRef('')
  useEffect(() => {
    if (hello === null || connection !== 'live') return
    const now = `${phase}${seen}`
    if (before.current === now) return
    const timer = setTimeout(() => {
      before.current = now
      void own.poll()
    }, 400)
    return () => clearTimeout(timer)
  }, [own, hello, connection, phase, seen])
  useEffect(() => {
    if (connection === 'live') void own.poll()
  }, [own, connection])

  const lines = useMemo(() => {
    const told = JSON.parse(texts) as (string | null)[]
    const shared = new Set(Object.values(mine).flatMap(({ idea }, at) => (told[at] == null ? [] : [idea])))
    return ideas.map((idea) => {
      const said = mine[idea.key]
      // The board is quicker than the next question.
      const now = said?.state === 'waiting' && shared.has(said.idea) ? { ...said, state: 'shared' as const } : said
      return ownLine(idea, outbox, now, connection === 'live')
    })
  }, [ideas, mine, outbox, texts, connection])
  return { lines, post: own.post, forget: own.forget, durable: shelf.durable() }
}

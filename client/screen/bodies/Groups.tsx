import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useEntries } from '../../session/useDocument.ts'
import type { Current } from '../Body.tsx'
import { Heading } from '../Heading.tsx'
import { Pages } from '../Pages.tsx'
import { useScreenWords } from '../words.ts'

type Shown = { id: string; name: string; cards: { id: string; text: string }[] }
/** So many groups fit beside each other with cards under them; of more, names and counts. */
const withCards = 3

const useShownGroups = (): { groups: Shown[]; loose: Shown['cards'] } => {
  const clusters = useEntries('board', 'clusters')
  const ideas = useEntries('board', 'ideas')
  const places = useEntries('board', 'places')
  return useMemo(() => {
    const cards = [...ideas].filter(([, idea]) => idea.as === 'idea').sort(([, a], [, b]) => a.order - b.order)
    const of = (cluster: string | null) =>
      cards
        .filter(([id]) => (clusters.has(places.get(id) ?? '') ? places.get(id) : null) === cluster)
        .map(([id, { text }]) => ({ id, text }))
    const groups = [...clusters].sort(([, a], [, b]) => a.order - b.order).map(([id, { name }]) => ({ id, name, cards: of(id) }))
    return { groups, loose: of(null) }
  }, [clusters, ideas, places])
}

export const Groups = ({ phase }: { phase: Current }) => {
  const w = useScreenWords()
  const { groups, loose } = useShownGroups()
  const total = loose.length + groups.reduce((sum, group) => sum + group.cards.length, 0)
  const count = (
    <p className="screen-count">
      {w.ideas(total)}
      {loose.length === 0 || groups.length === 0 ? '' : ` · ${w.loose(loose.length)}`}
    </p>
  )
  if (groups.length === 0)
    return (
      <Pages phase={phase} aside={count} mark={loose.length}>
        {loose.map((card) => (
          <p key={card.id} className="screen-card">
            {card.text}
          </p>
        ))}
      </Pages>
    )
  if (groups.length > withCards)
    return (
      <Pages phase={phase} aside={count} mark={groups.length}>
        {groups.map((group) => (
          <GroupHead key={group.id} group={group} />
        ))}
      </Pages>
    )
  return (
    <section className="body">
      <Heading phase={phase} aside={count} />
      <div className="screen-groups">
        {groups.map((group) => (
          <section key={group.id} className="screen-group">
            <GroupHead group={group} />
            <Fitting cards={group.cards} />
          </section>
        ))}
      </div>
    </section>
  )
}

const GroupHead = ({ group }: { group: Shown }) => (
  <h3 className="screen-group-head">
    <span>{group.name}</span>
    <b>{group.cards.length}</b>
  </h3>
)

/** As many cards as fit at their own size, and how many there are besides. */
const Fitting = ({ cards }: { cards: Shown['cards'] }) => {
  const w = useScreenWords()
  const list = useRef<HTMLDivElement>(null)
  const [fits, setFits] = useState(cards.length)
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the cards change
  useLayoutEffect(() => {
    const box = list.current
    if (!box) return
    const measure = () => {
      const room = box.clientHeight
      const shown = [...box.querySelectorAll<HTMLElement>('.screen-card')].filter((card) => card.offsetTop + card.offsetHeight <= room)
      setFits(shown.length)
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    void document.fonts?.ready.then(measure)
    return () => watcher.disconnect()
  }, [cards])
  return (
    <>
      <div className="fitting" ref={list}>
        {cards.map((card, at) => (
          <p key={card.id} className={at < fits ? 'screen-card' : 'screen-card screen-card-cut'} aria-hidden={at >= fits}>
            {card.text}
          </p>
        ))}
      </div>
      {fits < cards.length ? <p className="screen-more">{w.more(cards.length - fits)}</p> : null}
    </>
  )
}

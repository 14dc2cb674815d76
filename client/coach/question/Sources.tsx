import { useState } from 'react'
import type { Source } from '../../../shared/domain/state.ts'
import { useEntries, useFramings } from '../../session/useDocument.ts'
import { plainText } from '../groups/plainText.ts'
import { type Card, useCards, useGroups, useRounds } from '../model.ts'
import { useCoachWords } from '../words.ts'

type List = { kind: Source['kind']; name: string; items: { id: string; name: string }[]; searched?: boolean }
type Props = { chosen: Source[]; onChange: (sources: Source[]) => void }

/** Only what the room has seen can be a source, so that a stranger can follow the chain. */
export const Sources = ({ chosen, onChange }: Props) => {
  const w = useCoachWords()
  const [search, setSearch] = useState('')
  const groups = useGroups().filter((group) => group.shown)
  const wanted = plainText(search.trim())
  const marks = useEntries('desk', 'marks')
  const shared = useCards().filter((card) => card.released && !card.hidden)
  const needed = shared.filter(({ as }) => as === 'condition')
  const ideas = shared
    .filter(({ as }) => as !== 'condition')
    // What touched the owner is the first to think of.
    .sort((one, other) => Number(marks.has(other.id)) - Number(marks.has(one.id)))
  const rounds = useRounds()
  const framings = useFramings()
  const named = (cards: readonly Card[]) => cards.map(({ id, text }) => ({ id, name: text }))
  const lists: List[] = [
    { kind: 'cluster', name: w.question.sourceGroups, items: groups.map(({ id, name }) => ({ id, name })) },
    { kind: 'idea', name: w.question.sourceIdeas, items: named(ideas), searched: true },
    // Where nobody was asked what they need there is nothing to look for.
    ...(needed.length === 0 ? [] : [{ kind: 'idea' as const, name: w.contributions.condition, items: named(needed) }]),
    {
      kind: 'round',
      name: w.question.sourceRounds,
      items: rounds.map(({ id, number, question }) => ({ id, name: question ?? w.question.round(number) })),
    },
    { kind: 'framing', name: w.question.sourceFramings, items: framings.map(({ id, text }) => ({ id, name: text })) },
  ]
  const has = (kind: Source['kind'], id: string) => chosen.some((source) => source.kind === kind && source.id === id)
  const toggle = (kind: Source['kind'], id: string) =>
    onChange(has(kind, id) ? chosen.filter((source) => source.kind !== kind || source.id !== id) : [...chosen, { kind, id }])
  return (
    <fieldset className="sources">
      <legend>{w.question.sources}</legend>
      {lists.map(({ kind, name, items, searched = false }) => (
        <details key={name}>
          <summary>
            {name} <b>{items.filter(({ id }) => has(kind, id)).length || ''}</b>
          </summary>
          {searched ? (
            <label className="field">
              <span className="for-ears">{w.groups.search}</span>
              <input type="search" placeholder={w.groups.search} value={search} onChange={(event) => setSearch(event.target.value)} />
            </label>
          ) : null}
          {items.length === 0 ? <p className="help">{w.question.sourceNone}</p> : null}
          <div className="ticks">
            {items
              .filter((item) => !searched || plainText(item.name).includes(wanted))
              .map((item) => (
                <label key={item.id} className="check">
                  <input type="checkbox" checked={has(kind, item.id)} onChange={() => toggle(kind, item.id)} />
                  {item.name}
                  {marks.has(item.id) ? <b className="tag">{w.owner.touched}</b> : null}
                </label>
              ))}
          </div>
        </details>
      ))}
    </fieldset>
  )
}

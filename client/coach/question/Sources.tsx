import { useState } from 'react'
import type { Source } from '../../../shared/domain/state.ts'
import { useEntries, useFramings } from '../../session/useDocument.ts'
import { useCards, useGroups, useRounds } from '../model.ts'
import { useCoachWords } from '../words.ts'

type Props = { chosen: Source[]; onChange: (sources: Source[]) => void }

/** Only what the room has seen can be a source, so that a stranger can follow the chain. */
export const Sources = ({ chosen, onChange }: Props) => {
  const w = useCoachWords()
  const [search, setSearch] = useState('')
  const groups = useGroups().filter((group) => group.shown)
  const wanted = search.trim().toLowerCase()
  const marks = useEntries('desk', 'marks')
  const ideas = useCards()
    .filter((card) => card.released && !card.hidden && card.text.toLowerCase().includes(wanted))
    // What touched the owner is the first to think of.
    .sort((one, other) => Number(marks.has(other.id)) - Number(marks.has(one.id)))
  const rounds = useRounds()
  const framings = useFramings()
  const lists: [Source['kind'], string, { id: string; name: string }[]][] = [
    ['cluster', w.question.sourceGroups, groups.map(({ id, name }) => ({ id, name }))],
    ['idea', w.question.sourceIdeas, ideas.map(({ id, text }) => ({ id, name: text }))],
    ['round', w.question.sourceRounds, rounds.map(({ id, number, question }) => ({ id, name: question ?? w.question.round(number) }))],
    ['framing', w.question.sourceFramings, framings.map(({ id, text }) => ({ id, name: text }))],
  ]
  const has = (kind: Source['kind'], id: string) => chosen.some((source) => source.kind === kind && source.id === id)
  const toggle = (kind: Source['kind'], id: string) =>
    onChange(has(kind, id) ? chosen.filter((source) => source.kind !== kind || source.id !== id) : [...chosen, { kind, id }])
  return (
    <fieldset className="sources">
      <legend>{w.question.sources}</legend>
      {lists.map(([kind, name, list]) => (
        <details key={kind}>
          <summary>
            {name} <b>{chosen.filter((source) => source.kind === kind).length || ''}</b>
          </summary>
          {kind === 'idea' ? (
            <label className="field">
              <span className="for-ears">{w.groups.search}</span>
              <input type="search" placeholder={w.groups.search} value={search} onChange={(event) => setSearch(event.target.value)} />
            </label>
          ) : null}
          {list.length === 0 ? <p className="help">{w.question.sourceNone}</p> : null}
          <div className="ticks">
            {list.map((item) => (
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

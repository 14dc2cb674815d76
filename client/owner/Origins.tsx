import type { Source } from '../../shared/domain/state.ts'
import { useClusters } from '../parts/Groups.tsx'
import { useRounds } from '../parts/rounds.ts'
import { useShared } from '../parts/Shared.tsx'
import { useOwnersOwn } from '../session/useSeat.ts'
import { useOwnerWords } from './words.ts'

/** What caused this wording: only what the room has seen, so that a stranger can follow the chain. */
export const Origins = ({
  asks,
  chosen,
  onChange,
}: {
  /** What is asked, with how many are chosen. */
  asks: (n: number) => string
  chosen: readonly Source[]
  onChange: (sources: Source[]) => void
}) => {
  const w = useOwnerWords()
  const groups = useClusters().map(({ id, name }) => ({ id, name }))
  const { marks } = useOwnersOwn()
  const known = [useShared('idea'), useShared('proposal'), useShared('question'), useShared('checkin'), useShared('condition')].flat()
  const touching = marks.flatMap((mark) => known.filter(({ id }) => id === mark)).map(({ id, text }) => ({ id, name: text }))
  const others = (as: 'idea' | 'proposal' | 'condition') =>
    known.filter((one) => one.as === as && !marks.includes(one.id)).map(({ id, text }) => ({ id, name: text }))
  const [ideas, proposals, needed] = [others('idea'), others('proposal'), others('condition')]
  const rounds = useRounds()
    .filter((round) => round.revealed)
    .map(({ id, question }, at) => ({ id, name: question ?? w.draft.round(at + 1) }))
  if (touching.length + groups.length + ideas.length + proposals.length + needed.length + rounds.length === 0) return null
  const lists: ['cluster' | 'idea' | 'round', string, { id: string; name: string }[]][] = [
    ['idea', w.touch.sources, touching],
    ['cluster', w.draft.groups, groups],
    ['round', w.draft.rounds, rounds],
    ['idea', w.draft.proposed, proposals],
    ['idea', w.draft.ideas, ideas],
    ['idea', w.draft.needed, needed],
  ]
  const has = (kind: Source['kind'], id: string) => chosen.some((source) => source.kind === kind && source.id === id)
  const toggle = (kind: Source['kind'], id: string) =>
    onChange(has(kind, id) ? chosen.filter((source) => source.kind !== kind || source.id !== id) : [...chosen, { kind, id }])
  return (
    <details className="group">
      <summary>{asks(chosen.length)}</summary>
      {lists.map(([kind, name, list]) =>
        list.length === 0 ? null : (
          <fieldset key={name}>
            <legend>{name}</legend>
            {list.map((one) => (
              <label key={one.id} className="choice">
                <input type="checkbox" checked={has(kind, one.id)} onChange={() => toggle(kind, one.id)} />
                {one.name}
              </label>
            ))}
          </fieldset>
        ),
      )}
    </details>
  )
}

import { useToldNames } from '../../session/useSeat.ts'
import { Action } from '../Action.tsx'
import { Cover } from '../Cover.tsx'
import { useDesk } from '../desk.ts'
import type { Group } from '../model.ts'
import { useCoachWords } from '../words.ts'

/** What authors say of a group's name, and their other words, each one tap away from being the name. */
export const NameCheck = ({ group }: { group: Group }) => {
  const w = useCoachWords()
  const { covered } = useDesk()
  const check = useToldNames().find(({ cluster }) => cluster === group.id)
  if (check === undefined && !group.asked) return null
  const { figures = null, suggestions = [] } = check ?? {}
  return (
    <div className="group-names">
      {group.asked && figures === null ? <small>{w.names.asked}</small> : null}
      {figures === null ? null : (
        <p>
          {figures.flagged ? <b className="tag">{w.names.flagged}</b> : null} <small>{w.names.figures(figures.yes, figures.no)}</small>
        </p>
      )}
      {suggestions.length === 0 ? null : (
        <ul aria-label={w.names.suggestions(group.name)}>
          {suggestions.map((name) => (
            <li key={name}>
              {covered ? <Cover text={name} /> : <span>{name}</span>}
              <Action
                compact
                command={{ type: 'cluster.rename', cluster: group.id, name }}
                {...(covered ? {} : { label: w.names.takeThis(name) })}
              >
                {w.names.take}
              </Action>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

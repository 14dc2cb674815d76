import type { FramingSource } from '../../shared/domain/state.ts'
import { within } from '../../shared/text/ownLines.ts'
import { useEntries, useFramings } from '../session/useDocument.ts'
import { useLaterSharedWords } from './laterWords.ts'
import { useRounds } from './rounds.ts'

/** What a wording came from. A group opens to its ideas; what the room sees no more is not there. */
export const SourceList = ({ sources }: { sources: readonly FramingSource[] }) => {
  const w = useLaterSharedWords()
  const ideas = useEntries('board', 'ideas')
  const places = useEntries('board', 'places')
  const clusters = useEntries('board', 'clusters')
  const rounds = useRounds()
  const framings = useFramings()
  const inside = (cluster: string) =>
    [...ideas].filter(([id, { as }]) => as === 'idea' && places.get(id) === cluster).sort(([, a], [, b]) => a.order - b.order)
  const shown = sources.flatMap(({ kind, id, touched }) => {
    const key = `${kind} ${id}`
    if (kind === 'cluster') {
      const group = clusters.get(id)
      if (!group) return []
      const held = inside(id)
      return [
        <li key={key}>
          <details className="group">
            <summary>{w.board.group(group.name, held.length)}</summary>
            <ul className="plain-list cards">
              {held.map(([idea, { text }]) => (
                <li key={idea} className="card said">
                  {within(text)}
                </li>
              ))}
            </ul>
          </details>
        </li>,
      ]
    }
    const round = rounds.findIndex((one) => one.id === id)
    const text =
      kind === 'idea'
        ? ideas.get(id)?.text
        : kind === 'framing'
          ? framings.find((one) => one.id === id)?.text
          : round === -1
            ? undefined
            : (rounds[round]?.question ?? w.chain.round(round + 1))
    return text === undefined
      ? []
      : [
          <li key={key} className="said source-said">
            {text}
            {touched ? <small className="source-touched">{w.chain.touched}</small> : null}
          </li>,
        ]
  })
  return shown.length === 0 ? null : (
    <>
      <p className="help">{w.chain.from}</p>
      <ul className="plain-list sources-shown">{shown}</ul>
    </>
  )
}

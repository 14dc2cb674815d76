import type { CSSProperties } from 'react'
import type { Block } from '../../shown/groups.ts'
import type { Shown } from '../../shown/shown.ts'
import { CardOf } from '../Cards.tsx'
import { Heading } from '../Heading.tsx'
import { useScreenWords } from '../words.ts'

export const Groups = ({ shown }: { shown: Extract<Shown, { what: 'groups' }> }) => {
  const w = useScreenWords()
  const count = w.groups(shown)
  return (
    <section className="stage-body">
      {shown.heading === null ? <p className="stage-line">{count}</p> : <Heading shown={shown} aside={<p>{count}</p>} />}
      <div
        className="stage-columns"
        style={
          {
            '--columns': shown.of,
            '--letters': `calc(${shown.size} * var(--vh))`,
            fontSize: `calc(${shown.cards} * var(--vh))`,
          } as CSSProperties
        }
      >
        {shown.columns.map((blocks, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
          <div key={at} className="stage-column">
            {blocks.map((block) => (
              <GroupBlock key={block.group} block={block} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

const GroupBlock = ({ block }: { block: Block }) => {
  const w = useScreenWords()
  return (
    <section className={`stage-group${block.name === null ? ' stage-group-loose' : ''}${block.continued ? ' stage-group-continued' : ''}`}>
      <h2>
        <span>{block.name ?? w.looseName}</span>
        {block.continued ? null : <b>{block.total}</b>}
      </h2>
      {block.cards.map((one) => (
        <CardOf key={`${one.id}/${one.part}`} one={one} />
      ))}
      {block.cards.length > 0 && block.rest > 0 ? <p className="stage-more">{w.more(block.rest)}</p> : null}
    </section>
  )
}

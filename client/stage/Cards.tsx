import type { CSSProperties } from 'react'
import { type Band, type Card, given } from '../shown/pages.ts'
import { useScreenWords } from './words.ts'

const begun = ({ part }: Card): boolean => part > 1

export const CardOf = ({ one, chosen = false }: { one: Card; chosen?: boolean }) => {
  const w = useScreenWords()
  return (
    <p className={`stage-card${one.letter === null ? '' : ' stage-item'}${chosen ? ' stage-card-chosen' : ''}`}>
      {chosen ? <span className="for-ears">{w.reframe.chosen} </span> : null}
      {one.letter === null ? null : <b className="stage-letter">{one.letter}</b>}
      <span>
        {begun(one) ? '… ' : ''}
        {one.text}
        {one.part < one.parts ? ' …' : ''}
        {given(one) === '' || one.part < one.parts ? null : <strong>{given(one)}</strong>}
      </span>
    </p>
  )
}

/** One page of cards, as `shown` has divided them. A key for each size of letters: Chromium left what stood in the cards in the old ones. */
export const Bands = ({
  bands,
  columns,
  size,
  chosen = null,
}: {
  bands: readonly Band[]
  columns: number
  size: number
  /** The one that became the question. */
  chosen?: string | null
}) => (
  <div key={size} className="stage-bands" style={{ '--letters': `calc(${size} * var(--vh))`, '--columns': columns } as CSSProperties}>
    {bands.map((band) => (
      <div key={band.columns.flat()[0]?.id} className={band.across ? 'stage-across' : 'stage-columns'}>
        {band.columns.map((cards, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
          <div key={at} className="stage-column">
            {cards.map((one) => (
              <CardOf key={`${one.id}/${one.part}`} one={one} chosen={one.id === chosen} />
            ))}
          </div>
        ))}
      </div>
    ))}
  </div>
)

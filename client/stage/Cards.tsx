import type { CSSProperties } from 'react'
import { type Band, type Card, given } from '../shown/pages.ts'

const begun = ({ part }: Card): boolean => part > 1

export const CardOf = ({ one }: { one: Card }) => (
  <p className={one.letter === null ? 'stage-card' : 'stage-card stage-item'}>
    {one.letter === null ? null : <b className="stage-letter">{one.letter}</b>}
    <span>
      {begun(one) ? '… ' : ''}
      {one.text}
      {one.part < one.parts ? ' …' : ''}
      {given(one) === '' || one.part < one.parts ? null : <strong>{given(one)}</strong>}
    </span>
  </p>
)

/** One page of cards, as `shown` has divided them. A key for each size of letters: Chromium left what stood in the cards in the old ones. */
export const Bands = ({ bands, columns, size }: { bands: readonly Band[]; columns: number; size: number }) => (
  <div key={size} className="stage-bands" style={{ '--letters': `calc(${size} * var(--vh))`, '--columns': columns } as CSSProperties}>
    {bands.map((band) => (
      <div key={band.columns.flat()[0]?.id} className={band.across ? 'stage-across' : 'stage-columns'}>
        {band.columns.map((cards, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
          <div key={at} className="stage-column">
            {cards.map((one) => (
              <CardOf key={`${one.id}/${one.part}`} one={one} />
            ))}
          </div>
        ))}
      </div>
    ))}
  </div>
)

import { type ComponentType, memo } from 'react'
import { Dots } from '../parts/Dots.tsx'
import type { RoundItemNow } from '../parts/rounds.ts'
import { useSharedWords } from '../parts/words.ts'
import { usePhoneWords } from './words.ts'

export type VoteItemProps = {
  item: RoundItemNow
  given: number
  maximum: number
  /** No dot is left to give. */
  spent: boolean
  /** Why nothing can be given at all. */
  barred: string | null
  onChange: (item: string, by: 1 | -1) => void
  /** A step that cannot be taken was pressed: a phone shows no title. */
  onWhy: (why: string) => void
  /** More to know of it; the same component each time. */
  Under: ComponentType<{ words: string }> | null
}

/** Its properties are plain or stay the same, so that a dot draws one item of a thousand. */
export const VoteItem = memo(({ item, given, maximum, spent, barred, onChange, onWhy, Under }: VoteItemProps) => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const name = item.words ?? shared.result.gone
  const called = `${item.letter}: ${name.length > 90 ? `${name.slice(0, 80)}…` : name}`
  const noLess = barred ?? (given === 0 ? w.vote.zero : null)
  const noMore =
    barred ?? (item.words === null || item.gone ? shared.result.gone : given >= maximum ? w.vote.full : spent ? w.vote.none : null)
  const step = (by: 1 | -1, label: string, why: string | null) => (
    <button
      type="button"
      className="button step"
      aria-label={why === null ? label : `${label}. ${why}`}
      aria-disabled={why !== null || undefined}
      title={why ?? undefined}
      onClick={() => {
        if (why === null) onChange(item.id, by)
        else onWhy(why)
      }}
    >
      <span aria-hidden="true">{by === 1 ? '+' : '−'}</span>
    </button>
  )
  return (
    <div className="card vote-item">
      <div className="vote-words">
        <p className="said lettered">
          <strong className="letter">{item.letter}</strong> {name}
          {item.gone && item.words !== null ? <small> ({shared.result.gone})</small> : null}
        </p>
        {Under === null || item.words === null ? null : <Under words={item.words} />}
        <Dots given={given} maximum={maximum} />
      </div>
      <div className="steps">
        {step(-1, w.vote.less(called), noLess)}
        {step(1, w.vote.more(called), noMore)}
      </div>
    </div>
  )
})

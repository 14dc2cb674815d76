import { Dots } from '../parts/Dots.tsx'
import type { RoundItemNow } from '../parts/rounds.ts'
import { useSharedWords } from '../parts/words.ts'
import { usePhoneWords } from './words.ts'

export const VoteItem = ({
  item,
  given,
  maximum,
  left,
  barred,
  onChange,
  onWhy,
}: {
  item: RoundItemNow
  given: number
  maximum: number
  left: number
  /** Why nothing can be given at all. */
  barred: string | null
  onChange: (by: 1 | -1) => void
  /** A step that cannot be taken was pressed: a phone shows no title. */
  onWhy: (why: string) => void
}) => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const name = item.words ?? shared.result.gone
  const noLess = barred ?? (given === 0 ? w.vote.zero : null)
  const noMore = barred ?? (item.words === null ? shared.result.gone : given >= maximum ? w.vote.full : left <= 0 ? w.vote.none : null)
  const step = (by: 1 | -1, label: string, why: string | null) => (
    <button
      type="button"
      className="button step"
      aria-label={why === null ? label : `${label}. ${why}`}
      aria-disabled={why !== null || undefined}
      title={why ?? undefined}
      onClick={() => {
        if (why === null) onChange(by)
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
        </p>
        <Dots given={given} maximum={maximum} />
      </div>
      <div className="steps">
        {step(-1, w.vote.less(`${item.letter}: ${name}`), noLess)}
        {step(1, w.vote.more(`${item.letter}: ${name}`), noMore)}
      </div>
    </div>
  )
}

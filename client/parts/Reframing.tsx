import type { CSSProperties } from 'react'
import { ChalkedSign, marked, useChange, Was } from './Change.tsx'
import { Sign, type SignSize } from './Sign.tsx'
import { Spoken } from './Spoken.tsx'
import { useReframing } from './useReframing.ts'
import { useSourceLine } from './useSourceLine.ts'
import '../styles/reframing.css'

/** The question on its plate, always in view. When it changes, the sign is changed: the lost words are struck, the plate lifts and the old
 *  wording steps out above it, the new words are chalked. Said once to who listens. Keep it mounted, or nobody hears the change. */
export const Reframing = ({
  size = 'small',
  heading,
  fresh = false,
  above = true,
  caption,
}: {
  size?: SignSize
  heading?: 1 | 2
  /** Keep the old wording and the chalk after the moment too: as long as the phase lasts in which it changed. */
  fresh?: boolean
  /** Where nothing below may move: the change happens on the plate, and the old wording does not stay above it. */
  above?: boolean
  /** Below the rule of the plate; by default where the wording came from, `null` for nothing. */
  caption?: string | null
}) => {
  const { now, before, moment } = useReframing()
  const source = useSourceLine()
  if (now === null) return null
  const changed = before !== null && (moment !== null || fresh)
  const below = caption === undefined ? (before === null ? null : source(now)) : caption
  return (
    <>
      <Spoken />
      {changed ? (
        <Changed
          key={now.id}
          above={above}
          before={before.text}
          text={now.text}
          caption={below}
          size={size}
          heading={heading}
          plays={moment === 'plays'}
        />
      ) : (
        <Sign text={now.text} caption={below} size={size} {...(heading ? { heading } : {})} />
      )}
    </>
  )
}

/** The old words lie on the plate of the new ones: many more of them are smaller, so that they stay on it; on the screen fewer are larger. */
const scaleOf = (before: string, text: string, size: SignSize): number => {
  const scale = Math.sqrt(text.length / Math.max(1, before.length))
  return size === 'screen' && scale > 1.2 ? Math.min(2, 0.85 * scale) : Math.min(1, scale)
}

/** Both wordings: the one that was above the plate, the one of now on it. */
export const Changed = ({
  before,
  short = null,
  above = true,
  text,
  caption,
  size,
  heading,
  plays = false,
}: {
  before: string
  /** The wording that was, as it fits. */
  short?: string | null
  above?: boolean
  text: string
  caption: string | null
  size: SignSize
  heading?: 1 | 2 | undefined
  /** In three beats, or as it is afterwards. */
  plays?: boolean
}) => {
  const change = useChange(before, text)
  const scale = scaleOf(before, text, size)
  return (
    <div className={plays ? 'reframing reframing-plays' : 'reframing'}>
      {above ? <Was before={before} after={text} short={short} /> : null}
      <div className="reframing-sign">
        <ChalkedSign text={text} before={before} caption={caption} size={size} {...(heading ? { heading } : {})} />
        {plays ? (
          <div className={`plate plate-${size} reframing-old`} aria-hidden="true" style={{ '--scale': scale } as CSSProperties}>
            <p className="plate-text">{change === null ? <del>{before}</del> : marked(change, 'lost', (words) => <del>{words}</del>)}</p>
          </div>
        ) : null}
      </div>
    </div>
  )
}

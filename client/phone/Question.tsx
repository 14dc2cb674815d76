import { useEffect, useRef, useState } from 'react'
import { Sign } from '../parts/Sign.tsx'
import { useReframing } from '../parts/useReframing.ts'
import { useSourceLine } from '../parts/useSourceLine.ts'
import { useSharedWords } from '../parts/words.ts'
import { useLater } from '../session/later.ts'
import type { Scene } from './held.ts'
import { pagesLater } from './later.ts'
import { useFold } from './useFold.ts'
import { useOwnSource } from './useOwnSource.ts'
import { usePhoneWords } from './words.ts'

/** The dilemma on its plate, always in view. As long as the phase lasts in which it changed, the old wording stands above it. */
export const Question = ({ phase, framings }: { phase: string | null; framings: Scene['framings'] }) => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const source = useSourceLine()
  const { now: latest, moment } = useReframing()
  const now = framings.at(-1)
  const before = framings.at(-2)
  // A page that waits for a sentence to be finished shows the change when it goes on.
  const plays = moment === 'plays' && latest?.id === now?.id
  const fresh = now !== undefined && before !== undefined && (plays || (now.phase !== null && now.phase === phase))
  const come = useLater(pagesLater, fresh)
  const mine = useOwnSource(now?.sources ?? [])
  const sentence = before === undefined || now === undefined ? '' : shared.chain.spoken(before.text, now.text)
  const [spoken, setSpoken] = useState('')
  const last = useRef(now?.id)
  useEffect(() => {
    if (last.current === now?.id) return
    // Said once, when it changes before one's eyes; not to whoever opens the page later.
    if (last.current !== undefined) setSpoken(sentence)
    last.current = now?.id
  }, [now?.id, sentence])
  const { box, long, open, turn } = useFold(now?.text ?? '', fresh)
  if (now === undefined) return null
  const caption = before === undefined ? null : [source(now), ...(mine ? [w.question.yours] : [])].join('. ')
  return (
    <section className="question" aria-label={fresh ? shared.chain.changed : undefined}>
      <p className="for-ears" role="status">
        {spoken}
      </p>
      <div ref={box}>
        {fresh && come !== null ? (
          <come.Changed key={now.id} before={before.text} text={now.text} caption={caption} size="small" plays={plays} />
        ) : (
          <Sign text={now.text} caption={caption} />
        )}
      </div>
      {long ? (
        <button type="button" className="button button-quiet question-fold" aria-expanded={open} onClick={turn}>
          {open ? w.question.less : w.question.more}
        </button>
      ) : null}
    </section>
  )
}

import { useId } from 'react'
import { arisingOf } from '../../shared/domain/framings/form.ts'
import { useFramings } from '../session/useDocument.ts'
import { ChalkedSign, Was } from './Change.tsx'
import { useLaterSharedWords } from './laterWords.ts'
import { SourceList } from './SourceList.tsx'
import '../styles/chain.css'

/** How the question changed, told from the beginning: what was asked, what the room said, and what was asked then. */
export const Chain = ({
  heading,
  folded = false,
}: {
  heading?: string /** Under a fold that says its name already. */
  folded?: boolean
}) => {
  const w = useLaterSharedWords()
  const id = useId()
  const framings = useFramings()
  if (framings.length === 0) return null
  return (
    <section className="story" aria-labelledby={id}>
      <h2 id={id} className={folded ? 'for-ears' : undefined}>
        {heading ?? w.chain.heading}
      </h2>
      <ol className="plain-list">
        {framings.map((framing, at) => {
          const before = framings[at - 1] ?? null
          const name = before === null ? w.chain.first : at === framings.length - 1 ? w.chain.now : w.chain.later
          return (
            <li key={framing.id}>
              <h3>
                {name} <span>{w.time(framing.at)}</span>
              </h3>
              {before === null ? null : <SourceList sources={framing.sources} />}
              {before === null ? null : <Was before={before.text} after={framing.text} />}
              <ChalkedSign
                size="small"
                text={framing.text}
                before={before?.text ?? null}
                caption={w.chain.arose(
                  w.chain.forms[arisingOf(framing)],
                  w.source.by[framing.by],
                  framing.resonance ? w.staged.resonance(framing.resonance.touches, framing.resonance.off) : null,
                )}
              />
            </li>
          )
        })}
      </ol>
      {framings.length === 1 ? <p className="help">{w.chain.same}</p> : null}
    </section>
  )
}

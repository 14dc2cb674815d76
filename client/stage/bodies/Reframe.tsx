import type { CSSProperties } from 'react'
import { Changed } from '../../parts/Reframing.tsx'
import { Sign } from '../../parts/Sign.tsx'
import { usePhase } from '../../session/useDocument.ts'
import type { Reframed } from '../../shown/reframed.ts'
import type { Shown } from '../../shown/shown.ts'
import { Heading } from '../Heading.tsx'
import { useCaption } from '../useCaption.ts'
import { useScreenWords } from '../words.ts'

/** The question, large, as one link of a chain: above it the wording that was. */
export const Reframe = ({
  it,
  shown,
  plays,
}: {
  it: Reframed /** With the phase's own question below it. */
  shown: Shown
  plays: boolean
}) => {
  const w = useScreenWords()
  const writes = usePhase()?.settings.whoPosts.includes('participant') ?? false
  const below = useCaption()(it.sources, shown.shape, { letter: it.now.letter })
  const style = { '--plate-letter': it.now.letter, '--was': it.was?.letter ?? 5 } as CSSProperties
  return (
    <section className={it.was === null ? 'stage-reframe' : 'stage-reframe stage-reframe-chain'} style={style}>
      {it.was === null ? (
        <Sign text={it.now.text} caption={below} size="screen" heading={1} />
      ) : (
        <Changed
          key={it.id}
          before={it.was.text}
          short={it.was.short}
          text={it.now.text}
          caption={below}
          size="screen"
          heading={1}
          plays={plays}
        />
      )}
      {shown.what === 'reframe' && shown.heading !== null ? (
        <>
          <Heading shown={shown} />
          {writes ? <p className="stage-help">{w.reframe.write}</p> : null}
        </>
      ) : null}
    </section>
  )
}

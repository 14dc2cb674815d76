import type { CSSProperties } from 'react'
import type { Source } from '../../../shared/domain/state.ts'
import type { Shape } from '../../../shared/wire/messages.ts'
import { Changed } from '../../parts/Reframing.tsx'
import { Sign } from '../../parts/Sign.tsx'
import { useEntries, useFramings } from '../../session/useDocument.ts'
import { shortened } from '../../shown/lines.ts'
import type { Reframed } from '../../shown/reframed.ts'
import type { Shown } from '../../shown/shown.ts'
import { caption, surfaces } from '../../shown/surface.ts'
import { Heading } from '../Heading.tsx'
import { type ScreenWords, useScreenWords } from '../words.ts'

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text)

/** Where the wording came from, in two lines at most. */
const useCaption = (sources: readonly Source[], shape: Shape, letter: number): string | null => {
  const w: ScreenWords = useScreenWords()
  const chain = useFramings()
  const ideas = useEntries('board', 'ideas')
  const places = useEntries('board', 'places')
  const clusters = useEntries('board', 'clusters')
  const inside = (cluster: string) => [...places.values()].filter((place) => place === cluster).length
  const said = ({ kind, id }: Source): string | null => {
    if (kind === 'cluster') return clusters.has(id) ? w.reframe.group(clusters.get(id)?.name ?? '', inside(id)) : null
    if (kind === 'idea') {
      const idea = ideas.get(id)
      return idea === undefined ? null : idea.as === 'proposal' ? w.reframe.proposal : w.reframe.idea(short(idea.text))
    }
    if (kind === 'round') return w.reframe.round
    return w.reframe.framing(short(chain.find((one) => one.id === id)?.text ?? ''))
  }
  const all = sources.flatMap((source) => said(source) ?? []).slice(0, 3)
  if (all.length === 0) return null
  const width = surfaces[shape].width - 8 - 1.5 * letter
  return shortened(w.reframe.from(w.reframe.list(all)), { font: 'plate', size: caption.size, width }, caption.lines)
}

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
  const below = useCaption(it.sources, shown.shape, it.now.letter)
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
      {shown.what === 'reframe' && shown.heading !== null ? <Heading shown={shown} /> : null}
    </section>
  )
}

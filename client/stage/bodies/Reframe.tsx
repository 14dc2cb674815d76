import type { CSSProperties } from 'react'
import type { Source } from '../../../shared/domain/state.ts'
import type { Shape } from '../../../shared/wire/messages.ts'
import { Changed } from '../../parts/Reframing.tsx'
import { Sign } from '../../parts/Sign.tsx'
import { useEntries, useFramings, usePhase } from '../../session/useDocument.ts'
import { shortened } from '../../shown/lines.ts'
import type { Reframed } from '../../shown/reframed.ts'
import type { Shown } from '../../shown/shown.ts'
import { caption, surfaces } from '../../shown/surface.ts'
import { Heading } from '../Heading.tsx'
import { type ScreenWords, useScreenWords } from '../words.ts'

const short = (text: string, most: number): string => {
  if (text.length <= most) return text
  const words = text.slice(0, most - 1).replace(/\s\S*$/, '')
  return `${words}…`
}
/** How much of an idea is quoted: less before one is left out, so that what is quoted is never cut off without its end. */
const quoted = [60, 48, 36, 24]

/** Where the wording came from, in two lines at most. */
const useCaption = (sources: readonly Source[], shape: Shape, letter: number): string | null => {
  const w: ScreenWords = useScreenWords()
  const chain = useFramings()
  const ideas = useEntries('board', 'ideas')
  const places = useEntries('board', 'places')
  const clusters = useEntries('board', 'clusters')
  const inside = (cluster: string) => [...places.values()].filter((place) => place === cluster).length
  const said = ({ kind, id }: Source, most: number): string | null => {
    if (kind === 'cluster') return clusters.has(id) ? w.reframe.group(clusters.get(id)?.name ?? '', inside(id)) : null
    if (kind === 'idea') {
      const idea = ideas.get(id)
      return idea === undefined ? null : idea.as === 'proposal' ? w.reframe.proposal : w.reframe.idea(short(idea.text, most))
    }
    if (kind === 'round') return w.reframe.round
    return w.reframe.framing(short(chain.find((one) => one.id === id)?.text ?? '', most))
  }
  const known = sources.filter((source) => said(source, 0) !== null)
  if (known.length === 0) return null
  const width = surfaces[shape].width - 8 - 1.5 * letter
  const type = { font: 'plate', size: caption.size, width } as const
  const line = (named: number, most: number) => {
    const names = known.slice(0, named).flatMap((source) => said(source, most) ?? [])
    return w.reframe.from(w.reframe.list(named < known.length ? [...names, w.reframe.more(known.length - named)] : names))
  }
  const ways = [3, 2, 1].flatMap((named) => quoted.map((most) => line(named, most)))
  return ways.find((way) => shortened(way, type, caption.lines) === way) ?? shortened(line(1, 24), type, caption.lines)
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
  const w = useScreenWords()
  const writes = usePhase()?.settings.whoPosts.includes('participant') ?? false
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
      {shown.what === 'reframe' && shown.heading !== null ? (
        <>
          <Heading shown={shown} />
          {writes ? <p className="stage-help">{w.reframe.write}</p> : null}
        </>
      ) : null}
    </section>
  )
}

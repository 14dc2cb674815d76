import { useMemo } from 'react'
import type { Source } from '../../../shared/domain/state.ts'
import { Sign, Was } from '../../parts/Sign.tsx'
import { useEntries, useFramings } from '../../session/useDocument.ts'
import type { Current } from '../Body.tsx'
import { Heading } from '../Heading.tsx'
import { long } from '../signSize.ts'
import { useScreenWords } from '../words.ts'

const short = (text: string): string => (text.length > 70 ? `${text.slice(0, 67).trimEnd()}…` : text)

/** The sign is changed: the wording that was with its lost words struck, the new one with its new words in chalk. */
export const Reframe = ({ phase }: { phase: Current }) => {
  const w = useScreenWords()
  const chain = useFramings()
  const ideas = useEntries('board', 'ideas')
  const clusters = useEntries('board', 'clusters')
  const proposals = useMemo(
    () => [...ideas].filter(([, idea]) => idea.as === 'proposal' && idea.phase === phase.id).sort(([, a], [, b]) => b.order - a.order),
    [ideas, phase.id],
  )
  const now = chain.at(-1)
  // Once the question has changed here, the new one is what the room looks at.
  const choosing = proposals.length > 0 && now?.phase !== phase.id
  const before = chain.at(-2)
  const said = ({ kind, id }: Source): string | null => {
    if (kind === 'cluster') return clusters.has(id) ? w.reframe.group(clusters.get(id)?.name ?? '') : null
    if (kind === 'idea') {
      const idea = ideas.get(id)
      return idea === undefined ? null : idea.as === 'proposal' ? w.reframe.proposal : w.reframe.idea(short(idea.text))
    }
    if (kind === 'round') return w.reframe.round
    return w.reframe.framing(short(chain.find((one) => one.id === id)?.text ?? ''))
  }
  const sources = now?.sources.flatMap((source) => said(source) ?? []).slice(0, 3) ?? []
  if (now === undefined) return null
  return (
    <section className={choosing ? 'body body-reframe body-choosing' : 'body body-reframe'}>
      {before === undefined ? null : (
        <div className="screen-was" key={`was-${now.id}`}>
          <Was before={before.text} after={now.text} />
        </div>
      )}
      <div className={`screen-sign screen-sign-new ${long(now.text)}`} key={now.id}>
        <Sign
          text={now.text}
          before={before?.text ?? null}
          caption={sources.length === 0 ? null : w.reframe.from(w.reframe.list(sources))}
          size="screen"
          heading={1}
        />
      </div>
      <Heading phase={phase} />
      {!choosing ? null : (
        <div className="screen-proposals">
          {proposals.slice(0, 3).map(([id, idea]) => (
            <p key={id} className="screen-card">
              {idea.text}
            </p>
          ))}
          {proposals.length > 3 ? <p className="screen-more">{w.more(proposals.length - 3)}</p> : null}
        </div>
      )}
    </section>
  )
}

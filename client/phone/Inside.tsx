import { useEffect, useRef } from 'react'
import { kinds } from '../../shared/domain/phases/kinds.ts'
import type { PhaseEntry, PleinFields } from '../../shared/wire/documents.ts'
import { Notice } from '../parts/Notice.tsx'
import { useRounds } from '../parts/rounds.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntries } from '../session/useDocument.ts'
import { useMine } from '../session/useMine.ts'
import { useCrowd, useMay } from '../session/useSeat.ts'
import { useForms } from '../writing/forms.ts'
import { OwnIdeas } from '../writing/OwnIdeas.tsx'
import { Unsent } from '../writing/Unsent.tsx'
import { Write } from '../writing/Write.tsx'
import { Closed } from './Closed.tsx'
import { More } from './More.tsx'
import { PhasePart } from './PhasePart.tsx'
import { headingOf, lineOf } from './phase.ts'
import { Vote } from './Vote.tsx'
import { usePhoneWords } from './words.ts'

/** One page for all phases: what is being written keeps its place in it, whatever comes and goes around it. */
export const Inside = ({ plein, phase, name }: { plein: PleinFields; phase: (PhaseEntry & { id: string }) | null; name: string }) => {
  const w = usePhoneWords()
  const session = useSession()
  const may = useMay()
  const crowd = useCrowd()
  const phases = useEntries('board', 'phases')
  const mine = useMine()
  const rounds = useRounds()
  const round =
    phase === null
      ? undefined
      : (rounds.find((it) => it.phase === phase.id && it.status === 'open') ?? rounds.filter((it) => it.phase === phase.id).at(-1))
  const elsewhere = rounds.filter((it) => it.status === 'open' && it.id !== round?.id)
  const asks = phase !== null && kinds[phase.kind].contributions.length > 0
  const { forms, done } = useForms(session.plein, phase, asks && may('idea.post'))

  const closed = plein.stage === 'closed'
  const heading = closed ? w.closed.heading : phase === null ? w.inside.prepared.heading : headingOf(w, phase, name)
  const line = closed ? '' : phase === null ? w.inside.prepared.now : lineOf(w, phase, round)

  const top = useRef<HTMLHeadingElement>(null)
  const before = useRef(phase?.id)
  useEffect(() => {
    if (before.current === phase?.id) return
    before.current = phase?.id
    // Nobody is yanked: only a page in which nobody is writing goes to its new heading.
    const at = document.activeElement
    if (at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement) return
    if (at === null || at === document.body) top.current?.focus()
    else top.current?.scrollIntoView({ block: 'nearest' })
  }, [phase?.id])

  return (
    <>
      <section className="now">
        <h1 ref={top} tabIndex={-1}>
          {heading}
        </h1>
        {line === '' ? null : <p>{line}</p>}
        {phase === null && !closed && crowd !== null ? <p className="help">{w.inside.present(crowd.present)}</p> : null}
      </section>
      <p className="for-ears" role="status">
        {phase === null ? heading : w.announce(name, line)}
      </p>
      {mine.durable ? null : (
        <Notice tone="quiet">
          <p>{w.inside.memory}</p>
        </Notice>
      )}
      <div className="forms">
        {forms.map((form) =>
          closed ? (
            <Unsent key={form.name} form={form} />
          ) : (
            <Write
              key={form.name}
              form={form}
              phase={phases.get(form.phase)}
              late={form.phase !== phase?.id}
              heading={phase?.kind === 'harvest'}
              lines={mine.lines}
              post={mine.post}
              onDone={done}
            />
          ),
        )}
      </div>
      {asks && !may('idea.post') && session.hello !== null ? <p className="help">{w.write.others}</p> : null}
      {closed ? <Closed /> : phase === null ? null : <PhasePart phase={phase} round={round} lines={mine.lines} />}
      <OwnIdeas lines={mine.lines} post={mine.post} forget={mine.forget} unfolded={asks || closed} />
      {elsewhere.map((it) => (
        <details key={it.id} className="group">
          <summary>{w.vote.still}</summary>
          <Vote round={it} />
        </details>
      ))}
      <More />
    </>
  )
}

import { useEffect, useRef, useState } from 'react'
import { asked } from '../../shared/domain/phases/asked.ts'
import { takeArrived } from '../door/joining.ts'
import { Button } from '../parts/Button.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useRounds } from '../parts/rounds.ts'
import { useSharedWords } from '../parts/words.ts'
import { useLater } from '../session/later.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntries, useFact } from '../session/useDocument.ts'
import { useMine } from '../session/useMine.ts'
import { useMay } from '../session/useSeat.ts'
import { Bar } from '../writing/Bar.tsx'
import { OwnIdeas } from '../writing/OwnIdeas.tsx'
import { useUnlessIn } from '../writing/useUnlessIn.ts'
import { Write } from '../writing/Write.tsx'
import { Folded } from './Folded.tsx'
import { Here } from './Here.tsx'
import type { Moved, Scene } from './held.ts'
import { LookAlong } from './LookAlong.tsx'
import { pagesLater } from './later.ts'
import { More } from './More.tsx'
import { Path } from './Path.tsx'
import { PhasePart } from './PhasePart.tsx'
import { headingOf, lineOf } from './phase.ts'
import { Ready } from './Ready.tsx'
import { Signals } from './Signals.tsx'
import { Told } from './Told.tsx'
import { useForm } from './useForm.ts'
import { useInvitation } from './useInvitation.ts'
import { Vote } from './Vote.tsx'
import { usePhoneWords } from './words.ts'

/** One page for all phases: what is being written keeps its place in it, whatever comes and goes around it. */
export const Inside = ({
  scene: { plein, phase, posts },
  name,
  moved,
  goAlong,
  away,
}: {
  scene: Scene
  name: string
  moved: Moved
  goAlong: () => void
  /** What to say of a line that is away. */
  away: string | null
}) => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const may = useMay()
  const phases = useEntries('board', 'phases')
  const mine = useMine()
  const rounds = useRounds()
  const round =
    phase === null
      ? undefined
      : (rounds.find((it) => it.phase === phase.id && it.status === 'open') ?? rounds.filter((it) => it.phase === phase.id).at(-1))
  const elsewhere = rounds.filter((it) => it.status === 'open' && it.id !== round?.id && plein.stage !== 'closed' && moved !== 'closed')
  const asks = phase !== null && asked[phase.kind].length > 0
  const desk = useForm(useSession().plein, phase, asks && posts)

  const collected = phase?.kind === 'ideas' || phase?.kind === 'burst' ? phase.id : null
  const shown = useFact('board', 'ideas', (ideas) => collected !== null && [...ideas.values()].some((idea) => idea.phase === collected))
  const closed = plein.stage === 'closed'
  const come = useLater(pagesLater, closed || rounds.length > 0 || desk.kept.length > 0 || phase?.kind === 'burst')
  const heading = closed ? w.closed.heading : phase === null ? w.inside.prepared.heading : headingOf(shared, phase)
  const line = closed ? w.closed.thanks : phase === null ? w.inside.prepared.now : lineOf(w, phase, round, shown)
  /** Who listens hears of what was shared where their own idea stands, once. */
  const spoken = closed || phase === null ? line : lineOf(w, phase, round, false)
  /** A text of an earlier phase that was taken up again: for as long as it is open the page is about nothing else. */
  const aside = desk.active !== null && desk.active.phase !== phase?.id
  const voting = phase?.kind === 'vote' && round?.status === 'open'

  const top = useRef<HTMLHeadingElement>(null)
  const now = `${plein.stage} ${phase?.id}`
  const before = useRef(now)
  useEffect(() => {
    if (takeArrived()) top.current?.focus()
  }, [])
  useEffect(() => {
    if (before.current === now) return
    before.current = now
    // The scene changes only when nobody is in the middle of a sentence, so nothing is taken from anybody here.
    top.current?.focus()
    window.scrollTo({ top: 0 })
  }, [now])

  const [looking, setLooking] = useState(false)
  const [seen, setSeen] = useState<string | null>(null)
  const invited = useInvitation()
  const invitation = invited === null || invited.name === seen || looking || moved !== 'no' || aside || closed ? null : invited
  const lookAt = () => {
    setLooking(true)
    setSeen(invited?.name ?? null)
    document.getElementById('kijk-mee')?.focus()
    document.getElementById('kijk-mee')?.scrollIntoView({ block: 'start' })
  }
  const told =
    moved === 'no' && away === null && invitation === null ? null : (
      <Told moved={moved} away={away} invitation={invitation?.what ?? null} onLook={lookAt} />
    )
  // In phases in which people write, vote or group.
  const busy = phase !== null && (asks || voting || (phase.kind === 'cluster' && phase.settings.whoGroups === 'authors'))
  const ready = busy && !closed && moved === 'no' ? <Ready phase={phase.id} /> : null
  const along = moved === 'no' ? null : <Button onPress={goAlong}>{w.held.go}</Button>
  // Whether somebody answered after a vote says what they did not choose: it is folded away with the question.
  const written = mine.lines.filter(({ as }) => as !== 'condition')
  const own = <OwnIdeas lines={written} post={mine.post} forget={mine.forget} unfolded={asks} listed={closed} />
  // Where people write or vote nothing comes between.
  const namesLast = useUnlessIn(`${now} ${busy}`, busy, '.verify')
  const names = closed || come === null ? null : <come.VerifyNames lines={mine.lines} />
  return (
    <>
      <section className="now">
        <h1 ref={top} tabIndex={-1}>
          {heading}
        </h1>
        {line === '' ? null : <p>{line}</p>}
      </section>
      <p className="for-ears" role="status">
        {phase === null ? heading : w.announce(name, spoken)}
      </p>
      {mine.durable ? null : (
        <Notice tone="quiet">
          <p>{w.inside.memory}</p>
        </Notice>
      )}
      {come === null ? null : <come.TooLate />}
      {phase?.kind === 'burst' && !closed && !aside && moved === 'no' && come !== null ? (
        <come.Mood phase={phase} lines={mine.lines} />
      ) : null}
      {desk.choices.length > 1 && !aside && come !== null ? (
        <come.Which forms={desk.choices} active={desk.active} onChoose={desk.open} />
      ) : null}
      {desk.active === null ? null : (
        <Write
          key={desk.active.name}
          form={desk.active}
          phase={phases.get(desk.active.phase)}
          late={aside}
          heading={false}
          lines={mine.lines}
          post={mine.post}
          onDone={(form) => {
            desk.done(form)
            if (moved !== 'no') goAlong()
          }}
          begin={desk.asked}
          barred={moved === 'closed' || moved === 'others'}
          above={told}
          beside={along ?? (aside ? <Button onPress={() => desk.open(null)}>{w.write.later}</Button> : ready)}
        />
      )}
      {aside ? null : (
        <>
          {asks && !posts ? <p className="help">{w.write.others}</p> : null}
          {come === null ? null : <come.Asked lines={mine.lines} post={mine.post} forget={mine.forget} closed={closed} />}
          {asks ? own : null}
          {namesLast ? null : names}
          {closed ? (
            come === null ? null : (
              <come.Closed lines={mine.lines} />
            )
          ) : phase === null ? (
            <Here />
          ) : (
            <PhasePart phase={phase} round={round} lines={mine.lines} told={told} ready={ready} />
          )}
          {closed || come === null ? null : <come.Kept desk={desk} others={posts ? undefined : phase?.id} />}
          {asks || (closed && !may('idea.withdraw')) ? null : own}
          {elsewhere.map((it) => (
            <details key={it.id} className="group">
              <summary>{w.vote.still}</summary>
              <Vote round={it} />
            </details>
          ))}
          {namesLast ? names : null}
          {phase === null ? null : (
            <Signals ready={busy}>
              {may('tap.set') ? <Folded name="pulse" summary={w.signals.pulse} draw={(it) => <it.Pulse />} /> : null}
            </Signals>
          )}
          {(phase === null && !closed) || come === null ? null : <come.Cards listed={closed} />}
          {closed ? null : <Path />}
          {closed ? null : <LookAlong open={looking} onOpen={setLooking} />}
          <More />
        </>
      )}
      {desk.active === null && !voting && !closed && (told !== null || ready !== null) ? (
        <Bar>
          {told}
          {along === null && ready === null ? null : <div className="thumb">{along ?? ready}</div>}
        </Bar>
      ) : null}
    </>
  )
}

import { useSession } from '../session/SessionProvider.tsx'
import { useEntry, usePhase } from '../session/useDocument.ts'
import { useCrowd } from '../session/useSeat.ts'
import { AdmitForm } from './manage/AdmitForm.tsx'
import { Life } from './manage/Life.tsx'
import { useProgramme } from './model.ts'
import { nextFrom, usePhaseName } from './programme/phaseName.ts'
import { useCoachWords } from './words.ts'

/** Now, what comes next, how people get in, and whether the room is ready. */
export const NowSheet = () => {
  const w = useCoachWords()
  const phase = usePhase()
  const nameOf = usePhaseName()
  const next = nextFrom(useProgramme(), phase?.id ?? null)
  const { hello } = useSession()
  const stage = useEntry('board', 'plein', 'stage')
  return (
    <>
      <section className="card-now">
        <h2>{phase === null ? w.now.notStarted : nameOf(phase)}</h2>
        {phase?.settings.prompt == null ? null : (
          <p>
            {w.now.prompt}: “{phase.settings.prompt}”
          </p>
        )}
        {next === undefined ? null : (
          <p className="help">
            {w.now.next}: {nameOf(next)}
          </p>
        )}
      </section>
      {stage === 'open' ? null : <Life />}
      <section>
        <h2>{w.now.check}</h2>
        <RoomCheck />
      </section>
      {hello?.join ? (
        <section>
          <h2>{w.now.join}</h2>
          <dl className="counts">
            <div>
              <dt>{w.now.address}</dt>
              <dd>{hello.join.address.replace(/^https?:\/\//, '')}</dd>
            </div>
            <div>
              <dt>{w.now.code}</dt>
              <dd className="code">{hello.join.code}</dd>
            </div>
          </dl>
        </section>
      ) : null}
      <AdmitForm />
    </>
  )
}

/** Ticks itself. */
const RoomCheck = () => {
  const w = useCoachWords()
  const crowd = useCrowd()
  const stage = useEntry('board', 'plein', 'stage')
  const lines: [string, boolean, string][] = [
    [w.now.screen, (crowd?.screens ?? 0) > 0, w.now.screenNone],
    [w.now.phone, (crowd?.joined ?? 0) > 0, w.now.phoneNone],
    [w.now.coach, (crowd?.coaches ?? 0) > 1, w.now.coachNone],
    [w.now.open, stage === 'open', stage === 'closed' ? w.why.closed : w.now.openNone],
  ]
  return (
    <ul className="roomcheck">
      {lines.map(([name, done, missing]) => (
        <li key={name} className={done ? 'done' : undefined}>
          <span aria-hidden="true">{done ? '✓' : '○'}</span>
          <span>
            <strong>{name}</strong>: {done ? w.now.ok : w.now.not}
            {done ? null : <small>{missing}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}

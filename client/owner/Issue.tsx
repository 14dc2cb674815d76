import { useEffect } from 'react'
import { asked } from '../../shared/domain/phases/asked.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { Intake } from '../intake/Intake.tsx'
import { Reread } from '../intake/Reread.tsx'
import { Widened } from '../intake/Widened.tsx'
import { Chain } from '../parts/Chain.tsx'
import { ConnectionLine } from '../parts/ConnectionLine.tsx'
import { Ended } from '../parts/Ended.tsx'
import { Groups, Proposed } from '../parts/Groups.tsx'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Leave } from '../parts/Leave.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Questions } from '../parts/Questions.tsx'
import { Receipt } from '../parts/Receipt.tsx'
import { Reframing } from '../parts/Reframing.tsx'
import { useRounds } from '../parts/rounds.ts'
import { Shared } from '../parts/Shared.tsx'
import { Timer } from '../parts/Timer.tsx'
import { useSharedWords } from '../parts/words.ts'
import { Signals } from '../phone/Signals.tsx'
import { useLater } from '../session/later.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { usePhase, usePlein } from '../session/useDocument.ts'
import { useCrowd } from '../session/useSeat.ts'
import { useUnlessIn } from '../writing/useUnlessIn.ts'
import { Contribute } from './Contribute.tsx'
import { Left } from './Left.tsx'
import { Listens } from './Listens.tsx'
import { partsLater } from './later.ts'
import { Touch } from './Touch.tsx'
import { useOwnerWords } from './words.ts'

/** Else the owner listens, writes along with the room, or before it: one thing at a time. */
const draftIsNow = (kind: PhaseKind): boolean => kind === 'reframe' || (kind !== 'write' && asked[kind].length === 0)

/** Everything of one issue: the question, how it changed, the draft of its next wording, the board, the outcome. */
export const Issue = () => {
  const w = useOwnerWords()
  const shared = useSharedWords()
  const { connection } = useSession()
  const plein = usePlein()
  const phase = usePhase()
  const crowd = useCrowd()
  const results = useRounds().filter((round) => round.revealed && round.result !== null)
  const come = useLater(partsLater)
  const moment = `${plein?.stage} ${phase?.id}`
  /** The owner's last word is what there is to say now. */
  const ending = plein?.stage === 'closed' || (plein?.stage === 'open' && phase?.kind === 'harvest')
  const wordFirst = useUnlessIn(moment, ending, '.word')
  const intake = useUnlessIn(moment, plein?.stage === 'prepared', '.intake')
  const wordings = useUnlessIn(moment, plein?.stage !== 'closed', '.draft')
  const title = plein?.title
  useEffect(() => {
    if (title) document.title = title
  }, [title])

  if (connection === 'ended')
    return (
      <Ended start="/eigenaar">
        <Left />
      </Ended>
    )
  if (plein === null)
    return (
      <main className="owner">
        <Loading />
        <ConnectionLine />
      </main>
    )
  const open = plein.stage === 'open'
  const word = come === null ? null : <come.Word tone={ending && open ? 'main' : 'plain'} />
  // Before a coach starts it a clock says nothing.
  const { timer } = plein
  const begun = open && (timer.status === 'running' || (timer.status === 'paused' && timer.left < timer.length))
  return (
    <main className="owner">
      <header className="owner-head">
        <h1>{plein.title}</h1>
        <div className="owner-head-end">
          <Receipt />
          <Leave start="/eigenaar" also={w.leaves} />
          <LanguageSwitch />
        </div>
      </header>
      <ConnectionLine />
      <Widened />
      <Reframing size="large" />
      <div className="owner-now">
        <p role="status">
          {w.stage[plein.stage]} {open && phase !== null ? `${w.phase(phase.title ?? shared.kinds[phase.kind])}. ` : null}
          {open && crowd !== null ? w.present(crowd.present) : null}
        </p>
        {begun ? <Timer timer={timer} /> : null}
      </div>
      {open ? <Signals ready={false} /> : null}
      <div className="owner-columns">
        <div className="owner-work">
          {plein.stage === 'closed' && come !== null ? <come.DayAfter /> : null}
          {intake ? <Intake role="owner" /> : null}
          {wordFirst ? word : null}
          {wordings && come !== null ? (
            <come.Wordings
              open={plein.stage !== 'prepared'}
              before={open && phase?.kind === 'write'}
              rests={open && phase !== null && !draftIsNow(phase.kind)}
            />
          ) : null}
          <Listens />
          <Contribute phase={open ? phase : null} closed={plein.stage === 'closed'} />
          {plein.stage === 'prepared' || come === null ? null : <come.Cards />}
          {wordFirst ? null : word}
          {intake ? null : <Reread role="owner" />}
          {plein.stage === 'closed' || come === null ? null : <come.Downloads />}
          {plein.stage === 'closed' || come === null ? null : <come.Reminder level="h2" />}
        </div>
        <div className="owner-read">
          <Chain heading={w.story.heading} />
          <section>
            <h2>{w.board.heading}</h2>
            {open ? <p className="help">{w.touch.help}</p> : null}
            <Shared as="checkin" heading={shared.board.checkins} each={Touch} />
            <Groups each={Touch} />
            <Questions each={Touch} />
            <Proposed each={Touch} />
            <Shared as="commitment" heading={shared.board.commitments} />
            <Shared as="closing" heading={shared.board.closings} />
          </section>
          {results.length === 0 || come === null ? null : (
            <section>
              <h2>{w.board.results}</h2>
              {results.map((round) => (
                <come.Result key={round.id} round={round} />
              ))}
            </section>
          )}
        </div>
      </div>
    </main>
  )
}

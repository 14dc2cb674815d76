import type { Notice } from '../../shared/wire/messages.ts'
import { Paving } from '../parts/Paving.tsx'
import { Sign } from '../parts/Sign.tsx'
import { useDilemma, useEntries, useEntry, usePhase } from '../session/useDocument.ts'
import { useCrowd, useNotices } from '../session/useSeat.ts'
import { Button } from './Action.tsx'
import { useRounds } from './model.ts'
import { usePhaseName } from './programme/phaseName.ts'
import { Undo } from './Undo.tsx'
import { type CoachWords, useCoachWords } from './words.ts'

/** What the room sees and how many are in it; counts only. */
export const Side = () => {
  const w = useCoachWords()
  return (
    <aside className="side">
      <Notices />
      <Undo />
      <section>
        <h2>{w.side.screen}</h2>
        <Mirror />
      </section>
      <section>
        <h2>{w.side.square}</h2>
        <Square />
      </section>
    </aside>
  )
}

const Mirror = () => {
  const w = useCoachWords()
  const dilemma = useDilemma()
  const phase = usePhase()
  const nameOf = usePhaseName()
  const shared = useEntries('board', 'ideas')
  const crowd = useCrowd()
  const round = useRounds().findLast((one) => one.phase === phase?.id)
  return (
    <div className="mirror">
      {dilemma === null ? null : <Sign text={dilemma.text} size="tiny" />}
      <p>
        {phase === null ? w.now.notStarted : nameOf(phase)}
        {shared.size === 0 ? '' : ` · ${w.side.shared(shared.size)}`}
        {round === undefined ? '' : ` · ${round.revealed ? w.votes.revealed : w.votes.status[round.status]}`}
      </p>
      <small>{w.side.screens(crowd?.screens ?? 0)}</small>
    </div>
  )
}

const Square = () => {
  const w = useCoachWords()
  const crowd = useCrowd()
  const locked = useEntry('board', 'plein', 'doorLocked')
  if (crowd === null) return null
  const rows: [string, string | number][] = [
    [w.side.present, crowd.present],
    [w.side.away, Math.max(0, crowd.joined - crowd.present)],
    [w.side.written, crowd.written],
    ...(crowd.voted === null ? [] : ([[w.side.voted, crowd.voted]] as [string, number][])),
    [w.side.coaches, crowd.coaches],
    [w.side.owners, crowd.owners > 0 ? w.side.yes : w.side.no],
    [w.side.door, locked ? w.side.doorLocked : w.side.doorOpen],
  ]
  return (
    <>
      <Paving present={crowd.present} chalked={crowd.voted ?? crowd.written} />
      <dl className="counts">
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const sentence = (w: CoachWords, notice: Notice): string => {
  switch (notice.notice) {
    case 'device-claimed':
      return w.side.claimed(w.roles[notice.role])
    case 'link-rotated':
      return w.side.rotated(w.roles[notice.role])
    case 'storage-failed':
      return w.side.storageFailed
    case 'storage-recovered':
      return w.side.storageRecovered
    case 'restarting':
      return w.side.restarting
    default:
      return notice satisfies never
  }
}

const Notices = () => {
  const w = useCoachWords()
  const { notices, dismiss } = useNotices()
  return (
    <section className="notices" aria-label={w.side.notices} aria-live="polite">
      {notices.map((notice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notices have no name of their own and only leave the list
        <p key={at} className={notice.notice === 'storage-failed' ? 'notice notice-alarm' : 'notice'}>
          {sentence(w, notice)}
          <Button tone="quiet" onPress={() => dismiss(notice)}>
            {w.side.dismiss}
          </Button>
        </p>
      ))}
    </section>
  )
}

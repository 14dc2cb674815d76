import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { Chain } from '../parts/Chain.tsx'
import { Groups } from '../parts/Groups.tsx'
import { Result } from '../parts/Result.tsx'
import type { Round } from '../parts/rounds.ts'
import { Shared } from '../parts/Shared.tsx'
import { useSharedWords } from '../parts/words.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useCrowd } from '../session/useSeat.ts'
import { PlaceOwn } from '../writing/PlaceOwn.tsx'
import { Perspective } from './Perspective.tsx'
import { Vote } from './Vote.tsx'
import { usePhoneWords } from './words.ts'

/** What this phase shows or asks, beside what there is to write. A new kind of phase gets its case here. */
export const PhasePart = ({
  phase,
  round,
  lines,
}: {
  phase: PhaseEntry & { id: string }
  round: Round | undefined
  lines: readonly OwnLine[]
}) => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const crowd = useCrowd()
  switch (phase.kind) {
    case 'welcome':
      return crowd === null ? null : <p className="help">{w.inside.present(crowd.present)}</p>
    case 'checkin':
      return (
        <>
          <Perspective />
          <Shared as="checkin" heading={shared.board.checkins} />
        </>
      )
    case 'ideas':
      return <Shared as="idea" phase={phase.id} heading={shared.board.heading} />
    case 'cluster':
      return (
        <>
          {phase.settings.whoGroups === 'authors' ? <PlaceOwn lines={lines} /> : null}
          <Groups />
        </>
      )
    case 'vote':
      if (round === undefined) return null
      return round.status === 'open' ? <Vote key={round.id} round={round} /> : <Result round={round} />
    case 'reframe':
      return (
        <>
          <Shared as="proposal" heading={shared.board.proposals} />
          <Chain />
        </>
      )
    case 'harvest':
      return (
        <>
          <Shared as="commitment" heading={shared.board.commitments} />
          <Shared as="closing" heading={shared.board.closings} />
        </>
      )
    case 'plenary':
      return (
        <>
          <Groups />
          <Chain />
        </>
      )
    case 'pause':
      return null
    default:
      return phase.kind satisfies never
  }
}

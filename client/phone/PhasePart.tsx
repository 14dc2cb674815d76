import type { ReactNode } from 'react'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import type { Round } from '../parts/rounds.ts'
import { Shared } from '../parts/Shared.tsx'
import { useSharedWords } from '../parts/words.ts'
import { useLater } from '../session/later.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { Here } from './Here.tsx'
import { laterKinds, pagesLater } from './later.ts'
import { ReadAloud } from './ReadAloud.tsx'
import { Vote } from './Vote.tsx'
import { usePhoneWords } from './words.ts'

/** What this phase shows or asks, beside what there is to write. A new kind of phase gets its case here. */
export const PhasePart = ({
  phase,
  round,
  lines,
  told,
  ready,
}: {
  phase: PhaseEntry & { id: string }
  round: Round | undefined
  lines: readonly OwnLine[]
  /** What is to be said in the bar of this part. */
  told: ReactNode
  ready: ReactNode
}) => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  const come = useLater(pagesLater, laterKinds.has(phase.kind))
  const aloud = (texts: readonly string[]) => <ReadAloud what={w.aloud.shared} texts={texts} />
  switch (phase.kind) {
    case 'welcome':
      return <Here />
    case 'checkin':
      return (
        <>
          {come === null ? null : <come.Perspective />}
          <Shared as="checkin" heading={shared.board.checkins} tool={aloud} />
        </>
      )
    case 'ideas':
      return <Shared as="idea" phase={phase.id} heading={shared.board.heading} tool={aloud} />
    case 'burst':
      return come === null ? null : <come.Questions phase={phase.id} tool={aloud} />
    case 'cluster':
      return (
        <>
          {phase.settings.whoGroups === 'authors' && come !== null ? <come.PlaceOwn lines={lines} /> : null}
          {come === null ? null : <come.Groups tool={aloud} />}
        </>
      )
    case 'vote':
      if (round === undefined) return null
      if (round.status === 'open') return <Vote key={round.id} round={round} told={told} beside={ready} barred />
      return come === null ? null : <come.Result round={round} signal={false} />
    case 'reframe':
      return come === null ? null : <come.Proposed tool={aloud} />
    case 'write':
      return come === null ? null : <come.Staged />
    case 'harvest':
      return (
        <>
          <Shared as="commitment" heading={shared.board.commitments} />
          <Shared as="closing" heading={shared.board.closings} />
          {come === null ? null : <come.LastWord />}
        </>
      )
    case 'plenary':
      return come === null ? null : <come.Groups tool={aloud} />
    case 'pause':
      return null
    default:
      return phase.kind satisfies never
  }
}

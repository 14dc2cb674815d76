import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { Closed } from './bodies/Closed.tsx'
import { Groups } from './bodies/Groups.tsx'
import { Harvest } from './bodies/Harvest.tsx'
import { Pause } from './bodies/Pause.tsx'
import { Plenary } from './bodies/Plenary.tsx'
import { Reframe } from './bodies/Reframe.tsx'
import { Vote } from './bodies/Vote.tsx'
import { Writing } from './bodies/Writing.tsx'

export type Current = PhaseEntry & { id: string }

export const Body = ({ closed, phase }: { closed: boolean; phase: Current | null }) => {
  if (closed || phase === null) return <Closed />
  switch (phase.kind) {
    case 'welcome':
      return null
    case 'checkin':
      return <Writing key={phase.id} phase={phase} as="checkin" />
    case 'ideas':
      return <Writing key={phase.id} phase={phase} as="idea" />
    case 'cluster':
      return <Groups key={phase.id} phase={phase} />
    case 'vote':
      return <Vote key={phase.id} phase={phase} />
    case 'reframe':
      return <Reframe phase={phase} />
    case 'harvest':
      return <Harvest phase={phase} />
    case 'plenary':
      return <Plenary phase={phase} />
    case 'pause':
      return <Pause phase={phase} />
    default:
      return phase.kind satisfies never
  }
}

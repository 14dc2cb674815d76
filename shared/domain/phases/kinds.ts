/** All kinds in one table. A new kind is one file here, one component for each role, and words. */
import type { KindRule, PhaseKind } from '../phases.ts'
import { burst } from './burst.ts'
import { checkin } from './checkin.ts'
import { cluster } from './cluster.ts'
import { harvest } from './harvest.ts'
import { ideas } from './ideas.ts'
import { pause } from './pause.ts'
import { plenary } from './plenary.ts'
import { reframe } from './reframe.ts'
import { vote } from './vote.ts'
import { welcome } from './welcome.ts'
import { write } from './write.ts'

export const kinds: Record<PhaseKind, KindRule> = { welcome, checkin, ideas, burst, cluster, vote, reframe, write, harvest, plenary, pause }
export const phaseKinds = Object.keys(kinds) as PhaseKind[]

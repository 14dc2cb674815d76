import type { Role } from '../../shared/domain/state.ts'
import { makePace } from './pace.ts'
import { keptProse, type Prose } from './prose.ts'

/** What a seat has that writes texts together with others: owner and coach. Phones and screens are given no such text. */
export type Cowriting = { prose: Prose; makePace: typeof makePace }

export const cowriting = (role: Role, plein: string): Cowriting => ({ prose: keptProse(plein, role), makePace })

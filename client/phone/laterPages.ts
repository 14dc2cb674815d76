/** What a phone does without until somebody has voted, or asks for it. In one piece: then nothing is missing when the network is. */

export { Cards } from '../cards/Cards.tsx'
export { Chain } from '../parts/Chain.tsx'
export { Questions } from '../parts/Questions.tsx'
export { Changed } from '../parts/Reframing.tsx'
export { Result } from '../parts/Result.tsx'
export { PlaceOwn } from '../writing/PlaceOwn.tsx'
export { VerifyNames } from '../writing/VerifyNames.tsx'
export { Asked } from './Asked.tsx'
export { Closed } from './Closed.tsx'
export { LookedAt } from './LookedAt.tsx'
export { Perspective } from './Perspective.tsx'
export { Staged } from './Staged.tsx'

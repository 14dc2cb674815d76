/** What a phone does without until somebody has voted, or asks for it. In one piece: then nothing is missing when the network is. */
export { Chain } from '../parts/Chain.tsx'
export { Changed } from '../parts/Reframing.tsx'
export { Result } from '../parts/Result.tsx'
export { PlaceOwn } from '../writing/PlaceOwn.tsx'
export { Closed } from './Closed.tsx'
export { LookedAt } from './LookedAt.tsx'
export { Perspective } from './Perspective.tsx'
export { Staged } from './Staged.tsx'

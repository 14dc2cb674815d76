/** Under which one idea's word about the name of one group stands: an idea counts once for a group, however often its author answers. */
import type { ClusterId } from '../state.ts'

export const rowOf = (hash: string, cluster: ClusterId): string => `${hash}/${cluster}`

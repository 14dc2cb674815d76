/** Full names, with epoch, of the documents that a role may open. */
import { intakeCircles, readsCircle } from '../../shared/domain/intake/talk.ts'
import type { Role } from '../../shared/domain/state.ts'
import type { DocumentName } from './contract.ts'

/** `epoch`: of board and desk. `sharesBlog`: coaches write along in it. */
type Facts = { generation: string; epoch: string; sealed: boolean; sharesBlog: boolean }

export const namesFor = (role: Role, { generation, epoch, sealed, sharesBlog }: Facts): Partial<Record<DocumentName, string>> => {
  const texts = [
    ...(role === 'coach' || role === 'owner' ? (['draft'] as const) : []),
    'stage' as const,
    ...(role === 'owner' || (role === 'coach' && sharesBlog) ? (['blog'] as const) : []),
    ...intakeCircles.flatMap((circle) => (readsCircle(role, circle) && !(circle === 'own' && sealed) ? [`intake-${circle}` as const] : [])),
  ]
  return {
    board: `board~${epoch}`,
    ...(role === 'coach' ? { desk: `desk~${epoch}` } : {}),
    // Prose is in no event, so an altered log leaves it as it was; only a restored backup starts it anew.
    ...Object.fromEntries(texts.map((text) => [`text/${text}`, `text/${text}~${generation}`])),
  }
}

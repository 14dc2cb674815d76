import type { CommandType } from '../../shared/domain/commands.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { useMay } from '../session/useSeat.ts'
import { useDeskWords } from './deskWords.ts'

/** Why a command cannot be sent now, or `null`. The rules are the server's (`may`); this only finds the words for them. */
export const useWhyNot = (): ((type: CommandType) => string | null) => {
  const may = useMay()
  const w = useDeskWords()
  const { connection } = useSession()
  const stage = useEntry('board', 'plein', 'stage')
  const sealed = useEntry('board', 'plein', 'sealed')
  return (type) => {
    if (connection !== 'live') return w.why.offline
    if (may(type)) return null
    if (sealed) return w.why.sealed
    if (stage === 'closed') return w.why.closed
    if (stage === 'prepared') return w.why.prepared
    return w.why.phase
  }
}

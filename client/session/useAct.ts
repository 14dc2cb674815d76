import { useCallback, useEffect, useRef, useState } from 'react'
import type { Command } from '../../shared/domain/commands.ts'
import type { Answer, WireError } from '../../shared/wire/messages.ts'
import { useSession, useWorks } from './SessionProvider.tsx'

export type Act = {
  /** `pressed`: see `press`. */
  act: (command: Command, pressed?: number) => Promise<Answer>
  /** Asked, and not yet both answered and visible. */
  busy: boolean
  /** The last refusal, until the next act or `forget`. Say it with `useSentence`. */
  refusal: WireError | null
  forget: () => void
}

/** For a button (or a few that belong together). `isSo`: refusals of which nothing is said, because what was wanted is so. */
export const useAct = (isSo?: (command: Command, error: WireError) => boolean): Act => {
  const { send } = useSession()
  const { connection } = useWorks()
  const [pending, setPending] = useState(0)
  const [refusal, setRefusal] = useState<WireError | null>(null)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const act = useCallback(
    async (command: Command, pressed?: number) => {
      setPending((count) => count + 1)
      setRefusal(null)
      const answer = await send(command, pressed)
      // The answer may overtake the document: the button stays busy until its effect is on the page.
      if (answer.ok) await connection.reached(answer.versions)
      if (mounted.current) {
        setPending((count) => count - 1)
        if (!answer.ok && !isSo?.(command, answer.error)) setRefusal(answer.error)
      }
      return answer
    },
    [send, connection, isSo],
  )
  return { act, busy: pending > 0, refusal, forget: useCallback(() => setRefusal(null), []) }
}

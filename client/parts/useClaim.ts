import { useEffect, useRef, useState } from 'react'
import type { Role } from '../../shared/domain/state.ts'
import { claimLink, takeSecret } from './doors.ts'

export type Claiming = {
  busy: boolean
  /** What to say; `null`: nothing went wrong. */
  problem: string | null
  claim(secret: string): void
  say(problem: string): void
}

/** Takes a seat by the secret of a role link: the one in the address bar, once, and any that is pasted. `away`: what to say when the server
 *  cannot be reached. `aside` may take what stands in the address bar for itself, when it is no secret of a link. */
export const useClaim = (
  onClaimed: (plein: string, role: Role) => void,
  away: string,
  aside: (fragment: string) => boolean = () => false,
): Claiming => {
  const [busy, setBusy] = useState(() => location.hash.length > 1)
  const [problem, setProblem] = useState<string | null>(null)
  const begun = useRef(false)
  const claim = (secret: string) => {
    setBusy(true)
    void claimLink(secret).then((answer) => {
      setBusy(false)
      if (answer.ok) onClaimed(answer.plein, answer.role)
      else setProblem(answer.message ?? away)
    })
  }
  useEffect(() => {
    // Once: a second claim would make a second device of this one.
    if (begun.current) return
    begun.current = true
    const secret = takeSecret()
    if (secret === null || aside(secret)) setBusy(false)
    else claim(secret)
  })
  return { busy, problem, claim, say: setProblem }
}

import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Role } from '../../shared/domain/state.ts'
import { claimLink, takeSecret } from '../parts/doors.ts'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Notice } from '../parts/Notice.tsx'
import { knownPleins } from '../session/tokens.ts'
import { useOwnerWords } from './words.ts'

export const Claim = ({ onClaimed }: { onClaimed: (plein: string, role: Role) => void }) => {
  const w = useOwnerWords()
  const [busy, setBusy] = useState(() => location.hash.length > 1)
  const [problem, setProblem] = useState<string | null>(null)
  const begun = useRef(false)
  useEffect(() => {
    // Once: a second claim would make a second device of this one.
    if (begun.current) return
    begun.current = true
    const secret = takeSecret()
    if (secret === null) return
    void claimLink(secret).then((entered) => {
      setBusy(false)
      if (entered.ok) onClaimed(entered.plein, entered.role)
      else setProblem(entered.message ?? w.claim.failed)
    })
  }, [onClaimed, w])
  const known = knownPleins('owner')
  return (
    <main className="owner">
      <LanguageSwitch />
      <h1>{w.claim.heading}</h1>
      {problem === null ? null : (
        <Notice tone="alarm">
          <p>{problem}</p>
        </Notice>
      )}
      {busy ? <p role="status">{w.claim.busy}</p> : <p>{w.claim.open}</p>}
      {known.length === 0 || busy ? null : (
        <section>
          <h2>{w.claim.known}</h2>
          <ul className="plain-list">
            {known.map((plein) => (
              <li key={plein}>
                <Link className="button button-plain" href={`/eigenaar/${plein}`}>
                  {w.claim.knownOne}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

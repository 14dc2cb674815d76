import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Role } from '../../shared/domain/state.ts'
import { claimLink, takeSecret } from '../parts/doors.ts'
import { Knock } from '../parts/Knock.tsx'
import { knownPleins } from '../session/tokens.ts'
import { Button } from './Action.tsx'
import { useCoachWords } from './words.ts'

/** The coach's way in: the secret of the link, a link that is pasted, or a code that another coach enters. */
export const Claim = ({ onClaimed }: { onClaimed: (plein: string, role: Role) => void }) => {
  const w = useCoachWords()
  const [busy, setBusy] = useState(() => location.hash.length > 1)
  const [problem, setProblem] = useState<string | null>(null)
  const [pasted, setPasted] = useState('')
  const [screen, setScreen] = useState<string | null>(null)
  const begun = useRef(false)

  const claim = async (secret: string) => {
    setBusy(true)
    const answer = await claimLink(secret)
    setBusy(false)
    if (answer.ok) onClaimed(answer.plein, answer.role)
    else setProblem(answer.message ?? w.claim.failed)
  }
  useEffect(() => {
    // Claimed once: a second run of the effect would make a second device of it.
    if (begun.current) return
    begun.current = true
    const secret = takeSecret()
    if (secret?.startsWith('scherm:')) {
      // The picture on a screen that wants in: the code goes on to the desk.
      setBusy(false)
      setScreen(secret)
    } else if (secret !== null) void claim(secret)
  })
  const paste = () => {
    const secret = pasted.slice(pasted.indexOf('#') + 1).trim()
    if (pasted.includes('#') && secret.length > 20) void claim(secret)
    else setProblem(w.claim.notALink)
  }
  const known = knownPleins('coach')
  return (
    <main className="claim">
      <h1>{w.claim.heading}</h1>
      {problem === null ? null : <p role="alert">{problem}</p>}
      {busy ? (
        <p role="status">{w.claim.busy}</p>
      ) : (
        <>
          {known.length === 0 ? null : (
            <section>
              <h2>{w.claim.known}</h2>
              <ul className="plain-list">
                {known.map((id) => (
                  <li key={id}>
                    <Link href={`/coach/${id}${screen === null ? '' : `#${screen}`}`}>{w.claim.knownOne(id)}</Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <form
            onSubmit={(event) => {
              event.preventDefault()
              paste()
            }}
          >
            <p>{w.claim.open}</p>
            <label className="field">
              {w.claim.paste}
              <input type="text" value={pasted} onChange={(event) => setPasted(event.target.value)} autoComplete="off" spellCheck={false} />
            </label>
            <Button tone="main" onPress={paste} why={pasted.trim() === '' ? w.why.empty : null}>
              {w.claim.go}
            </Button>
          </form>
          <section>
            <h2>{w.claim.other}</h2>
            <Knock size="small" words={w.claim.knock} onClaimed={onClaimed} />
          </section>
        </>
      )}
    </main>
  )
}

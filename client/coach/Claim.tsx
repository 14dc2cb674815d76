import { useState } from 'react'
import type { Role } from '../../shared/domain/state.ts'
import { Knock } from '../parts/Knock.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Link } from '../parts/place.tsx'
import { useClaim } from '../parts/useClaim.ts'
import { knownPleins } from '../session/tokens.ts'
import { Button } from './Action.tsx'
import { useDeskWords } from './deskWords.ts'

/** The coach's way in: the secret of the link, a link that is pasted, or a code that another coach enters. */
export const Claim = ({ onClaimed }: { onClaimed: (plein: string, role: Role) => void }) => {
  const w = useDeskWords()
  const [pasted, setPasted] = useState('')
  const [screen, setScreen] = useState<string | null>(null)
  const { busy, problem, claim, say } = useClaim(onClaimed, w.claim.failed, (fragment) => {
    // The picture on a screen that wants in: the code goes on to the desk.
    if (!fragment.startsWith('scherm:')) return false
    setScreen(fragment)
    return true
  })
  const paste = () => {
    const secret = pasted.slice(pasted.indexOf('#') + 1).trim()
    if (pasted.includes('#') && secret.length > 20) claim(secret)
    else say(w.claim.notALink)
  }
  const known = knownPleins('coach')
  if (busy)
    return (
      <main className="claim">
        <Loading />
      </main>
    )
  return (
    <main className="claim">
      <h1>{w.claim.heading}</h1>
      {problem === null ? null : <p role="alert">{problem}</p>}
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
    </main>
  )
}

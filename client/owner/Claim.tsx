import type { Role } from '../../shared/domain/state.ts'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Notice } from '../parts/Notice.tsx'
import { Link } from '../parts/place.tsx'
import { useClaim } from '../parts/useClaim.ts'
import { knownPleins } from '../session/tokens.ts'
import { useOwnerWords } from './words.ts'

export const Claim = ({ onClaimed }: { onClaimed: (plein: string, role: Role) => void }) => {
  const w = useOwnerWords()
  const { busy, problem } = useClaim(onClaimed, w.claim.failed)
  const known = knownPleins('owner')
  if (busy)
    return (
      <main className="owner">
        <Loading />
      </main>
    )
  return (
    <main className="owner">
      <LanguageSwitch />
      <h1>{w.claim.heading}</h1>
      {problem === null ? null : (
        <Notice tone="alarm">
          <p>{problem}</p>
        </Notice>
      )}
      <p>{w.claim.open}</p>
      {known.length === 0 ? null : (
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

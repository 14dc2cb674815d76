import { useSharedWords } from '../parts/words.ts'
import type { Moved } from './held.ts'
import { usePhoneWords } from './words.ts'

/** What happens meanwhile, in the bar: nothing above the field moves because of it. */
export const Told = ({ moved, away }: { moved: Moved; away: boolean }) => {
  const w = usePhoneWords()
  const shared = useSharedWords()
  return (
    <>
      {moved === 'no' ? null : (
        <p className="told" role="status">
          {w.held[moved]}
        </p>
      )}
      {away ? (
        <p className="told" aria-hidden="true">
          {shared.connection.away}
        </p>
      ) : null}
    </>
  )
}

import { Button } from '../parts/Button.tsx'
import { useSharedWords } from '../parts/words.ts'
import type { Moved } from './held.ts'
import { usePhoneWords } from './words.ts'

/** What happens meanwhile, in the bar: nothing above the field moves because of it. */
export const Told = ({
  moved,
  away,
  invitation,
  onLook,
}: {
  moved: Moved
  away: boolean
  invitation: 'idea' | 'cluster' | null
  onLook: () => void
}) => {
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
      {invitation === null ? null : (
        <div className="told told-invitation">
          <p role="status">{w.look.invitation[invitation]}</p>
          <Button tone="quiet" onPress={onLook}>
            {w.look.go}
          </Button>
        </div>
      )}
    </>
  )
}

import { Button } from '../parts/Button.tsx'
import type { Moved } from './held.ts'
import { LinesLinkWhenLong } from './LinesLink.tsx'
import { usePhoneWords } from './words.ts'

/** What happens meanwhile, in the bar: nothing above the field moves because of it. */
export const Told = ({
  moved,
  away,
  invitation,
  onLook,
}: {
  moved: Moved
  away: string | null
  invitation: 'idea' | 'cluster' | null
  onLook: () => void
}) => {
  const w = usePhoneWords()
  return (
    <>
      {moved === 'no' ? null : (
        <p className="told" role="status">
          {w.held[moved]}
        </p>
      )}
      {away === null ? null : (
        <p className="told" aria-hidden="true">
          {away}
        </p>
      )}
      <LinesLinkWhenLong />
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

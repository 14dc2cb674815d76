import { forgetJoined, rememberWiped } from '../door/joining.ts'
import { Button } from '../parts/Button.tsx'
import { dropDrafts } from '../parts/dropDrafts.ts'
import { go } from '../session/place.ts'
import { useContributing, useSession } from '../session/SessionProvider.tsx'
import { forgetToken } from '../session/tokens.ts'
import { useLaterWords } from '../writing/laterWords.ts'

/** Asks a second time, and takes everything of this Plein off this phone. */
export const WipeSure = ({ help, onLeave }: { help: boolean; onLeave: () => void }) => {
  const w = useLaterWords()
  const { plein, token } = useSession()
  const { shelf } = useContributing()
  const wipe = async () => {
    // Not waited for: on a line that answers nothing everything would stay here for who has this phone next.
    void fetch('/api/v1/leave', { method: 'POST', keepalive: true, headers: { authorization: `Bearer ${token}` } }).catch(() => null)
    dropDrafts(plein, 'participant')
    forgetToken('participant', plein)
    forgetJoined(plein)
    await shelf.clear()
    rememberWiped()
    go('/', true)
  }
  return (
    <div className="sure">
      {help ? <p>{w.closed.wipeHelp}</p> : null}
      <p>{w.closed.wipeSure}</p>
      <div className="pair">
        <Button onPress={onLeave}>{w.closed.wipeNo}</Button>
        <Button tone="alarm" onPress={() => void wipe()}>
          {w.closed.wipeYes}
        </Button>
      </div>
    </div>
  )
}

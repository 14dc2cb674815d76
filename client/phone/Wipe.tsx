import { useState } from 'react'
import { forgetJoined, rememberWiped } from '../door/joining.ts'
import { Button } from '../parts/Button.tsx'
import { dropDrafts } from '../parts/dropDrafts.ts'
import { go } from '../session/place.ts'
import { useContributing, useSession } from '../session/SessionProvider.tsx'
import { forgetToken } from '../session/tokens.ts'
import { usePhoneWords } from './words.ts'

/** Takes everything of this Plein off this phone, after it was asked twice. */
export const Wipe = ({ help }: { help: string }) => {
  const w = usePhoneWords()
  const { plein, token } = useSession()
  const { shelf } = useContributing()
  const [asked, setAsked] = useState(false)
  const wipe = async () => {
    await fetch('/api/v1/leave', { method: 'POST', headers: { authorization: `Bearer ${token}` } }).catch(() => null)
    dropDrafts(plein, 'participant')
    forgetToken('participant', plein)
    forgetJoined(plein)
    await shelf.clear()
    rememberWiped()
    go('/', true)
  }
  if (!asked)
    return (
      <Button tone="quiet" onPress={() => setAsked(true)}>
        {w.closed.wipe}
      </Button>
    )
  return (
    <div className="sure">
      {help === '' ? null : <p>{help}</p>}
      <p>{w.closed.wipeSure}</p>
      <div className="pair">
        <Button onPress={() => setAsked(false)}>{w.closed.wipeNo}</Button>
        <Button tone="alarm" onPress={() => void wipe()}>
          {w.closed.wipeYes}
        </Button>
      </div>
    </div>
  )
}

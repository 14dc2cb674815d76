import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../parts/Button.tsx'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { dropDrafts } from '../session/drafts.ts'
import { useSession, useWorks } from '../session/SessionProvider.tsx'
import { forgetToken } from '../session/tokens.ts'
import { forgetJoined, rememberWiped } from './joining.ts'
import { usePhoneWords } from './words.ts'

/** At the foot of every page: language, and taking everything off this phone. */
export const More = () => {
  const w = usePhoneWords()
  const { plein, token } = useSession()
  const { shelf } = useWorks()
  const [, go] = useLocation()
  const [asked, setAsked] = useState(false)
  const wipe = async () => {
    await fetch('/api/v1/leave', { method: 'POST', headers: { authorization: `Bearer ${token}` } }).catch(() => null)
    await shelf.clear()
    dropDrafts(plein)
    forgetToken('participant', plein)
    forgetJoined(plein)
    rememberWiped()
    go('/', { replace: true })
  }
  return (
    <footer className="more">
      <LanguageSwitch />
      {asked ? (
        <div className="sure">
          <p>{w.closed.wipeHelp}</p>
          <p>{w.closed.wipeSure}</p>
          <div className="pair">
            <Button onPress={() => setAsked(false)}>{w.closed.wipeNo}</Button>
            <Button tone="alarm" onPress={() => void wipe()}>
              {w.closed.wipeYes}
            </Button>
          </div>
        </div>
      ) : (
        <Button tone="quiet" onPress={() => setAsked(true)}>
          {w.closed.wipe}
        </Button>
      )}
    </footer>
  )
}

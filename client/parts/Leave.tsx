import { useState } from 'react'
import { limited } from '../session/limited.ts'
import { go } from '../session/place.ts'
import { useSession, useWorks } from '../session/SessionProvider.tsx'
import { forgetToken } from '../session/tokens.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { dropDrafts } from './dropDrafts.ts'
import { useLaterSharedWords } from './laterWords.ts'

/** Ends the token of this device on the server, and takes off the device what it kept of this Plein. Another one who sits down here finds the way
 *  in, and not a desk. `start`: where that way in is. `also`: what else goes with it. */
export const Leave = ({ start, also = null }: { start: string; also?: string | null }) => {
  const { leave: w } = useLaterSharedWords()
  const { role, plein, token } = useSession()
  const { contributing } = useWorks()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const leave = async () => {
    setBusy(true)
    const leaving = { method: 'POST', headers: { authorization: `Bearer ${token}` }, signal: limited() }
    const answer = await fetch('/api/v1/leave', leaving).catch(() => null)
    setBusy(false)
    // A token that the server does not know any more is as good as ended. One that still opens a desk somewhere is not forgotten here.
    if (answer === null || (!answer.ok && answer.status !== 401)) return setFailed(true)
    dropDrafts(plein, role)
    forgetToken(role, plein)
    await contributing?.shelf.clear()
    go(start, true)
  }
  return (
    <>
      <Button
        tone="quiet"
        onPress={() => {
          setFailed(false)
          setAsked(true)
        }}
      >
        {w.go}
      </Button>
      {asked ? (
        <Dialog heading={w.go} onClose={() => setAsked(false)}>
          <p>{w.sure}</p>
          {also === null ? null : <p>{also}</p>}
          {failed ? <p role="alert">{w.failed}</p> : null}
          <div className="dialog-acts">
            <Button tone="alarm" busy={busy} onPress={() => void leave()}>
              {w.yes}
            </Button>
            <Button onPress={() => setAsked(false)}>{w.no}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  )
}

import { type FormEvent, useEffect, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../parts/Button.tsx'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Notice } from '../parts/Notice.tsx'
import { TownFoot, TownName } from '../parts/Town.tsx'
import { useSentence } from '../session/useSentence.ts'
import { codeLength, codeLetters, inGroups, join, joinedPleins } from './joining.ts'
import { usePhoneWords } from './words.ts'

const ticketInAddress = (): string | null => (location.hash.length > 1 ? location.hash.slice(1) : null)

/** By the ticket of the QR code one button; else the code that stands on the screen. Nothing else is asked. */
export const Join = ({ onJoined }: { onJoined: (plein: string) => void }) => {
  const w = usePhoneWords()
  const say = useSentence()
  const [ticket, setTicket] = useState(ticketInAddress)
  useEffect(() => {
    // Out of the address bar at once, so that it is not sent on by mistake. A second scan may only change the fragment of an open page.
    const take = () => {
      const scanned = ticketInAddress()
      if (scanned === null) return
      history.replaceState(null, '', location.pathname)
      setTicket(scanned)
      setProblem(null)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const known = ticket === null ? joinedPleins() : []

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const letters = codeLetters(code)
    if (ticket === null && letters.length !== codeLength) return setProblem(w.join.incomplete(letters.length))
    setBusy(true)
    setProblem(null)
    const joined = await join(ticket === null ? { code: letters } : { ticket })
    setBusy(false)
    if (joined.ok) return onJoined(joined.plein)
    setProblem(
      joined.message === '' && joined.code === null ? w.join.unreachable : say({ code: joined.code ?? '', message: joined.message }),
    )
    // An old picture of the QR code: the code on the screen still works.
    if (ticket !== null && joined.code === 'code-unknown') setTicket(null)
  }

  return (
    <main className="phone">
      <div className="phone-top phone-top-right">
        <TownName />
        <LanguageSwitch />
      </div>
      <form className="join" onSubmit={submit} noValidate>
        <h1>{w.join.heading}</h1>
        {ticket === null ? (
          <div className="field">
            <label htmlFor="code">{w.join.code}</label>
            <span className="help" id="code-help">
              {w.join.codeHelp}
            </span>
            <input
              id="code"
              type="text"
              className="code digits"
              value={code}
              onChange={(event) => setCode(inGroups(event.target.value))}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={12}
              aria-describedby="code-help"
              aria-invalid={problem !== null || undefined}
            />
          </div>
        ) : (
          <p>{w.join.ticket}</p>
        )}
        <p className="help">{w.join.asks}</p>
        {problem === null ? null : (
          <Notice tone="alarm">
            <p>{problem}</p>
          </Notice>
        )}
        <div className="thumb">
          <Button tone="main" submit busy={busy}>
            {busy ? w.join.busy : w.join.go}
          </Button>
        </div>
        {known.length === 0 ? null : (
          <section className="known">
            <h2>{w.join.known}</h2>
            <ul className="plain-list">
              {known.map((plein) => (
                <li key={plein}>
                  <Link href={`/p/${plein}`} className="button button-plain">
                    {w.join.knownOne}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
      </form>
      <TownFoot />
    </main>
  )
}

import { type ChangeEvent, type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../parts/Button.tsx'
import { LanguageSwitch } from '../parts/LanguageSwitch.tsx'
import { Notice } from '../parts/Notice.tsx'
import { PrivacyLink } from '../parts/Receipt.tsx'
import { TownFoot, TownName } from '../parts/Town.tsx'
import { useSentence } from '../session/useSentence.ts'
import { Bar } from '../writing/Bar.tsx'
import { AtTheDoor } from './AtTheDoor.tsx'
import { InLine } from './InLine.tsx'
import {
  codeLength,
  codeLetters,
  dropTicket,
  inGroups,
  type Joined,
  join,
  joinedPleins,
  justWiped,
  keepTicket,
  keepWaiting,
  keptTicket,
  keptWaiting,
  type Stop,
  stopOf,
  type Waiting,
} from './joining.ts'
import { Stopped } from './Stopped.tsx'
import { usePhoneWords } from './words.ts'

const ticketInAddress = (): string | null => (location.hash.length > 1 ? location.hash.slice(1) : null)

/** By the ticket of the QR code one button; else the code that stands on the screen. Nothing else is asked. */
export const Join = ({ onJoined }: { onJoined: (plein: string) => void }) => {
  const w = usePhoneWords()
  const say = useSentence()
  const [ticket, setTicket] = useState(() => ticketInAddress() ?? keptTicket())
  const [stop, setStop] = useState<Stop | null>(null)
  const [waiting, setWaiting] = useState(keptWaiting)
  const [busy, setBusy] = useState(false)
  const [inLine, setInLine] = useState(false)
  const asking = useRef<AbortController | null>(null)
  const stopAsking = useCallback(() => {
    asking.current?.abort()
    asking.current = null
    setBusy(false)
    setInLine(false)
  }, [])
  useEffect(() => {
    // Out of the address bar at once, so that it is not sent on by mistake. A second scan may only change the fragment of an open page.
    const take = () => {
      const scanned = ticketInAddress()
      if (scanned === null) return
      history.replaceState(null, '', location.pathname)
      keepTicket(scanned)
      setTicket(scanned)
      setProblem(null)
      setStop(null)
      keepWaiting(null)
      setWaiting(null)
    }
    take()
    addEventListener('hashchange', take)
    return () => {
      removeEventListener('hashchange', take)
      stopAsking()
    }
  }, [stopAsking])
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const known = ticket === null && stop === null ? joinedPleins() : []

  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const { value, selectionStart } = event.target
    // A correction in the middle keeps its cursor: groups are made only while one types at the end.
    setCode(selectionStart === value.length ? inGroups(value) : value)
    setProblem(null)
  }
  const wrong = (said: string) => {
    setProblem(said)
    field.current?.focus()
  }
  const leaveTicket = () => {
    dropTicket()
    setTicket(null)
  }
  const go = async () => {
    if (busy) return
    const letters = codeLetters(code)
    if (ticket === null && letters.length !== codeLength)
      return wrong(letters.length === 0 ? w.join.empty : w.join.incomplete(letters.length))
    setBusy(true)
    setProblem(null)
    const mine = new AbortController()
    asking.current = mine
    const joined = await join(ticket === null ? { code: letters } : { ticket }, { signal: mine.signal, onBusy: () => setInLine(true) })
    // Meanwhile stopped, or another code was scanned.
    if (asking.current !== mine) return
    stopAsking()
    if (joined !== null) answer(joined)
  }
  const wait = (before: Waiting | null) => {
    keepWaiting(before)
    setWaiting(before)
  }
  const answer = (joined: Joined) => {
    if (joined.ok && 'waiting' in joined) {
      setStop(null)
      return wait(joined.waiting)
    }
    wait(null)
    if (joined.ok) {
      dropTicket()
      return onJoined(joined.plein)
    }
    const why = stopOf(joined.code, joined.message, ticket !== null)
    setStop(why)
    if (why === null) wrong(say({ code: joined.code ?? '', message: joined.message }))
    // An old picture of the QR code: the code on the screen still works.
    if (why === 'old') leaveTicket()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void go()
  }
  const waits = waiting !== null ? w.join.waiting : inLine ? w.join.inLine : null

  return (
    <main className="phone">
      <div className="phone-top phone-top-right">
        <TownName />
        <LanguageSwitch />
      </div>
      {/* Always there: a polite region that comes with its words in it is not read out. */}
      <div role="status">
        {waits === null ? null : (
          <div className="stopped">
            <h1>{waits.heading}</h1>
            <p>{waits.help}</p>
          </div>
        )}
      </div>
      {waiting !== null ? (
        <AtTheDoor waiting={waiting} onAnswer={answer} onLeave={() => wait(null)} />
      ) : inLine ? (
        <InLine leave={w.join.inLine.leave} onLeave={stopAsking} />
      ) : stop !== null && stop !== 'old' ? (
        <Stopped
          stop={stop}
          busy={busy}
          onAgain={() => void go()}
          onCode={
            ticket === null || stop === 'locked'
              ? null
              : () => {
                  leaveTicket()
                  setStop(null)
                }
          }
        />
      ) : (
        <form className="join" onSubmit={submit} noValidate>
          {stop === 'old' ? (
            <div role="alert" className="stopped">
              <h1>{w.join.stops.old.heading}</h1>
              <p>{w.join.stops.old.help}</p>
            </div>
          ) : (
            <h1>{w.join.heading}</h1>
          )}
          {justWiped() && ticket === null && stop === null ? (
            <Notice tone="saved">
              <p>{w.closed.wiped}</p>
            </Notice>
          ) : null}
          {ticket === null ? (
            <div className="field">
              <label htmlFor="code">{w.join.code}</label>
              <span className="help" id="code-help">
                {w.join.codeHelp}
              </span>
              <input
                ref={field}
                id="code"
                type="text"
                className="code digits"
                value={code}
                onChange={type}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={12}
                aria-describedby={problem === null ? 'code-help' : 'code-problem code-help'}
                aria-invalid={problem !== null || undefined}
              />
              {problem === null ? null : (
                <p className="problem" id="code-problem" role="alert">
                  {problem}
                </p>
              )}
            </div>
          ) : (
            <>
              <p>{w.join.ticket}</p>
              {problem === null ? null : (
                <p className="problem" role="alert">
                  {problem}
                </p>
              )}
            </>
          )}
          <p className="help">{w.join.asks}</p>
          <p className="join-privacy">
            <PrivacyLink />
          </p>
          <Bar>
            <div className="thumb">
              <Button tone="main" submit busy={busy}>
                {busy ? w.join.busy : w.join.go}
              </Button>
            </div>
          </Bar>
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
      )}
      <TownFoot />
    </main>
  )
}

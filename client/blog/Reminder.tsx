import { type FormEvent, useCallback, useEffect, useId, useState } from 'react'
import '../styles/dayAfter.css'
import { Button } from '../parts/Button.tsx'
import { useLaterSharedWords } from '../parts/laterWords.ts'
import { Notice } from '../parts/Notice.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { useAsk } from './useBlog.ts'
import { useDayAfterWords } from './words.ts'

type State = 'waiting' | 'sending' | 'sent' | 'unsure' | 'failed' | null
/** As `GET /api/v1/pleins/{id}/reminder` tells it. */
type Told = { mails: boolean; state: State; refused: boolean; at: string | null; subject: string; text: string }

/** Read again when the Plein is closed or opened again: only then it is known which morning it is. */
const useReminder = () => {
  const ask = useAsk()
  const stage = useEntry('board', 'plein', 'stage')
  const [told, setTold] = useState<Told | null>(null)
  const look = useCallback(async () => {
    const asked = await ask<Told>('GET', 'reminder')
    if (asked.ok) setTold(asked.body)
  }, [ask])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stage is why it is asked again
  useEffect(() => void look(), [look, stage])
  return { told, look, ask }
}

/** Its text, for whoever sends it by hand: a link works where a browser has no clipboard. */
const Letter = ({ told: { subject, text } }: { told: Told }) => {
  const w = useDayAfterWords()
  const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`
  return (
    <details className="reminder-text">
      <summary>{w.reminder.text}</summary>
      <p>
        <b>{subject}</b>
      </p>
      <p className="said">{text}</p>
      <p>
        <a href={`mailto:?${query}`}>{w.reminder.program}</a>
      </p>
    </details>
  )
}

/** The owner leaves an address for one mail, or takes it back. `level`: of its heading. */
export const Reminder = ({ level: Heading }: { level: 'h2' | 'h3' }) => {
  const w = useDayAfterWords()
  const { date, time } = useLaterSharedWords()
  const { now } = useSession()
  const { told, look, ask } = useReminder()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  if (told === null) return null
  const due = told.at === null ? null : Date.parse(told.at)
  // The morning has passed and nobody asked: there is nothing to say.
  if (told.mails && told.state === null && due !== null && now() >= due) return null
  const change = async (method: 'POST' | 'DELETE', body?: object) => {
    setBusy(true)
    const asked = await ask<null>(method, 'reminder', body)
    if (asked.ok) await look()
    setBusy(false)
    setWrong(asked.ok ? null : (asked.message ?? w.failed))
  }
  const waits = told.state === 'waiting' || told.state === 'sending'
  return (
    <section className="reminder">
      <Heading>{w.reminder.heading}</Heading>
      {told.mails ? null : <p>{w.reminder.noMail}</p>}
      {told.state === 'sent' || told.state === 'unsure' || told.state === 'failed' ? <p role="status">{w.reminder[told.state]}</p> : null}
      {told.mails && waits ? (
        <>
          <p role="status">
            {told.refused ? w.reminder.refused : due === null ? w.reminder.waiting : w.reminder.waitingAt(date(due), time(due))}
          </p>
          <Button busy={busy} onPress={() => void change('DELETE')}>
            {w.reminder.drop}
          </Button>
        </>
      ) : null}
      {told.mails && told.state === null ? <Address busy={busy} onSend={(address) => void change('POST', { address })} /> : null}
      {wrong === null ? null : (
        <Notice tone="alarm">
          <p>{wrong}</p>
        </Notice>
      )}
      {!told.mails || told.refused || told.state === 'unsure' || told.state === 'failed' ? <Letter told={told} /> : null}
    </section>
  )
}

const Address = ({ busy, onSend }: { busy: boolean; onSend: (address: string) => void }) => {
  const w = useDayAfterWords()
  const id = useId()
  const [address, setAddress] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const right = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim())
    setWrong(!right)
    if (right && !busy) onSend(address.trim())
  }
  return (
    <form onSubmit={send} noValidate>
      <p className="help" id={`${id}-help`}>
        {w.reminder.ask}
      </p>
      <label htmlFor={id}>{w.reminder.address}</label>
      <input
        id={id}
        type="email"
        autoComplete="email"
        value={address}
        aria-describedby={`${id}-help${wrong ? ` ${id}-wrong` : ''}`}
        aria-invalid={wrong || undefined}
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      {wrong ? (
        <p id={`${id}-wrong`} role="alert">
          {w.reminder.wrong}
        </p>
      ) : null}
      <Button submit busy={busy}>
        {w.reminder.send}
      </Button>
    </form>
  )
}

/** At the desk: whether it comes, or the text to send by hand. */
export const ReminderAtDesk = () => {
  const w = useDayAfterWords()
  const { told } = useReminder()
  if (told === null) return null
  const { coach } = w.reminder
  const said = !told.mails
    ? coach.noMail
    : told.refused
      ? coach.refused
      : { null: coach.none, waiting: coach.waiting, sending: coach.waiting, sent: coach.sent, unsure: coach.lost, failed: coach.lost }[
          `${told.state}`
        ]
  return (
    <section className="panel reminder">
      <h2>{w.reminder.heading}</h2>
      <p>{said}</p>
      {told.mails && !told.refused && (told.state === 'waiting' || told.state === 'sending' || told.state === 'sent') ? null : (
        <Letter told={told} />
      )}
    </section>
  )
}

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { kinds as kindsOfPhase } from '../../../shared/domain/phases/kinds.ts'
import type { Collected } from '../../../shared/domain/state.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import { useLater } from '../../session/later.ts'
import { useEntry } from '../../session/useDocument.ts'
import { useDraft } from '../../session/useDraft.ts'
import { notSent } from '../../session/useOnce.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useProgramme } from '../model.ts'
import { usePhaseName } from '../programme/phaseName.ts'
import { useLeftAct } from '../useOutliving.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { promiseLater } from './promiseLater.ts'

/** For people without a phone: type, Enter, the next one. What is typed stays until the server has said that it is kept. */
export const EnterForm = ({ kinds }: { kinds: Collected[] }) => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const whyNot = useWhyNot()
  const nameOf = usePhaseName()
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current') ?? null
  const [as, setAs] = useState<Collected>(kinds[0] ?? 'idea')
  const [phase, setPhase] = useState<string | null>(null)
  const draft = `enter:${kinds[0]}`
  const { act, busy, refusal } = useLeftAct(draft)
  const [text, setText, latest] = useDraft(plein, draft)
  const [who, setWho, latestWho] = useDraft(plein, `enter-who:${kinds[0]}`)
  const [day, setDay, latestDay] = useDraft(plein, `enter-day:${kinds[0]}`)
  const commits = as === 'commitment'
  const come = useLater(promiseLater, kinds.includes('commitment'))
  const [entered, setEntered] = useState(0)
  const [open, setOpen] = useState(text !== '')
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const fitting = programme.filter((one) => kindsOfPhase[one.kind].contributions.includes(as))
  const fits = (id: string | null) => fitting.some((one) => one.id === id)
  const written = [phase, current, fitting.findLast((one) => one.played > 0)?.id ?? null, fitting[0]?.id ?? null].find(fits) ?? null
  const why = text.trim() === '' ? w.why.empty : written === null ? w.why.noPhaseFor(w.oneOf[as]) : whyNot('idea.enter')
  const send = async () => {
    if (why !== null || written === null || busy) return
    const promise = commits ? { ...(who.trim() === '' ? {} : { who }), ...(day === '' ? {} : { day }) } : {}
    const answer = await act({ type: 'idea.enter', as, text, phase: written, ...promise })
    if (!answer.ok) return
    const rest = await notSent(latest, text)
    if (rest === '') come?.forgetHalves(plein, draft)
    setText(rest)
    if (latestWho() === who) setWho('')
    if (latestDay() === day) setDay('')
    setEntered((count) => count + 1)
    field.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  const left = lengths.idea - [...text].length
  const below = (
    <>
      <small>{w.ideasEnter.help}</small> {left < 60 ? <small>{w.ideasSheet.left(left)}</small> : null}
    </>
  )
  return (
    <details className="panel enter" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.ideasSheet.enter}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <fieldset className="row">
          <legend className="for-ears">{w.phase.kind}</legend>
          {kinds.map((one) => (
            <label key={one} className="check">
              <input type="radio" name={`as-${kinds[0]}`} checked={as === one} onChange={() => setAs(one)} />
              {w.oneOf[one]}
            </label>
          ))}
        </fieldset>
        {!commits ? (
          <label className="field">
            {w.ideasSheet.enterText}
            <textarea ref={field} rows={2} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={keys} />
            {below}
          </label>
        ) : come === null ? null : (
          <>
            <come.PromiseFields
              plein={plein}
              name={draft}
              text={text}
              onText={setText}
              field={field}
              describedBy={`${id}-below`}
              invalid={false}
              onKeyDown={keys}
            />
            <p id={`${id}-below`}>{below}</p>
            <div className="row">
              <come.WhoAndDay who={who} onWho={setWho} day={day} onDay={setDay} own={false} />
            </div>
            <p className="help">{w.ideasSheet.enterWho}</p>
          </>
        )}
        <label className="field">
          {w.ideasSheet.enterPhase}
          <select value={written ?? ''} onChange={(event) => setPhase(event.target.value)}>
            {fitting.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
        <Refused refusal={refusal} />
        <div className="row">
          <Button tone="main" hint="Enter" why={why} busy={busy} onPress={() => void send()}>
            {w.ideasSheet.enterGo}
          </Button>
          <span role="status">{entered === 0 ? '' : w.ideasEnter.done(entered)}</span>
        </div>
      </form>
    </details>
  )
}

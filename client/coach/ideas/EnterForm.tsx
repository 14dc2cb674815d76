import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { kinds as kindsOfPhase } from '../../../shared/domain/phases/kinds.ts'
import type { Collected } from '../../../shared/domain/state.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import { useAct } from '../../session/useAct.ts'
import { useEntry } from '../../session/useDocument.ts'
import { useDraft } from '../../session/useDraft.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useProgramme } from '../model.ts'
import { usePhaseName } from '../programme/phaseName.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

/** For people without a phone: type, Enter, the next one. What is typed stays until the server has said that it is kept. */
export const EnterForm = ({ kinds }: { kinds: Collected[] }) => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const whyNot = useWhyNot()
  const nameOf = usePhaseName()
  const programme = useProgramme()
  const current = useEntry('board', 'plein', 'current') ?? null
  const { act, busy, refusal } = useAct()
  const [as, setAs] = useState<Collected>(kinds[0] ?? 'idea')
  const [phase, setPhase] = useState<string | null>(null)
  const [text, setText] = useDraft(plein, `enter:${kinds[0]}`)
  const [who, setWho] = useDraft(plein, `enter-who:${kinds[0]}`)
  const [by, setBy] = useDraft(plein, `enter-by:${kinds[0]}`)
  const [day, setDay] = useDraft(plein, `enter-day:${kinds[0]}`)
  const [entered, setEntered] = useState(0)
  const [open, setOpen] = useState(text !== '')
  const typed = useRef(text)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    typed.current = text
  })
  const fitting = programme.filter((one) => kindsOfPhase[one.kind].contributions.includes(as))
  const fits = (id: string | null) => fitting.some((one) => one.id === id)
  const written = [phase, current, fitting.findLast((one) => one.played > 0)?.id ?? null, fitting[0]?.id ?? null].find(fits) ?? null
  const why = text.trim() === '' ? w.why.empty : written === null ? w.why.noPhaseFor(w.oneOf[as]) : whyNot('idea.enter')
  const send = async () => {
    if (why !== null || written === null) return
    const given = { ...(who.trim() === '' ? {} : { who }), ...(by.trim() === '' ? {} : { by }), ...(day === '' ? {} : { day }) }
    const promise = as === 'commitment' ? given : {}
    const answer = await act({ type: 'idea.enter', as, text, phase: written, ...promise })
    if (!answer.ok) return
    // Fast fingers are already in the next one.
    setText(typed.current.startsWith(text) ? typed.current.slice(text.length) : typed.current)
    setWho('')
    setBy('')
    setDay('')
    setEntered((count) => count + 1)
    field.current?.focus()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!busy) void send()
  }
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
        <label className="field">
          {w.ideasSheet.enterText}
          <textarea ref={field} rows={2} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={keys} />
          <small>{w.ideasEnter.help}</small>
          {[...text].length > lengths.idea - 60 ? <small>{w.ideasSheet.left(lengths.idea - [...text].length)}</small> : null}
        </label>
        {as === 'commitment' ? (
          <div className="row">
            <label className="field">
              {w.ideasSheet.enterWho}
              <input type="text" value={who} maxLength={lengths.name} onChange={(event) => setWho(event.target.value)} />
            </label>
            <label className="field">
              {w.ideasSheet.enterBy}
              <input type="text" value={by} maxLength={lengths.name} onChange={(event) => setBy(event.target.value)} />
            </label>
            <label className="field">
              {w.ideasSheet.enterDay}
              <input type="date" value={day} min="2000-01-01" max="2999-12-31" onChange={(event) => setDay(event.target.value)} />
            </label>
          </div>
        ) : null}
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

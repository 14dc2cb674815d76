import { type RefObject, useId } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { useDraft } from '../session/useDraft.ts'
import { useLaterWords } from './laterWords.ts'
import { sentence } from './promise.ts'

type Props = {
  plein: string
  /** Of the form; each part keeps a draft under it. */
  name: string
  /** What was written before there were two halves. */
  text: string
  onText: (text: string) => void
  who: string
  onWho: (who: string) => void
  day: string
  onDay: (day: string) => void
  field: RefObject<HTMLTextAreaElement | null>
  describedBy: string
  invalid: boolean
}

/** A commitment in two short fields that make one sentence, with who does it and by which day. */
export const PromiseFields = ({ plein, name, text, onText, who, onWho, day, onDay, field, describedBy, invalid }: Props) => {
  const w = useLaterWords().promise
  const id = useId()
  const [occasion, setWhen] = useDraft(plein, `${name}/if`)
  const [deed, setAct] = useDraft(plein, `${name}/then`)
  // The sentence was written as one: it stands in the second field, and nothing of it is lost.
  const [when, act] = sentence({ when: occasion, act: deed }, w.begins) === text ? [occasion, deed] : ['', text]
  const change = (next: { when: string; act: string }) => {
    setWhen(next.when)
    setAct(next.act)
    onText(sentence(next, w.begins))
  }
  return (
    <>
      <p className="help" id={`${id}-help`}>
        {w.help}
      </p>
      <label className="field" htmlFor={`${id}-if`}>
        {w.when}
      </label>
      <textarea
        ref={field}
        id={`${id}-if`}
        rows={2}
        value={when}
        onChange={(event) => change({ when: event.target.value, act })}
        aria-describedby={`${describedBy} ${id}-help`}
        aria-invalid={invalid || undefined}
      />
      <label className="field" htmlFor={`${id}-then`}>
        {w.act}
      </label>
      <textarea
        id={`${id}-then`}
        rows={2}
        value={act}
        onChange={(event) => change({ when, act: event.target.value })}
        aria-describedby={`${describedBy} ${id}-help`}
        aria-invalid={invalid || undefined}
      />
      {text.trim() === '' ? null : (
        <p className="said promise-said">
          <span className="for-ears">{w.sentence} </span>
          {text}
        </p>
      )}
      <label className="field">
        {w.who}
        <input type="text" value={who} maxLength={lengths.name} autoComplete="name" onChange={(event) => onWho(event.target.value)} />
      </label>
      <label className="field">
        {w.day}
        <input type="date" value={day} min="2000-01-01" max="2999-12-31" onChange={(event) => onDay(event.target.value)} />
      </label>
    </>
  )
}

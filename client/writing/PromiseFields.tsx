import { type KeyboardEvent, type RefObject, useId } from 'react'
import { useDraft } from '../session/useDraft.ts'
import { useLaterWords } from './laterWords.ts'
import { halvesOf, sentence } from './promise.ts'

type Props = {
  plein: string
  /** Of the form; each part keeps a draft under it. */
  name: string
  /** The whole sentence; each half follows from it where it was written elsewhere. */
  text: string
  onText: (text: string) => void
  field: RefObject<HTMLTextAreaElement | null>
  describedBy: string
  invalid: boolean
  onKeyDown?: (event: KeyboardEvent) => void
}

/** A commitment in two short fields that make one sentence. */
export const PromiseFields = ({ plein, name, text, onText, field, describedBy, invalid, onKeyDown }: Props) => {
  const w = useLaterWords().promise
  const id = useId()
  const [occasion, setWhen] = useDraft(plein, `${name}/if`)
  const [deed, setAct] = useDraft(plein, `${name}/then`)
  const kept = { when: occasion, act: deed }
  const { when, act } = sentence(kept, w.begins) === text ? kept : halvesOf(text, w.begins)
  const change = (next: { when: string; act: string }) => {
    setWhen(next.when)
    setAct(next.act)
    onText(sentence(next, w.begins))
  }
  const common = {
    rows: 2,
    'aria-describedby': `${describedBy} ${id}-help`,
    'aria-invalid': invalid || undefined,
    onKeyDown,
  }
  return (
    <>
      <p className="help" id={`${id}-help`}>
        {w.help}
      </p>
      <label className="field" htmlFor={`${id}-if`}>
        {w.when}
      </label>
      <textarea ref={field} id={`${id}-if`} value={when} onChange={(event) => change({ when: event.target.value, act })} {...common} />
      <label className="field" htmlFor={`${id}-then`}>
        {w.act}
      </label>
      <textarea id={`${id}-then`} value={act} onChange={(event) => change({ when, act: event.target.value })} {...common} />
      {text.trim() === '' ? null : (
        <p className="said promise-said">
          <span className="for-ears">{w.sentence} </span>
          {text}
        </p>
      )}
    </>
  )
}

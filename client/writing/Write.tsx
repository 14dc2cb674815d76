import { type FormEvent, useId, useRef, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { keepDraft, readDraft } from '../session/drafts.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import type { OwnStore } from '../session/ownStore.ts'
import { useSession } from '../session/SessionProvider.tsx'
import type { Form } from './forms.ts'
import { useWritingWords } from './words.ts'

/** One text to write. It stays as it is when the room moves on; then it says so and can be sent late. */
export const Write = ({
  form,
  phase,
  late,
  heading,
  lines,
  post,
  onDone,
}: {
  form: Form
  /** The phase it is for; gone when a coach took it out of the programme. */
  phase: PhaseEntry | undefined
  late: boolean
  /** Left out when the page's own heading says it. */
  heading: boolean
  lines: readonly OwnLine[]
  post: OwnStore['post']
  onDone: (form: Form) => void
}) => {
  const w = useWritingWords()
  const words = w.write[form.as]
  const { plein } = useSession()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const read = (part: string) => readDraft(plein, form.name + part)
  const [text, setText] = useState(() => read(''))
  const [who, setWho] = useState(() => read('/who'))
  const [by, setBy] = useState(() => read('/by'))
  const [problem, setProblem] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  const sent = lines.find((line) => line.key === last)
  const commits = form.as === 'commitment'

  const write = (part: string, value: string, set: (value: string) => void) => {
    set(value)
    keepDraft(plein, form.name + part, value)
    setProblem(null)
  }
  const empty = () => {
    write('', '', setText)
    write('/who', '', setWho)
    write('/by', '', setBy)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const problem = text.trim() === '' ? w.write.empty : codePoints(normalise(text)) > lengths.idea ? w.write.tooLong : null
    if (problem !== null) {
      setProblem(problem)
      field.current?.focus()
      return
    }
    const key = await post({
      as: form.as,
      text,
      phase: form.phase,
      ...(commits && who.trim() !== '' ? { who } : {}),
      ...(commits && by.trim() !== '' ? { by } : {}),
    })
    setLast(key)
    empty()
    if (late) onDone(form)
    else field.current?.focus()
  }

  return (
    <form className={late ? 'write write-late' : 'write'} data-form={form.name} onSubmit={submit} noValidate>
      {late ? <p className="late">{w.write.late}</p> : null}
      {heading || late ? <h2>{phase?.settings.prompt ?? words.heading}</h2> : null}
      <ul className="promises" id={`${id}-help`}>
        <li>{phase?.settings.hidden === false && !late ? w.write.sees.open : w.write.sees.hidden}</li>
        <li>{commits ? w.write.whoHelp : w.write.never}</li>
        <li>{w.write.until}</li>
      </ul>
      <label className="for-ears" htmlFor={id}>
        {words.label}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={4}
        value={text}
        onChange={(event) => write('', event.target.value, setText)}
        aria-describedby={`${id}-help ${id}-count${problem === null ? '' : ` ${id}-problem`}`}
        aria-invalid={problem !== null || undefined}
      />
      <CharacterCount id={`${id}-count`} text={text} maximum={lengths.idea} />
      {commits ? (
        <>
          <label className="field">
            {w.write.who}
            <input
              type="text"
              value={who}
              maxLength={lengths.name}
              autoComplete="name"
              onChange={(event) => write('/who', event.target.value, setWho)}
            />
          </label>
          <label className="field">
            {w.write.by}
            <input
              type="text"
              value={by}
              maxLength={lengths.name}
              autoComplete="off"
              onChange={(event) => write('/by', event.target.value, setBy)}
            />
          </label>
        </>
      ) : null}
      <p className="help">{words.another}</p>
      {problem === null ? null : (
        <p className="problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <p className="sent" role="status">
        {sent && text === '' ? w.own.state[sent.state] : ''}
      </p>
      <div className="thumb">
        {late ? (
          <Button
            onPress={() => {
              empty()
              onDone(form)
            }}
          >
            {w.write.drop}
          </Button>
        ) : null}
        <Button tone="main" submit>
          {words.send}
        </Button>
      </div>
    </form>
  )
}

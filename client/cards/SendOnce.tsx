import { useId, useRef, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useDraft } from '../session/useDraft.ts'
import { notSent, useOnce } from '../session/useOnce.ts'
import { useLaterWords } from '../writing/laterWords.ts'

/** A text that belongs to no phase: it is kept as a draft until it is sent, and says why it does not go. */
export const SendOnce = ({
  draft,
  label,
  send,
  before,
  why,
  onSend,
}: {
  /** Name of the draft. */
  draft: string
  label: string
  send: string
  /** What is to be known before one writes. */
  before: string
  /** Why it cannot be sent now. */
  why: string | null
  /** Resolves when the phone has it on disk: until then the words stay in the field. */
  onSend: (text: string) => Promise<unknown>
}) => {
  const w = useLaterWords()
  const { plein } = useSession()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText, latest] = useDraft(plein, draft)
  const [problem, setProblem] = useState<string | null>(null)
  const once = useOnce()
  const submit = async () => {
    const wrong = text.trim() === '' ? w.write.empty : codePoints(normalise(text)) > lengths.idea ? w.write.tooLong : null
    setProblem(wrong)
    if (wrong !== null) return field.current?.focus()
    await onSend(text)
    setText(await notSent(latest, text))
    field.current?.focus()
  }
  return (
    <form className="write" onSubmit={(event) => once(event, submit)} noValidate>
      <p className="promises" id={`${id}-help`}>
        {before}
      </p>
      <label className="field" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={4}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setProblem(null)
        }}
        aria-describedby={`${id}-help${problem === null ? '' : ` ${id}-problem`}`}
        aria-invalid={problem !== null || undefined}
      />
      {problem === null ? null : (
        <p className="problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <CharacterCount text={text} maximum={lengths.idea} />
      <Button submit why={why}>
        {send}
      </Button>
    </form>
  )
}

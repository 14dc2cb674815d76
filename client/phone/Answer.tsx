import { type FormEvent, useId, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import type { Round } from '../parts/rounds.ts'
import type { OwnStore } from '../session/ownStore.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useDraft } from '../session/useDraft.ts'
import { useLaterWords } from '../writing/laterWords.ts'

export const answerDraft = (round: string, item: string): string => `answer/${round}/${item}`

/** What its author needs to go along. It stays when the question ends meanwhile, and can still be sent. */
export const Answer = ({ round, item, post }: { round: Round; item: string; post: OwnStore['post'] }) => {
  const w = useLaterWords()
  const { plein } = useSession()
  const id = useId()
  const [text, setText] = useDraft(plein, answerDraft(round.id, item))
  const [problem, setProblem] = useState<string | null>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const wrong = text.trim() === '' ? w.write.empty : codePoints(normalise(text)) > lengths.idea ? w.write.tooLong : null
    setProblem(wrong)
    if (wrong !== null) return document.getElementById(id)?.focus()
    void post({ as: 'condition', text, phase: round.phase, about: { round: round.id, item } })
    setText('')
  }
  return (
    <form className="write" onSubmit={send} noValidate>
      <p className="promises" id={`${id}-help`}>
        {w.asked.sees} {w.write.never} {w.write.until}
      </p>
      <label className="field" htmlFor={id}>
        {w.asked.label}
      </label>
      <textarea
        id={id}
        rows={3}
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
      <Button submit>{w.asked.send}</Button>
    </form>
  )
}

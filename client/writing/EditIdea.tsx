import { type FormEvent, useId, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { keepDraft, readDraft } from '../session/drafts.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useNoQuestion } from './useNoQuestion.ts'
import { useWritingWords } from './words.ts'

export const editDraft = (key: string): string => `edit/${key}`

export const EditIdea = ({ line, onSave, onLeave }: { line: OwnLine; onSave: (text: string) => void; onLeave: () => void }) => {
  const w = useWritingWords()
  const { plein } = useSession()
  const id = useId()
  const draft = editDraft(line.key)
  const [text, setText] = useState(() => readDraft(plein, draft) || line.text)
  const noQuestion = useNoQuestion(line.as)
  const why = text.trim() === '' ? w.write.empty : codePoints(normalise(text)) > lengths.idea ? w.write.tooLong : noQuestion(text)
  const leave = () => {
    keepDraft(plein, draft, '')
    onLeave()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why !== null) return
    keepDraft(plein, draft, '')
    onSave(text)
  }
  return (
    <form className="card" onSubmit={submit}>
      <label className="field" htmlFor={id}>
        {w.own.edited}
      </label>
      <textarea
        id={id}
        rows={4}
        // biome-ignore lint/a11y/noAutofocus: opened by the button that was just pressed
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          keepDraft(plein, draft, event.target.value)
        }}
      />
      <CharacterCount text={text} maximum={lengths.idea} />
      <div className="pair">
        <Button onPress={leave}>{w.own.cancel}</Button>
        <Button submit why={why}>
          {w.own.save}
        </Button>
      </div>
    </form>
  )
}

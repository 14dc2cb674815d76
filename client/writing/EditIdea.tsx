import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { keepDraft, readDraft } from '../session/drafts.ts'
import type { OwnLine } from '../session/ownIdeas.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { editDraft } from './forms.ts'
import { useLaterWords } from './laterWords.ts'
import { PromiseFields } from './PromiseFields.tsx'
import { type Changed, forgetHalves } from './promise.ts'
import { TakeAway } from './TakeAway.tsx'
import { useNoQuestion } from './useNoQuestion.ts'
import { WhoAndDay } from './WhoAndDay.tsx'
import { useWhyNot } from './whyNot.ts'

type Props = {
  line: OwnLine
  /** Resolves when the phone has it on disk. */
  onSave: (changed: Changed) => Promise<unknown>
  onLeave: () => void
}

export const EditIdea = ({ line, onSave, onLeave }: Props) => {
  const w = useLaterWords()
  const { plein } = useSession()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = editDraft(line.key)
  const kept = (): Changed => ({
    text: readDraft(plein, draft),
    who: readDraft(plein, `${draft}/who`),
    day: readDraft(plein, `${draft}/day`),
  })
  const [words, setWords] = useState(() => {
    const begun = kept()
    return begun.text === '' ? { text: line.text, who: line.who ?? '', day: line.day ?? '' } : begun
  })
  const { text, who, day } = words
  const commits = line.as === 'commitment'
  // Opened by the button that was just pressed.
  useEffect(() => field.current?.focus(), [])
  const noQuestion = useNoQuestion(line.as)
  const over = useWhyNot()('idea.edit')
  const why = over ?? (text.trim() === '' ? w.write.empty : codePoints(normalise(text)) > lengths.idea ? w.write.tooLong : noQuestion(text))
  const keep = ({ text, who, day }: Changed) => {
    keepDraft(plein, draft, text)
    keepDraft(plein, `${draft}/who`, who)
    keepDraft(plein, `${draft}/day`, day)
  }
  const forget = () => {
    keep({ text: '', who: '', day: '' })
    forgetHalves(plein, draft)
  }
  const write = (change: Partial<Changed>) => {
    const next = { ...words, ...change }
    setWords(next)
    keep(next)
  }
  const leave = () => {
    forget()
    onLeave()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (why !== null) return
    // The form goes at once; the draft stays until the disk has what was sent, and what was typed since in a form that was opened again (L4).
    await onSave(words)
    if (JSON.stringify(kept()) === JSON.stringify(words)) forget()
  }
  const given = { who, onWho: (who: string) => write({ who }), day, onDay: (day: string) => write({ day }) }
  return (
    <form className="card" aria-label={w.own.editThis(line.text)} onSubmit={(event) => void submit(event)}>
      {commits ? (
        <PromiseFields
          plein={plein}
          name={draft}
          text={text}
          onText={(text) => write({ text })}
          field={field}
          describedBy={`${id}-count`}
          invalid={false}
        />
      ) : (
        <>
          <label className="field" htmlFor={id}>
            {w.own.edited}
          </label>
          <textarea ref={field} id={id} rows={4} value={text} onChange={(event) => write({ text: event.target.value })} />
        </>
      )}
      <CharacterCount id={`${id}-count`} text={text} maximum={lengths.idea} />
      {!commits ? null : line.state === 'shared' ? <TakeAway line={line} {...given} /> : <WhoAndDay {...given} />}
      <div className="pair">
        <Button onPress={leave}>{w.own.cancel}</Button>
        <Button submit why={why}>
          {w.own.save}
        </Button>
      </div>
    </form>
  )
}

import { type ChangeEvent, useId, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { CharacterCount } from '../parts/CharacterCount.tsx'
import { Notice } from '../parts/Notice.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useAct } from '../session/useAct.ts'
import { useDraft } from '../session/useDraft.ts'
import { useLatest } from '../session/useLatest.ts'
import { useMay, useOwnersOwn } from '../session/useSeat.ts'
import { useSentence } from '../session/useSentence.ts'
import { useOwnerWords } from './words.ts'

/** What the owner takes along: said from the harvest on, in their own name, and in view of the room at once. */
export const Word = ({ tone }: { tone: 'main' | 'plain' }) => {
  const may = useMay()
  const said = useOwnersOwn().word.text
  if (may('owner.word')) return <Field tone={tone} />
  return said === null ? null : <Said text={said} />
}

const Said = ({ text }: { text: string }) => {
  const w = useOwnerWords()
  const { hidden } = useOwnersOwn().word
  return (
    <section className="word">
      <h2>{w.word.heading}</h2>
      <blockquote className="said">{text}</blockquote>
      {hidden ? <p className="help">{w.word.hidden}</p> : null}
    </section>
  )
}

const Field = ({ tone }: { tone: 'main' | 'plain' }) => {
  const w = useOwnerWords()
  const id = useId()
  const say = useSentence()
  const { plein } = useSession()
  const { text: said, hidden } = useOwnersOwn().word
  const [draft, setDraft] = useDraft(plein, 'word')
  const [writing, setWriting] = useState(said === null || draft !== '')
  // An empty field is begun too: it must not fill itself again.
  const [begun, setBegun] = useState(false)
  const { act, busy, refusal } = useAct()
  const text = draft === '' && !begun && writing && said !== null ? said : draft
  const typed = useLatest(text)
  const why =
    text.trim() === '' ? w.word.empty : text === said ? w.word.same : codePoints(normalise(text)) > lengths.word ? w.word.tooLong : null
  const send = async (word: string | null) => {
    const answer = await act({ type: 'owner.word', text: word })
    if (answer.ok && typed.current === text) leave(word === null)
  }
  const leave = (writes: boolean) => {
    setDraft('')
    setBegun(false)
    setWriting(writes)
  }
  const write = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setBegun(true)
    setDraft(event.target.value)
  }
  return (
    <section className="word" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{w.word.heading}</h2>
      {writing ? (
        <>
          <p className="help" id={`${id}-help`}>
            {w.word.help}
          </p>
          <label className="for-ears" htmlFor={id}>
            {w.word.label}
          </label>
          <textarea id={id} rows={4} aria-describedby={`${id}-help`} value={text} onChange={write} />
          <CharacterCount text={text} maximum={lengths.word} />
          <div className="word-acts">
            <Button tone={said === null ? tone : 'plain'} why={why} busy={busy} onPress={() => void send(text)}>
              {said === null ? w.word.send : w.word.change}
            </Button>
            {said === null ? null : <Button onPress={() => leave(false)}>{w.word.leave}</Button>}
          </div>
        </>
      ) : (
        <>
          <blockquote className="said">{said}</blockquote>
          <div className="word-acts">
            <Button onPress={() => setWriting(true)}>{w.word.edit}</Button>
            <Button tone="quiet" busy={busy} onPress={() => void send(null)}>
              {w.word.takeBack}
            </Button>
          </div>
        </>
      )}
      <p className="help" role="status">
        {said === null ? '' : hidden ? w.word.hidden : w.word.shown}
      </p>
      {refusal === null ? null : (
        <Notice tone="alarm">
          <p>{say(refusal)}</p>
        </Notice>
      )}
    </section>
  )
}

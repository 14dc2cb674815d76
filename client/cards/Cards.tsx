import { type FormEvent, useId, useRef, useState } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../shared/text/normalise.ts'
import { Button } from '../parts/Button.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useDraft } from '../session/useDraft.ts'
import { useMay } from '../session/useSeat.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { OwnCard } from './OwnCard.tsx'
import { useOwnCards } from './useOwnCards.ts'

/** "This must be said": folded, so that nobody who looks along reads it. Only that a coach asks something stands outside, in words that tell nothing. */
export const Cards = () => {
  const w = useLaterWords()
  const may = useMay()
  const cards = useOwnCards()
  const [open, setOpen] = useState(false)
  const fold = useRef<HTMLElement>(null)
  const asks = cards.now.some(({ said, sending }) => said !== null && said.asked !== null && said.answer === null && sending === null)
  if (!may('card.seal') && (cards.now.length === 0 || !may('card.withdraw'))) return null
  return (
    <section className="sealed">
      <div className={asks && !open ? 'told told-invitation' : 'for-ears'}>
        <p role="status">{asks ? w.cards.notice : ''}</p>
        {asks && !open ? (
          <Button
            tone="quiet"
            onPress={() => {
              setOpen(true)
              fold.current?.focus()
            }}
          >
            {w.cards.look}
          </Button>
        ) : null}
      </div>
      <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary ref={fold}>{w.cards.heading}</summary>
        {open ? (
          <>
            <p className="promises">
              {w.cards.sees} {w.cards.until}
            </p>
            {cards.now.length === 0 ? null : (
              <>
                <h2>{w.cards.yours}</h2>
                <ul className="plain-list cards">
                  {cards.now.map((line) => (
                    <li key={line.key}>
                      <OwnCard line={line} cards={cards} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            {may('card.seal') ? <WriteCard onSeal={cards.seal} /> : null}
          </>
        ) : null}
      </details>
    </section>
  )
}

const WriteCard = ({ onSeal }: { onSeal: (text: string) => Promise<void> }) => {
  const w = useLaterWords()
  const { plein } = useSession()
  const id = useId()
  const [text, setText] = useDraft(plein, 'card')
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = text.trim() === '' ? w.cards.empty : codePoints(normalise(text)) > lengths.idea ? w.cards.tooLong : null
    setProblem(wrong)
    if (wrong !== null) return field.current?.focus()
    await onSeal(text)
    setText('')
    field.current?.focus()
  }
  return (
    <form className="write" onSubmit={submit} noValidate>
      <label className="field" htmlFor={id}>
        {w.cards.label}
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
      <p className="help" id={`${id}-help`}>
        {w.cards.paper}
      </p>
      <Button submit>{w.cards.send}</Button>
    </form>
  )
}

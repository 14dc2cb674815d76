import { useRef, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { useMay } from '../session/useSeat.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { OwnCard } from './OwnCard.tsx'
import { SendOnce } from './SendOnce.tsx'
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
            {may('card.seal') ? (
              <SendOnce draft="card" label={w.cards.label} send={w.cards.send} before={w.cards.paper} onSend={cards.seal} />
            ) : null}
          </>
        ) : null}
      </details>
    </section>
  )
}

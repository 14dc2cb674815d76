import { useRef, useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { draftNames } from '../session/drafts.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useDraft } from '../session/useDraft.ts'
import { useMay } from '../session/useSeat.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { useStays } from '../writing/useStays.ts'
import { useWhyNot } from '../writing/whyNot.ts'
import { OwnCard } from './OwnCard.tsx'
import type { CardLine } from './ownCards.ts'
import { SendOnce } from './SendOnce.tsx'
import { useOwnCards } from './useOwnCards.ts'

/** The cards of now; where they went with the Plein (J6), of each only the words that were begun for it: nobody is taken from those (L4). */
const linesOf = (plein: string, now: readonly CardLine[], gone: boolean): readonly CardLine[] =>
  gone
    ? draftNames(plein).flatMap((name) => {
        const [form, key] = name.split('/')
        return form === 'allow' && key ? [{ key, text: '', said: null, sending: null, refused: null }] : []
      })
    : now

/** "This must be said": folded, so that nobody who looks along reads it. Only that a coach asks something stands outside, in words that tell nothing. */
export const Cards = ({ listed = false }: { /** What was not sent stands elsewhere on the page. */ listed?: boolean }) => {
  const w = useLaterWords()
  const may = useMay()
  const cards = useOwnCards()
  const [open, setOpen] = useState(false)
  const fold = useRef<HTMLElement>(null)
  const { plein } = useSession()
  const why = useWhyNot()('card.seal')
  const writes = useStays(may('card.seal'), useDraft(plein, 'card')[0] !== '') && (why === null || !listed)
  const lines = linesOf(plein, cards.now, !may('card.withdraw'))
  const asks = cards.now.some(({ said, sending }) => said !== null && said.asked !== null && said.answer === null && sending === null)
  if (!writes && (lines.length === 0 || (listed && !may('card.withdraw')))) return null
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
            {lines.length === 0 ? null : (
              <>
                <h2>{w.cards.yours}</h2>
                <ul className="plain-list cards">
                  {lines.map((line) => (
                    <li key={line.key}>
                      <OwnCard line={line} cards={cards} listed={listed} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            {writes ? (
              <SendOnce draft="card" label={w.cards.label} send={w.cards.send} before={w.cards.paper} why={why} onSend={cards.seal} />
            ) : null}
          </>
        ) : null}
      </details>
    </section>
  )
}

import { useToldCards } from '../../session/useSeat.ts'
import { Fold } from '../Fold.tsx'
import { useCoachWords } from '../words.ts'
import { CardRow } from './CardRow.tsx'

/** Cards that only coaches read: what is new or allowed first, then what an author is asked, then what was put aside. */
export const CardsSheet = () => {
  const w = useCoachWords()
  const cards = useToldCards()
  const aside = cards.filter((card) => card.aside)
  const here = cards.filter((card) => !card.aside)
  return (
    <section className="panel" aria-labelledby="cards-heading">
      <h2 id="cards-heading">{w.cards.heading}</h2>
      <p className="help">{w.cards.help}</p>
      {here.length === 0 ? <p className="help">{w.cards.none}</p> : null}
      <ul className="ideas">
        {here.map((card) => (
          <CardRow key={card.card} card={card} />
        ))}
      </ul>
      {aside.length === 0 ? null : (
        <Fold summary={w.cards.asideCount(aside.length)}>
          <ul className="ideas">
            {aside.map((card) => (
              <CardRow key={card.card} card={card} />
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

import { useLaterSharedWords } from '../parts/laterWords.ts'
import { MoodLines } from '../parts/MoodLines.tsx'
import { Moved } from '../parts/Moved.tsx'
import { Given } from '../parts/Shared.tsx'
import type { Band, Card } from '../shown/pages.ts'
import type { Shown } from '../shown/shown.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { ReadAloud } from './ReadAloud.tsx'
import { StagedInWords } from './Staged.tsx'

const cardsOf = (bands: readonly Band[]): Card[] => bands.flatMap((band) => band.columns.flat())

const Texts = ({ cards }: { cards: readonly Card[] }) => {
  return (
    <ul className="plain-list cards">
      {cards.map((card) => (
        <li key={`${card.id} ${card.part}`} className="card">
          <p className="said">
            {card.letter === null ? null : <strong className="letter">{card.letter}</strong>} {card.text}
          </p>
          <Given it={card} />
        </li>
      ))}
    </ul>
  )
}

/** One page of the screen as text. What the phone's own page says already (the question, the kind of moment) is not said twice. */
export const ShownInWords = ({ it }: { it: Shown }) => {
  const w = useLaterWords()
  const shared = useLaterSharedWords()
  switch (it.what) {
    case 'cards':
    case 'cluster':
    case 'ballot':
    case 'conditions':
    case 'harvest': {
      const cards = cardsOf(it.bands)
      return (
        <>
          <Texts cards={cards} />
          <ReadAloud what={w.look.heading} texts={cards.map((card) => card.text)} />
        </>
      )
    }
    case 'moods':
      return <MoodLines phase={it.phase} />
    case 'groups': {
      const blocks = it.columns.flat()
      return (
        <>
          {blocks.map((block) => (
            <section key={`${block.group} ${block.cards[0]?.id ?? ''}`}>
              <h3>{shared.board.group(block.name ?? shared.board.loose, block.total)}</h3>
              <Texts cards={block.cards} />
            </section>
          ))}
          <ReadAloud
            what={w.look.heading}
            texts={blocks.flatMap((block) => [block.name ?? shared.board.loose, ...block.cards.map((card) => card.text)])}
          />
        </>
      )
    }
    case 'word':
      return (
        <>
          <p className="card said">{it.text}</p>
          <ReadAloud what={w.look.heading} texts={[it.text]} />
        </>
      )
    case 'idea':
      return (
        <>
          <p className="card said">{it.text}</p>
          <ReadAloud what={w.look.heading} texts={[it.text]} />
        </>
      )
    case 'result':
      return it.heldBack !== null ? (
        <p>{shared.result.heldBack[it.heldBack]}</p>
      ) : (
        <ul className="plain-list cards">
          {it.rows.map((row) => (
            <li key={row.item} className="card">
              <p className="said">
                <strong className="letter">{row.letter}</strong> {row.name ?? shared.result.gone}
              </p>
              <p className="help">
                {w.look.row(row.dots, row.voters)}
                {row.was === null ? null : <Moved shift={row.was} />}
              </p>
            </li>
          ))}
        </ul>
      )
    case 'reframe':
      return (
        <>
          {it.was === null ? null : <p>{w.look.was(it.was.text)}</p>}
          <p>{w.look.now(it.now.text)}</p>
        </>
      )
    case 'stage':
      return <StagedInWords />
    case 'story':
      return (
        <ol className="plain-list cards">
          {it.links.map(({ id, text }) => (
            <li key={id} className="card said">
              {text}
            </li>
          ))}
        </ol>
      )
    default:
      return null
  }
}

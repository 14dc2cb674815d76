import type { CSSProperties } from 'react'
import type { Contribution } from '../../shared/domain/state.ts'
import type { Shape } from '../../shared/wire/messages.ts'
import { Sign } from '../parts/Sign.tsx'
import { useReframing } from '../parts/useReframing.ts'
import { useLater } from '../session/later.ts'
import type { Board } from '../shown/board.ts'
import { reframed } from '../shown/reframed.ts'
import type { Shown } from '../shown/shown.ts'
import { surfaces } from '../shown/surface.ts'
import { Lobby } from './bodies/Lobby.tsx'
import { Quiet } from './bodies/Quiet.tsx'
import { Writing } from './bodies/Writing.tsx'
import { Bands } from './Cards.tsx'
import { Clock } from './Clock.tsx'
import { Corner } from './Corner.tsx'
import { fills, moment } from './changing.ts'
import { Heading, Total } from './Heading.tsx'
import { bodiesLater } from './later.ts'
import { type ScreenWords, useScreenWords } from './words.ts'
import '../styles/screen.css'
import '../styles/screenBodies.css'
import '../styles/screenLobby.css'

/** What the room looks at, drawn in hundredths of the height (`--vh`): on the screen as in the small picture of it. Reads `board` and counts,
 *  and has no controls: it cannot show what it does not have. */
export const Surface = ({ board, shown, shape }: { board: Board; shown: Shown; shape: Shape }) => {
  const w = useScreenWords()
  const reframing = useReframing(moment)
  const come = useLater(bodiesLater)
  const { columns } = surfaces[shown.shape]
  const changes = fills(reframing, shown)
  const before = reframing.moment === null ? null : (reframing.before?.text ?? null)
  const it = shown.what === 'reframe' ? shown : changes ? reframed(board, surfaces[shown.shape], null) : null
  if (shown.what === 'dark')
    return (
      <div className="stage stage-dark" data-shape={shape}>
        <p className="for-ears">{w.dark}</p>
      </div>
    )
  const style = { '--columns': columns } as CSSProperties
  if (it === null && (shown.what === 'lobby' || shown.what === 'join'))
    return (
      <div className="stage" data-shape={shape} style={style} data-page={shown.page}>
        <Lobby shown={shown} />
      </div>
    )
  return (
    <div className="stage" data-shape={shape} style={style} data-page={shown.page}>
      {it !== null ? (
        come === null ? null : (
          <come.Reframe it={it} shown={shown} plays={changes} />
        )
      ) : (
        <>
          {shown.plate === null ? null : (
            <div className="stage-plate" style={{ '--plate-letter': shown.plate.letter } as CSSProperties}>
              {come === null ? (
                <Sign text={shown.plate.text} size="screen" heading={1} />
              ) : (
                <come.ChalkedSign text={shown.plate.text} before={before} size="screen" heading={1} />
              )}
            </div>
          )}
          <Body shown={shown} />
        </>
      )}
      {shown.what === 'closed' || (shown.what === 'word' && shown.over) ? null : (
        <footer className="stage-foot">
          <Clock />
          <Corner />
        </footer>
      )}
    </div>
  )
}

/** How what stands on the cards is counted. */
const totals = (w: ScreenWords): Record<Contribution, (n: number) => string> => ({
  idea: w.ideas,
  checkin: w.said,
  question: w.questions,
  proposal: w.proposals,
  commitment: w.said,
  closing: w.said,
  condition: w.said,
})

const Body = ({ shown }: { shown: Shown }) => {
  const w = useScreenWords()
  const come = useLater(bodiesLater)
  switch (shown.what) {
    case 'writing':
      return <Writing shown={shown} />
    case 'cards':
    case 'cluster': {
      const said = totals(w)[shown.as](shown.total)
      return (
        <section className="stage-body">
          <Heading shown={shown} aside={<Total said={said} shown={shown} />} />
          <Bands {...shown} chosen={shown.what === 'cards' ? shown.chosen : null} />
        </section>
      )
    }
    case 'groups':
      return come === null ? null : <come.Groups shown={shown} />
    case 'moods':
      return come === null ? null : <come.Moods shown={shown} />
    case 'idea':
      return come === null ? null : <come.Idea shown={shown} />
    case 'ballot':
      return come === null ? null : <come.Ballot shown={shown} />
    case 'result':
      return come === null ? null : <come.Result shown={shown} />
    case 'stage':
      return come === null ? <Heading shown={shown} /> : <come.Staged shown={shown} />
    case 'conditions':
      return come === null ? null : <come.Conditions shown={shown} />
    case 'story':
      return come === null ? null : <come.Story shown={shown} />
    case 'word':
      return come === null ? null : <come.Word shown={shown} />
    case 'harvest':
      return come === null ? null : <come.Harvest shown={shown} />
    case 'waiting':
    case 'plenary':
    case 'pause':
    case 'closed':
      return <Quiet shown={shown} />
    case 'dark':
    case 'lobby':
    case 'join':
    case 'reframe':
      return null
    default:
      return shown satisfies never
  }
}

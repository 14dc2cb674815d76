import type { Show } from '../../shared/domain/state.ts'
import { useReframing } from '../parts/useReframing.ts'
import { useEntry } from '../session/useDocument.ts'
import { useCrowd } from '../session/useSeat.ts'
import type { Shown } from '../shown/shown.ts'
import { fills, moment } from '../stage/changing.ts'
import { MiniScreen } from '../stage/MiniScreen.tsx'
import { useShownBeside } from '../stage/useShown.ts'
import { Action } from './Action.tsx'
import { Glyph } from './Glyph.tsx'
import { type CoachWords, useCoachWords } from './words.ts'

/** What the room sees now, small and in words, and its pages. */
export const ScreenNow = () => {
  const w = useCoachWords()
  const shown = useShownBeside()
  const reframing = useReframing(moment)
  const screens = useCrowd()?.screens ?? 0
  if (shown === null) return null
  return (
    <>
      <MiniScreen />
      <p className="on-screen-now" role="status">
        {fills(reframing, shown) ? w.shown.reframe : inWords(w, shown)}{' '}
        {screens === 0 ? <b className="on-screen-none">{w.side.screens(0)}</b> : null}
      </p>
      <Pages shown={shown} />
    </>
  )
}

const inWords = (w: CoachWords, shown: Shown): string => {
  const says = w.shown
  switch (shown.what) {
    case 'cards':
      return says.cards(w.contributions[shown.as], shown.total)
    case 'groups':
      return says.groups(shown.groups, shown.ideas, shown.loose)
    case 'idea':
      return says.idea(shown.text)
    case 'cluster':
      return says.cluster(shown.name, shown.total)
    case 'writing':
      return shown.silent ? says.silent : says.writing
    case 'ballot':
      return says.ballot(shown.total)
    case 'harvest':
      return shown.as === null
        ? says.harvest
        : says.cards(w.contributions[shown.as], shown.as === 'commitment' ? shown.commitments : shown.total - shown.commitments)
    case 'story':
      return w.question.chainShown
    case 'waiting':
      return shown.kind === 'cluster' ? says.writing : says.waiting
    default:
      return says[shown.what]
  }
}

/** A place of its own, with the same controls also while there is one page: nothing under it moves. */
const Pages = ({ shown }: { shown: Shown }) => {
  const w = useCoachWords()
  const show = useEntry('board', 'plein', 'show')
  if (show === undefined) return null
  const at = (page: number | null): Show => (show.on === 'cluster' || show.on === 'chain' ? { ...show, page } : { on: 'phase', page })
  return (
    <div className="on-screen-pages">
      {show.on === 'phase' ? null : (
        <Action compact command={{ type: 'screen.show', show: { on: 'phase', page: null } }}>
          {w.side.backToPhase}
        </Action>
      )}
      {show.on === 'phase' || shown.pages > 1 ? (
        <div className="on-screen-page">
          <Action
            compact
            label={w.side.pageBack}
            command={{ type: 'screen.show', show: at(shown.page - 1) }}
            why={shown.page === 0 ? w.why.firstPage : null}
          >
            <Glyph shape="left" />
          </Action>
          <span className="digits">{w.side.page(shown.page + 1, shown.pages)}</span>
          <Action
            compact
            label={w.side.pageOn}
            command={{ type: 'screen.show', show: at(shown.page + 1) }}
            why={shown.page === shown.pages - 1 ? w.why.lastPage : null}
          >
            <Glyph shape="right" />
          </Action>
        </div>
      ) : null}
      {shown.newest && show.on === 'phase' && shown.pages > 1 ? (
        <Action compact pressed={show.page === null} command={{ type: 'screen.show', show: at(show.page === null ? shown.page : null) }}>
          {w.side.newest}
        </Action>
      ) : null}
    </div>
  )
}

import type { Shown } from '../shown/shown.ts'
import type { ScreenWords } from './words.ts'

/** What the screen shows now, in one line. */
export const summary = (shown: Shown, w: ScreenWords): string => {
  const asked = shown.heading?.text ?? (shown.kind === null ? '' : w.prompts[shown.kind])
  const paged = (said: string) => (shown.pages > 1 ? `${said}, ${w.page(shown.page + 1, shown.pages)}` : said)
  switch (shown.what) {
    case 'dark':
      return w.summary.dark
    case 'lobby':
    case 'join':
      return w.summary.join
    case 'writing':
      return w.summary.writing(asked)
    case 'cards':
      return paged(w.summary.cards(asked, shown.total))
    case 'groups':
      return paged(w.groups(shown))
    case 'idea':
      return w.summary.idea(shown.text)
    case 'cluster':
      return paged(w.summary.cluster(shown.name, shown.total))
    case 'waiting':
      return w.votes.waiting
    case 'ballot':
      return paged(w.summary.ballot(shown.total))
    case 'result':
      return paged(shown.heldBack ? w.votes.heldBack : w.summary.result)
    case 'reframe':
      return w.summary.reframe(shown.now.text)
    case 'harvest':
      return paged(shown.as === null ? w.harvest.none : w.harvest.count(shown.commitments, shown.total - shown.commitments))
    case 'plenary':
    case 'pause':
      return asked
    case 'closed':
      return w.closed.heading
    default:
      return shown satisfies never
  }
}

import type { Shown } from '../shown/shown.ts'
import type { ScreenWords } from './words.ts'

export const paged = ({ pages }: Shown): boolean => pages > 1

/** What the screen shows now, in one line. */
export const summary = (shown: Shown, w: ScreenWords): string => {
  const asked = shown.heading?.text ?? (shown.kind === null ? '' : w.prompts[shown.kind])
  const withPage = (said: string) => (paged(shown) ? `${said}, ${w.page(shown.page + 1, shown.pages)}` : said)
  switch (shown.what) {
    case 'dark':
      return w.summary.dark
    case 'lobby':
    case 'join':
      return w.summary.join
    case 'writing':
      return w.summary.writing(asked)
    case 'cards':
      return withPage(w.summary.cards(asked, shown.total))
    case 'groups':
      return withPage(w.groups(shown))
    case 'idea':
      return w.summary.idea(shown.text)
    case 'cluster':
      return withPage(w.summary.cluster(shown.name, shown.total))
    case 'waiting':
      return shown.kind === 'cluster' ? w.groupsNone : w.votes.waiting
    case 'ballot':
      return withPage(w.summary.ballot(shown.total))
    case 'result':
      return withPage(shown.heldBack ? w.votes.heldBack : w.summary.result)
    case 'reframe':
      return w.summary.reframe(shown.now.text)
    case 'harvest':
      return withPage(shown.as === null ? w.harvest.none : w.harvest.count(shown.commitments, shown.total - shown.commitments))
    case 'plenary':
    case 'pause':
      return asked
    case 'closed':
      return w.closed.heading
    default:
      return shown satisfies never
  }
}

/** What the room sees now, as data: the screen draws it, the desk draws it small and turns its pages, the phone says it in words.
 *  A pure function of the board and of whether a narrow screen is here, so that all of them are on the same page. */
import type { Contribution } from '../../shared/domain/state.ts'
import { type Board, type Counts, chainOf } from './board.ts'
import { type Group, type GroupPage, groupPages } from './groups.ts'
import { headingOf } from './heading.ts'
import { type Band, type Card, pagesOf } from './pages.ts'
import { lettersIn, plateAbove } from './plate.ts'
import { type Reframed, reframed } from './reframed.ts'
import { type Ballot, type ResultPage, roundShown } from './rounds.ts'
import { type Common, type Phase, roomOf, roomUnder, type Scene, sharedOf, turned } from './scene.ts'
import { card, type Shape, surfaces } from './surface.ts'

type Cards = {
  bands: Band[]
  /** Letters of the cards, in hundredths of the height. */
  size: number
  /** On all pages together. */
  total: number
}

export type Shown = Common &
  (
    | { what: 'dark' }
    | { what: 'lobby' }
    /** The code large, whatever the phase. */
    | { what: 'join' }
    /** Nothing is shared yet. `silent`: what is written waits for the coach. */
    | { what: 'writing'; silent: boolean }
    | ({ what: 'cards'; as: Contribution } & Cards)
    | ({ what: 'groups'; groups: number; ideas: number; loose: number } & GroupPage)
    | { what: 'idea'; id: string; text: string; letter: number; group: string | null }
    | ({ what: 'cluster'; id: string; name: string } & Cards)
    /** A vote is the phase and no round has begun. */
    | { what: 'waiting' }
    | ({ what: 'ballot' } & Ballot)
    | ({ what: 'result' } & ResultPage)
    | ({ what: 'reframe' } & Reframed)
    /** `as` is null: nothing is shared yet. */
    | ({ what: 'harvest'; as: 'commitment' | 'closing' | null } & Cards)
    | { what: 'plenary' }
    | { what: 'pause' }
    | { what: 'closed' }
  )
export type What = Shown['what']

const currentOf = (board: Board): Phase | null => {
  const id = board.plein.current
  const entry = id === null ? undefined : board.phases.get(id)
  return id === null || !entry ? null : { ...entry, id }
}

const cardsShown = (scene: Scene, as: Contribution, cards: Card[], newest: boolean): Shown => {
  const { common, asked } = scene
  const room = roomOf(scene)
  const { it, page, pages } = turned(pagesOf(cards, room), asked, newest)
  return { ...common, page, pages, what: 'cards', as, bands: it ?? [], size: card.size, total: cards.length }
}

const groupsOf = (board: Board): { groups: Group[]; loose: Group } => {
  const cards = sharedOf(board, ({ as }) => as === 'idea')
  const inside = (cluster: string | null) =>
    cards.filter(({ id }) => (board.clusters.has(board.places.get(id) ?? '') ? board.places.get(id) : null) === cluster)
  const sorted = [...board.clusters].sort(([, a], [, b]) => a.order - b.order)
  return {
    groups: sorted.map(([id, { name }]) => ({ id, name, cards: inside(id) })),
    loose: { id: '', name: null, cards: inside(null) },
  }
}

const clusterShown = (scene: Scene): Shown => {
  const { common, board, asked } = scene
  const { groups, loose } = groupsOf(board)
  const ideas = groups.reduce((sum, { cards }) => sum + cards.length, loose.cards.length)
  if (groups.length === 0) return cardsShown(scene, 'idea', loose.cards, false)
  const room = roomOf(scene)
  const all = loose.cards.length === 0 ? groups : [...groups, loose]
  const { it, page, pages } = turned(groupPages(all, room), asked, false)
  const shown = it ?? { columns: [], first: 1, last: all.length }
  return { ...common, page, pages, what: 'groups', groups: groups.length, ideas, loose: loose.cards.length, ...shown }
}

const harvestShown = (scene: Scene): Shown => {
  const { common, board, phase, asked } = scene
  const room = roomOf(scene, 7)
  const of = (as: 'commitment' | 'closing') =>
    pagesOf(
      sharedOf(board, (idea) => idea.as === as),
      room,
    ).map((bands) => ({ as, bands }))
  const pages = [...of('commitment'), ...of('closing')]
  const total = sharedOf(board, ({ as }) => as === 'commitment' || as === 'closing').length
  const { it, ...at } = turned(pages, asked, phase?.settings.hidden === false)
  return { ...common, ...at, what: 'harvest', as: it?.as ?? null, bands: it?.bands ?? [], size: card.size, total }
}

const phaseShown = (scene: Scene, phase: Phase): Shown => {
  const { common, board } = scene
  const live = !phase.settings.hidden
  switch (phase.kind) {
    case 'welcome':
      return { ...common, what: 'lobby' }
    case 'checkin':
    case 'ideas': {
      const as = phase.kind === 'ideas' ? 'idea' : 'checkin'
      const cards = sharedOf(board, (idea) => idea.as === as && idea.phase === phase.id)
      return cards.length === 0 ? { ...common, what: 'writing', silent: !live } : cardsShown(scene, as, cards, live)
    }
    case 'cluster':
      return clusterShown(scene)
    case 'vote':
      return roundShown(scene)
    case 'reframe': {
      const proposals = sharedOf(board, (idea) => idea.as === 'proposal' && idea.phase === phase.id)
      // Once the question has changed here, the new one is what the room looks at.
      if (proposals.length > 0 && chainOf(board).at(-1)?.phase !== phase.id) return cardsShown(scene, 'proposal', proposals, live)
      const fresh = chainOf(board).at(-1)?.phase === phase.id
      const heading = fresh ? null : common.heading
      const it = reframed(board, scene.surface, phase.id, heading?.height ?? 0)
      return it === null ? { ...common, what: 'plenary' } : { ...common, plate: null, heading, what: 'reframe', ...it }
    }
    case 'harvest':
      return harvestShown(scene)
    case 'plenary':
      return { ...common, what: 'plenary' }
    case 'pause':
      return { ...common, what: 'pause' }
    default:
      return phase.kind satisfies never
  }
}

/** An idea or a group that has left the board meanwhile: what the phase shows. */
const chosenShown = (scene: Scene): Shown | null => {
  const { board, surface, common } = scene
  const { show } = board.plein
  if (show?.on === 'idea') {
    const idea = board.ideas.get(show.idea)
    if (!idea) return null
    const group = board.clusters.get(board.places.get(show.idea) ?? '')?.name ?? null
    return { ...common, heading: null, what: 'idea', id: show.idea, text: idea.text, letter: large(scene, idea.text), group }
  }
  if (show?.on !== 'cluster') return null
  const cluster = board.clusters.get(show.cluster)
  if (!cluster) return null
  const heading = headingOf(cluster.name, surface)
  const cards = sharedOf(board, ({ as, id }) => as === 'idea' && board.places.get(id) === show.cluster)
  const room = roomUnder(surface, common.plate?.height ?? 0, heading.height)
  const { it, page, pages } = turned(pagesOf(cards, room), show.page, false)
  const total = cards.length
  return { ...common, heading, page, pages, what: 'cluster', id: show.cluster, name: cluster.name, bands: it ?? [], size: card.size, total }
}

const large = ({ surface, common }: Scene, text: string): number => {
  const room = roomUnder(surface, common.plate?.height ?? 0)
  return lettersIn(text, 'text', surface.width - 12, room.last - 14, 11, 4.5)
}

export const shown = (board: Board, counts: Counts | null): Shown => {
  const shape: Shape = counts?.narrow ? 'narrow' : 'wide'
  const surface = surfaces[shape]
  const { stage, show } = board.plein
  const phase = stage === 'open' ? currentOf(board) : null
  const text = chainOf(board).at(-1)?.text
  const plate = text === undefined ? null : plateAbove(text, surface)
  const heading = phase === null ? null : headingOf(phase.settings.prompt, surface)
  const common: Common = { shape, plate, kind: phase?.kind ?? null, heading, page: 0, pages: 1 }
  const asked = show?.on === 'phase' ? show.page : null
  const now: Scene = { board, surface, phase, common, asked }
  if (show?.on === 'dark') return { ...common, what: 'dark' }
  if (stage === 'closed') return { ...common, what: 'closed' }
  if (show?.on === 'join') return { ...common, what: 'join' }
  const chosen = chosenShown(now)
  if (chosen) return chosen
  return phase === null ? { ...common, what: 'lobby' } : phaseShown(now, phase)
}

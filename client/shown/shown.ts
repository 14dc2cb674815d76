/** What the room sees now, as data: the screen draws it, the desk draws it small and turns its pages, the phone says it in words.
 *  A pure function of the board and of the narrowest screen that is here, so that all of them are on the same page. */
import { catalysts } from '../../shared/domain/framings/catalyst.ts'
import type { Contribution } from '../../shared/domain/state.ts'
import { flowing } from '../../shared/text/ownLines.ts'
import { type Board, type Counts, chainOf } from './board.ts'
import { type Group, groupPages, type Sized } from './groups.ts'
import { type Heading, headingOf, standardHeading } from './heading.ts'
import { lineCount, shortened } from './lines.ts'
import { type Band, type Card, type Divided, pagesOf, type Room, roomyPages } from './pages.ts'
import { lettersIn, type Plate, plateAbove, plateIn, plateWith } from './plate.ts'
import { type Reframed, reframed } from './reframed.ts'
import { type Ballot, type ConditionsPage, type ResultPage, roundShown } from './rounds.ts'
import { type Common, type Phase, roomOf, roomUnder, type Scene, sharedOf, turned } from './scene.ts'
import { type StoryPage, storyPages } from './story.ts'
import { card, groupHead, groupLine, harvest, idea, reframeLine, type Surface, heading as style, surfaces } from './surface.ts'

type Cards = {
  bands: Band[]
  columns: number
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
    /** `chosen`: of the questions of a burst, the one that became the question. */
    | ({ what: 'cards'; as: Contribution; chosen: string | null } & Cards)
    /** How the question felt around a burst: its last page. */
    | { what: 'moods'; phase: string }
    /** `size`: the letters of the names. */
    | ({ what: 'groups'; as: 'idea' | 'proposal'; groups: number; ideas: number; loose: number } & Sized)
    /** `cut`: what stands there instead, where the surface does not hold the text as it is. */
    | { what: 'idea'; id: string; text: string; cut: string | null; letter: number; group: string | null }
    | ({ what: 'cluster'; id: string; name: string; as: 'idea' | 'proposal' } & Cards)
    /** A vote is the phase and no round has begun, or groups are to be made and nothing is shared. */
    | { what: 'waiting' }
    | ({ what: 'ballot' } & Ballot)
    | ({ what: 'result' } & ResultPage)
    | ({ what: 'conditions' } & ConditionsPage)
    | ({ what: 'reframe' } & Reframed)
    /** The question is being written, in a document of its own: here stands only where it goes. */
    | { what: 'stage' }
    /** The whole chain of wordings. */
    | ({ what: 'story' } & StoryPage)
    /** `as` is null: nothing is shared yet. */
    | ({ what: 'harvest'; as: 'commitment' | 'closing' | null /** Of the total. */; commitments: number } & Cards)
    /** What the owner takes along. `over`: the Plein is closed. */
    | { what: 'word'; text: string; cut: string | null; letter: number; named: boolean; over: boolean }
    | { what: 'plenary' }
    | { what: 'pause' }
    | { what: 'closed' }
  )

const currentOf = (board: Board): Phase | null => {
  const id = board.plein.current
  const entry = id === null ? undefined : board.phases.get(id)
  return id === null || !entry ? null : { ...entry, id }
}

/** `newest`: while ideas come in, what stands on a page stays as it is. */
const divided = (cards: Card[], room: Room, newest: boolean): Divided =>
  newest
    ? { size: card.size, columns: room.surface.columns, pages: pagesOf(cards, room, { live: true }) }
    : roomyPages(cards, room, card.sizes, (room, size) => pagesOf(cards, room, { size }))

const cardsShown = (scene: Scene, as: Contribution, cards: Card[], newest: boolean): Shown => {
  const { common, asked } = scene
  const { size, columns, pages } = divided(cards, roomOf(scene), newest)
  const { it, ...at } = turned(pages, asked, newest)
  return { ...common, ...at, what: 'cards', as, chosen: null, bands: it ?? [], columns, size, total: cards.length }
}

/** How the question felt stands behind the questions, where a coach turns to. */
const burstShown = (scene: Scene, { id }: Phase, cards: Card[], newest: boolean): Shown => {
  const { common, asked, board } = scene
  const { size, columns, pages } = divided(cards, roomOf(scene), newest)
  const { it, ...at } = turned([...pages, null], asked ?? (newest ? pages.length - 1 : null), newest)
  if (it === null) return { ...common, ...at, what: 'moods', phase: id }
  const chosen = catalysts(chainOf(board), board.ideas).get(id) ?? null
  return { ...common, ...at, what: 'cards', as: 'question', chosen, bands: it ?? [], columns, size, total: cards.length }
}

/** Groups of ideas, or of what was proposed in one phase. Whatever a coach laid into a group stands there. */
const groupsOf = (board: Board, proposed: string | null): { groups: Group[]; loose: Group } => {
  const own = ({ as, phase }: { as: Contribution; phase: string }) =>
    proposed === null ? as === 'idea' : as === 'proposal' && phase === proposed
  const placeOf = (id: string) => (board.clusters.has(board.places.get(id) ?? '') ? board.places.get(id) : undefined)
  const sorted = [...board.clusters]
    .filter(([, { of }]) => (of === 'proposal') === (proposed !== null))
    .sort(([, a], [, b]) => a.order - b.order)
  const cards = sharedOf(board, (idea) => idea.as === 'idea' || idea.as === 'proposal')
  const groups = sorted.map(([id, { name }]) => ({ id, name, cards: cards.filter((one) => placeOf(one.id) === id) }))
  const loose = sharedOf(board, (idea) => own(idea) && placeOf(idea.id) === undefined)
  // Of an earlier phase: what was proposed there is not what the room looks at now.
  const here = ({ cards }: Group) =>
    proposed === null || cards.length === 0 || cards.some(({ id }) => board.ideas.get(id)?.phase === proposed)
  return { groups: groups.filter(here), loose: { id: '', name: null, cards: loose } }
}

const clusterShown = (scene: Scene): Shown => {
  const { common, board } = scene
  const { groups, loose } = groupsOf(board, null)
  if (loose.cards.length === 0 && groups.length === 0) return { ...common, what: 'waiting' }
  return groups.length === 0 ? cardsShown(scene, 'idea', loose.cards, false) : groupsShown(scene, 'idea', groups, loose)
}

const groupsShown = (scene: Scene, as: 'idea' | 'proposal', groups: Group[], loose: Group): Shown => {
  const { common, phase } = scene
  const ideas = groups.reduce((sum, { cards }) => sum + cards.length, loose.cards.length)
  // The standard words are for the beginning: once there are groups, they are what there is to see.
  const asked = phase?.settings.prompt ?? null
  const heading = asked === null ? null : headingOf(asked, scene.surface, style.aside.groups, 2)
  const room = roomUnder(scene.surface, common.plate, heading, heading === null ? groupLine : 0)
  const { it, ...at } = turned(groupPages(groups, loose, room), scene.asked, false)
  const here = it ?? { columns: [], first: 1, last: groups.length, size: groupHead.size, cards: card.size, of: scene.surface.columns }
  return { ...common, ...at, heading, what: 'groups', as, groups: groups.length, ideas, loose: loose.cards.length, ...here }
}

const harvestShown = (scene: Scene): Shown => {
  const { common, board, phase, asked } = scene
  const newest = phase?.settings.hidden === false
  const room = roomOf(scene, harvest.line)
  const of = (as: 'commitment' | 'closing') => {
    const cards = sharedOf(board, (idea) => idea.as === as)
    const { pages, ...it } = divided(cards, room, newest)
    return { total: cards.length, pages: cards.length === 0 ? [] : pages.map((bands) => ({ ...it, as, bands })) }
  }
  const [commitments, closings] = [of('commitment'), of('closing')]
  const word = board.plein.word
  const last = word === undefined ? [] : [{ as: 'word' as const, word }]
  const { it, ...at } = turned([...commitments.pages, ...closings.pages, ...last], asked, newest)
  if (it?.as === 'word') return { ...wordShown(scene, it.word, false), ...at }
  const none = { as: null, bands: [], columns: scene.surface.columns, size: card.size }
  return {
    ...common,
    ...at,
    what: 'harvest',
    commitments: commitments.total,
    total: commitments.total + closings.total,
    ...(it ?? none),
  }
}

/** What the cards are that people write in a phase of this kind. */
const written = { checkin: 'checkin', ideas: 'idea', burst: 'question' } as const

/** Under the question, as large as it can be. Who says it stands above it, as the group of an idea does. */
const wordShown = (scene: Scene, text: string, over: boolean): Shown => {
  const { plate, letter, cut, group } = ideaIn(scene, text, '')
  return { ...scene.common, heading: null, plate, what: 'word', text, letter, cut, named: group !== null, over }
}

const phaseShown = (scene: Scene, phase: Phase): Shown => {
  const { common, board } = scene
  const live = !phase.settings.hidden
  switch (phase.kind) {
    case 'welcome':
      return { ...common, what: 'lobby' }
    case 'checkin':
    case 'ideas':
    case 'burst': {
      const as = written[phase.kind]
      const cards = sharedOf(board, (idea) => idea.as === as && idea.phase === phase.id)
      if (cards.length === 0) return { ...common, what: 'writing', silent: !live }
      return phase.kind === 'burst' ? burstShown(scene, phase, cards, live) : cardsShown(scene, as, cards, live)
    }
    case 'cluster':
      return clusterShown(scene)
    case 'vote':
      return roundShown(scene)
    case 'reframe': {
      const proposals = sharedOf(board, (idea) => idea.as === 'proposal' && idea.phase === phase.id)
      // Once the question has changed here, the new one is what the room looks at.
      if (proposals.length > 0 && chainOf(board).at(-1)?.phase !== phase.id) {
        const { groups, loose } = groupsOf(board, phase.id)
        return groups.length === 0 ? cardsShown(scene, 'proposal', proposals, live) : groupsShown(scene, 'proposal', groups, loose)
      }
      const fresh = chainOf(board).at(-1)?.phase === phase.id
      const heading = fresh ? null : common.heading
      const it = reframed(board, scene.surface, phase.id, heading === null ? 0 : heading.height + reframeLine)
      return it === null ? { ...common, plate: hero(scene), what: 'plenary' } : { ...common, plate: null, heading, what: 'reframe', ...it }
    }
    case 'write':
      return { ...common, what: 'stage' }
    case 'harvest':
      return harvestShown(scene)
    case 'plenary':
    case 'pause':
      return { ...common, plate: hero(scene), what: phase.kind }
    default:
      return phase.kind satisfies never
  }
}

/** Where nothing else is asked, the question is what there is to look at. */
const hero = ({ common, surface }: Scene): Plate | null =>
  common.plate === null ? null : plateIn(common.plate.text, surface.width, surface.shape === '4:3' ? 50 : 46)

const storyShown = ({ board, surface, common }: Scene, asked: number | null): Shown => {
  const { it, ...at } = turned(storyPages(board, surface), asked, false)
  return { ...common, ...at, plate: null, heading: null, what: 'story', ...(it ?? { size: 0, links: [], total: 0 }) }
}

/** An idea or a group that has left the board meanwhile: what the phase shows. */
const chosenShown = (scene: Scene): Shown | null => {
  const { board, surface, common } = scene
  const { show } = board.plein
  if (show.on === 'idea') {
    const entry = board.ideas.get(show.idea)
    if (!entry) return null
    const group = board.clusters.get(board.places.get(show.idea) ?? '')?.name ?? null
    return { ...common, heading: null, what: 'idea', id: show.idea, text: entry.text, ...ideaIn(scene, entry.text, group) }
  }
  if (show.on !== 'cluster') return null
  const cluster = board.clusters.get(show.cluster)
  if (!cluster) return null
  const heading = headingOf(cluster.name, surface, style.aside.cards)
  const cards = sharedOf(board, ({ as, id }) => (as === 'idea' || as === 'proposal') && board.places.get(id) === show.cluster)
  const room = roomUnder(surface, common.plate, heading)
  const { size, columns, pages } = divided(cards, room, false)
  const { it, ...at } = turned(pages, show.page, false)
  const { name, of: as = 'idea' } = cluster
  return { ...common, ...at, heading, what: 'cluster', id: show.cluster, name, as, bands: it ?? [], columns, size, total: cards.length }
}

/** One idea as large as it can be. A very long one takes the room of a smaller plate, then of the name of its group, then of the
 *  ends of its lines; only what does not fit even then (hundreds of capitals) is cut, and stands whole on the phones. */
const ideaIn = ({ surface, common }: Scene, text: string, group: string | null) => {
  const width = surface.width - idea.sides
  const small = common.plate === null ? null : plateWith(common.plate.text, 4.5, surface)
  const heights = (plate: Plate | null, name: string | null) =>
    roomUnder(surface, plate, null).last - idea.rims - (name === null ? 0 : idea.group)
  for (const [said, plate, name] of [
    [text, common.plate, group],
    [text, small, group],
    [text, small, null],
    [flowing(text), small, null],
  ] as const) {
    const letter = lettersIn(said, 'text', width, heights(plate, name), 11, card.size)
    const lines = lineCount(said, { font: 'text', size: letter, width })
    if (lines * letter * card.leading <= heights(plate, name)) return { plate, group: name, letter, cut: said === text ? null : said }
  }
  const most = Math.floor(heights(small, null) / (card.size * card.leading))
  const cut = shortened(flowing(text), { font: 'text', size: card.size, width }, most)
  return { plate: small, group: null, letter: card.size, cut }
}

const headed = ({ kind, settings: { prompt } }: Phase, surface: Surface): Heading =>
  prompt === null ? standardHeading(kind, surface) : headingOf(prompt, surface, kind === 'harvest' ? style.aside.page : style.aside.cards)

export const shown = (board: Board, counts: Counts | null): Shown => {
  const shape = counts?.shape ?? '16:9'
  const surface = surfaces[shape]
  const { stage, show } = board.plein
  const phase = stage === 'open' ? currentOf(board) : null
  const text = chainOf(board).at(-1)?.text
  const plate = text === undefined ? null : plateAbove(text, surface)
  const heading = phase === null ? null : headed(phase, surface)
  const common: Common = { shape, plate, kind: phase?.kind ?? null, heading, page: 0, pages: 1, newest: false }
  const asked = show.on === 'phase' ? show.page : null
  const now: Scene = { board, surface, phase, common, asked }
  if (show.on === 'dark') return { ...common, what: 'dark' }
  if (show.on === 'chain') return storyShown(now, show.page)
  // Nobody stood before this one here: what there is to see is how the question changed.
  if (stage === 'closed' && board.plein.imported !== undefined && board.framings.size > 1) return storyShown(now, null)
  if (stage === 'closed' && board.plein.word !== undefined) return wordShown(now, board.plein.word, true)
  if (stage === 'closed') return { ...common, plate: hero(now), what: 'closed' }
  if (show.on === 'join') return { ...common, what: 'join' }
  const chosen = chosenShown(now)
  if (chosen) return chosen
  return phase === null ? { ...common, what: 'lobby' } : phaseShown(now, phase)
}

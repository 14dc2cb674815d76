/** What a page must show once everything has arrived, said by another copy of the same documents. */
import type { Page } from 'playwright-core'
import type { Board } from '../../client/shown/board.ts'
import { shown } from '../../client/shown/shown.ts'
import type { PleinFields } from '../../shared/wire/documents.ts'
import type { Room } from './room.ts'

const boardOf = ({ coach: { board } }: Room): Board => {
  const map = <T>(name: string) => new Map(board.map<T>(name).entries())
  return {
    plein: Object.fromEntries(board.map('plein').entries()) as unknown as PleinFields,
    phases: map('phases'),
    framings: map('framings'),
    ideas: map('ideas'),
    places: map('places'),
    clusters: map('clusters'),
    rounds: map('rounds'),
  }
}
const textsIn = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((one) => one.textContent ?? ''))
const ideasOf = (room: Room): string[] => [...room.coach.board.map<{ text: string }>('ideas').values()].map(({ text }) => text)

/** Texts that should be there and are not, and the other way round. */
const unlike = (here: readonly string[], there: readonly string[]): string[] => {
  const [mine, theirs] = [new Set(here), new Set(there)]
  const twice = here.length === mine.size ? [] : [`${here.length - mine.size} doubled`]
  return [...twice, ...[...theirs].filter((one) => !mine.has(one)), ...[...mine].filter((one) => !theirs.has(one))]
}

const bare = (text: string) => text.replace(/^… | …$/g, '')

/** The page that the room looks at, card by card; of groups also how many stand in each, else how many pages there are. */
export const onScreen = async (page: Page, room: Room): Promise<string[]> => {
  const now = shown(boardOf(room), { shape: '16:9' })
  const cards = (await textsIn(page, '.stage-card > span')).map(bare)
  if (now.what === 'groups') {
    const blocks = now.columns.flat()
    const heads = await textsIn(page, '.stage-group:not(.stage-group-loose, .stage-group-continued) h2')
    const named = blocks.filter(({ name, continued }) => name !== null && !continued)
    return [
      ...unlike(
        cards,
        blocks.flatMap((block) => block.cards.map(({ text }) => text)),
      ),
      ...unlike(
        heads,
        named.map(({ name, total }) => `${name}${total}`),
      ),
    ]
  }
  if (now.what !== 'cards') return [`nothing like "${now.what}" is looked for`]
  const pages = (await textsIn(page, '.stage-aside')).map((one) => one.match(/\d+$/)?.[0] ?? '')
  return [
    ...unlike(
      cards,
      now.bands.flatMap(({ columns }) => columns.flat().map(({ text }) => bare(text))),
    ),
    ...unlike(pages, [String(now.pages)]),
  ]
}
/** Every idea in its list, and in no other. */
export const inLists = async (page: Page, room: Room): Promise<string[]> => {
  const boxes = await page
    .locator('[data-idea]')
    .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-idea')} ${one.closest('[data-list]')?.getAttribute('data-list')}`))
  const places = room.coach.board.map<string>('places')
  return unlike(
    boxes,
    [...room.coach.board.map('ideas').keys()].map((id) => `${id} ${places.get(id) ?? 'loose'}`),
  )
}
export const inRows = async (page: Page, room: Room): Promise<string[]> => unlike(await textsIn(page, '.rows .idea .text'), ideasOf(room))
export const onPhone = async (page: Page, room: Room): Promise<string[]> =>
  unlike(await textsIn(page, 'section:not(.own) > .cards > .card > .said'), ideasOf(room))

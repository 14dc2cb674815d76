import { describe, expect, test } from 'vitest'
import type { Board } from '../../client/shown/board.ts'
import { lineCount, linesOf, unbroken } from '../../client/shown/lines.ts'
import { typeIn } from '../../client/shown/pages.ts'
import { plateInside } from '../../client/shown/plate.ts'
import { type Shown, shown } from '../../client/shown/shown.ts'
import { lobby, most, surfaces } from '../../client/shown/surface.ts'
import { defaults } from '../../shared/domain/phases/defaults.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { Show } from '../../shared/domain/state.ts'
import type { ClusterEntry, IdeaEntry, PhaseEntry, PleinFields, RoundEntry } from '../../shared/wire/documents.ts'
import { type Shape, shapes } from '../../shared/wire/messages.ts'
import oddTexts from '../data/odd-texts.json' with { type: 'json' }
import london from '../data/polis-london-live-2022.json' with { type: 'json' }
import { quaysideIdeas } from '../support/quayside.ts'

const texts = [...london.contributions, ...oddTexts.texts].map(({ text }) => text).filter((text) => text.trim() !== '')

type Given = { kind?: PhaseKind; show?: Show; hidden?: boolean; ideas?: readonly string[]; groups?: number; stage?: 'open' | 'closed' }
const boardOf = ({
  kind = 'ideas',
  show = { on: 'phase', page: null },
  hidden = true,
  ideas = [],
  groups = 0,
  stage = 'open',
}: Given): Board => ({
  plein: { stage, current: 'now', show } as PleinFields,
  phases: new Map([
    ['now', { kind, title: null, settings: { ...defaults, hidden }, played: 1, skipped: false, repeats: null, interlude: false }],
  ]),
  framings: new Map([['first', { text: 'Wie zorgt er voor het groen?', order: 0, sources: [], by: 'owner', at: 0, phase: null }]]),
  ideas: new Map(
    ideas.map((text, order): [string, IdeaEntry] => [
      `idea-${order}`,
      { as: 'idea', text, phase: 'now', late: false, entry: 'phone', order, who: null, by: null },
    ]),
  ),
  places: new Map(groups === 0 ? [] : ideas.map((_, order) => [`idea-${order}`, `group-${order % groups}`])),
  clusters: new Map(Array.from({ length: groups }, (_, order) => [`group-${order}`, { name: `Groep ${order}`, order, open: true }])),
  rounds: new Map<string, RoundEntry>(),
})
const page = (given: Given, at: number, shape: Shape = '16:9'): Shown =>
  shown(boardOf({ ...given, show: { on: 'phase', page: at } }), { shape })
const allPages = (given: Given, shape: Shape): Shown[] =>
  Array.from({ length: page(given, 0, shape).pages }, (_, at) => page(given, at, shape))
const cardsOn = (it: Shown) => {
  if (it.what === 'cards') return it.bands.flatMap(({ columns }) => columns.flat())
  if (it.what === 'groups') return it.columns.flat().flatMap(({ cards }) => cards)
  throw new Error(it.what)
}
const letters = (text: string) => text.replace(/\s+/g, '')

test.each(shapes)(
  'R5 one text of hundreds of line breaks fills no screens that the room waits for, at %s; a list of twelve lines stays one',
  (shape) => {
    const some = quaysideIdeas(20).map(({ text }) => text)
    const pages = (more: string): number => page({ ideas: [...some, more], hidden: false }, 0, shape).pages
    expect(pages(`${'x\n'.repeat(249)}x`)).toBeLessThanOrEqual(pages('Een bankje') + 3)
    const list = Array.from({ length: 12 }, (_, at) => `- ${at}`).join('\n')
    const shownList = allPages({ ideas: [list] }, shape).flatMap(cardsOn)
    expect(shownList.map(({ text }) => text).join('\n')).toBe(list)
  },
)

describe.each(shapes)('R2 the pages of a screen of %s', (shape) => {
  test.each([
    ['cards', { ideas: texts }],
    ['groups', { kind: 'cluster', ideas: texts, groups: 7 }],
  ] as const)('hold every text whole, once, and at most 24 on a page: %s', (_what, given) => {
    const pages = allPages(given, shape)
    for (const one of pages) expect(cardsOn(one).length).toBeLessThanOrEqual(most)
    const parts = pages.flatMap(cardsOn)
    const said = new Map<string, string>()
    for (const { id, text } of parts) said.set(id, (said.get(id) ?? '') + letters(text))
    expect([...said.values()].sort()).toEqual(texts.map(letters).sort())
    const whole = parts.filter(({ parts: of }) => of === 1)
    expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
    // Dots before and after a part take no line of their own.
    const { column, width } = surfaces[shape]
    const type = typeIn('groups' in given ? column : width, 4.2, false)
    for (const { text, parts: of } of parts) if (of > 1) expect(lineCount(`… ${text} …`, type)).toBe(lineCount(text, type))
  })
})

describe('R2 room for many ideas', () => {
  const asked =
    'Hoe houden wij samen de havenkade open, veilig en schoon voor iedereen die er woont, werkt of langskomt, ' +
    'ook als er duizend woningen bij komen en de bussen straks door de straat gaan?'
  const many = (shape: Shape, question: string, prompt: string | null = null) => {
    const board = boardOf({ ideas: quaysideIdeas(56).map(({ text }) => text) })
    board.framings = new Map([['first', { text: question, order: 0, sources: [], by: 'owner', at: 0, phase: null }]])
    const phase = board.phases.get('now') as PhaseEntry
    board.phases = new Map([['now', { ...phase, settings: { ...phase.settings, prompt } }]])
    return shown(board, { shape })
  }
  test.each([
    ['4:3', 7, 9],
    ['16:10', 6, 7],
    ['16:9', 5, 6],
  ] as const)('56 of them at %s: at most %i pages under a short question, %i under a long one', (shape, short, long) => {
    expect(many(shape, 'Hoe blijft de kade van iedereen?').pages).toBeLessThanOrEqual(short)
    expect(many(shape, asked).pages).toBeLessThanOrEqual(long)
  })
  test('a long question of a coach takes smaller letters where that saves a line, and is cut only after three', () => {
    const prompt = 'Wat zou u morgen al anders doen op de kade, als het aan u lag en geld geen rol speelde?'
    for (const shape of shapes) {
      const { heading } = many(shape, asked, prompt)
      expect(heading?.text).toBe(prompt)
      expect(heading?.size).toBeGreaterThanOrEqual(4.2)
    }
    expect(many('16:9', asked, prompt.repeat(8)).heading?.text).toMatch(/…$/)
  })
})

describe('R2 which page the room sees', () => {
  const many = { ideas: texts.slice(0, 60) }
  test('is the first one of what was shared at once, the newest one while ideas come in', () => {
    expect(shown(boardOf({ ...many, hidden: true }), null).page).toBe(0)
    const live = shown(boardOf({ ...many, hidden: false }), null)
    expect(live.page).toBe(live.pages - 1)
    expect(live.pages).toBeGreaterThan(1)
  })
  test('is the one that the coach turned to, as far as it exists', () => {
    expect(page(many, 1).page).toBe(1)
    const last = page(many, 999)
    expect(last.page).toBe(last.pages - 1)
  })
  test('keeps what stands on it while more ideas come in', () => {
    const before = page({ hidden: false, ideas: texts.slice(0, 20) }, 0)
    const after = page({ hidden: false, ideas: texts }, 0)
    expect(cardsOn(after)).toEqual(cardsOn(before))
  })
  test('counts the groups first, then shows them with their ideas', () => {
    const first = page({ kind: 'cluster', ideas: texts, groups: 7 }, 0)
    expect(first).toMatchObject({ what: 'groups', groups: 7, ideas: texts.length, first: 1, last: 7 })
    expect(cardsOn(first)).toEqual([])
    expect(cardsOn(page({ kind: 'cluster', ideas: texts, groups: 7 }, 1)).length).toBeGreaterThan(0)
  })
  test.each(shapes)('names eight groups and what is loose on one page of %s: a name is as wide as its count leaves it', (shape) => {
    const names = ['Geld en schaamte thuis', 'Iemand die blijft', 'De avond en de straat', 'School en werk', 'Grenzen en veiligheid']
    const board = boardOf({ kind: 'cluster', ideas: texts.slice(0, 40), groups: 8 })
    const clusters = [...board.clusters].map(([id, it], at): [string, ClusterEntry] => [id, { ...it, name: names[at] ?? it.name }])
    const places = [...board.places].slice(8)
    const it = shown(
      {
        ...board,
        plein: { ...board.plein, locale: 'nl' },
        framings: new Map([
          ['first', { ...board.framings.get('first')!, text: 'Hoe houden we jongens weg bij het snelle geld, ook als het donker is?' }],
        ]),
        clusters: new Map(clusters),
        places: new Map(places),
      },
      { shape },
    )
    expect(it).toMatchObject({ what: 'groups', first: 1, last: 9 })
  })
  test('waits while there is nothing to group', () => {
    expect(page({ kind: 'cluster' }, 0).what).toBe('waiting')
    expect(page({ kind: 'cluster', ideas: ['Meer bankjes'] }, 0).what).toBe('cards')
  })
})

describe('R2 what a coach puts before the room', () => {
  const ideas = ['Meer bankjes', 'Minder hekken']
  test.each<[string, Show, Partial<Shown>]>([
    ['one idea', { on: 'idea', idea: 'idea-1' }, { what: 'idea', text: 'Minder hekken' }],
    ['an idea that is gone: the phase', { on: 'idea', idea: 'idea-9' }, { what: 'cards' }],
    ['one group', { on: 'cluster', cluster: 'group-0', page: null }, { what: 'cluster', name: 'Groep 0', total: 1 }],
    ['the code', { on: 'join' }, { what: 'join' }],
    ['nothing', { on: 'dark' }, { what: 'dark' }],
  ])('%s', (_, show, seen) => {
    expect(shown(boardOf({ ideas, groups: 2, show }), null)).toMatchObject(seen)
  })
  test('a closed Plein says so, whatever was put there before', () => {
    expect(shown(boardOf({ stage: 'closed', show: { on: 'join' } }), null).what).toBe('closed')
  })
})

describe.each(shapes)('R2 on a screen of %s', (shape) => {
  const named = (many: number, name: (at: number) => string): Shown[] => {
    const items = Array.from({ length: many }, (_, at) => ({ id: `i${at}`, letter: `${at + 1}`, name: name(at) }))
    const board = boardOf({ kind: 'vote' })
    const round = {
      phase: 'now',
      over: 'clusters',
      status: 'open',
      question: null,
      revealed: false,
      result: null,
      items,
      budget: 4,
      maximum: 2,
    }
    board.rounds = new Map([['round', round as unknown as RoundEntry]])
    const at = (page: number) => shown({ ...board, plein: { ...board.plein, show: { on: 'phase', page } } }, { shape })
    return Array.from({ length: at(0).pages }, (_, page) => at(page))
  }
  const columnsOf = (it: Shown) => {
    if (it.what !== 'ballot') throw new Error(it.what)
    return it.bands.flatMap(({ columns }) =>
      columns.map((column) => column.filter(({ part }) => part === 1).map(({ letter }) => Number(letter))),
    )
  }
  test.each([2, 3, 8, 11, 26, 60])('letters run down the columns in their order: %i names of all lengths', (many) => {
    const pages = named(many, (at) => texts[(at * 7) % texts.length] as string)
    expect(pages.flatMap(columnsOf).flat()).toEqual(Array.from({ length: many }, (_, at) => at + 1))
  })
  test('equal names stand in columns that are as even as they can be', () => {
    const [page] = named(8, (at) => `Groep ${at}`)
    expect(columnsOf(page as Shown)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8],
    ])
  })
  test('the result of seven groups with short names stands on one page', () => {
    const names = ['Groen en schaduw', 'Verkeer', 'Veilig in het donker', 'Wonen voor iedereen', 'Jongeren', 'Stilte', 'Winkels']
    const rows = names.map((_, at) => ({ item: `i${at}`, dots: 9 - at, voters: 3, spread: [], strongMinority: false, withdrawn: false }))
    const items = names.map((name, at) => ({ id: `i${at}`, letter: `${at + 1}`, name }))
    const result = { heldBack: false, voters: 12, rows }
    const board = boardOf({ kind: 'vote' })
    board.rounds = new Map([
      ['round', { phase: 'now', over: 'clusters', question: null, revealed: true, result, items } as unknown as RoundEntry],
    ])
    const it = shown(board, { shape })
    if (it.what !== 'result') throw new Error(it.what)
    expect(it.rows.map(({ name }) => name)).toEqual(names)
  })
  test('an idea of 500 letters stands there whole and read from the last row; what no surface holds ends with dots', () => {
    const one = (text: string) => shown(boardOf({ ideas: [text], show: { on: 'idea', idea: 'idea-0' } }), { shape })
    const long = texts.join(' ').slice(0, 500)
    expect(one(long)).toMatchObject({ text: long, cut: null })
    const lines = Array.from({ length: 40 }, () => 'Een regel').join('\n')
    expect(one(lines)).toMatchObject({ text: lines, cut: lines.replaceAll('\n', ' ') })
    const wide = 'W'.repeat(500)
    expect(one(wide)).toMatchObject({ text: wide, letter: 4.2, cut: expect.stringMatching(/…$/) })
  })
})

describe.each([
  ['4:3', 70],
  ['16:10', 90],
  ['16:9', 100],
] as const)('R2 the question above a page of a screen of %s', (shape, sure) => {
  const asked = 'Hoe houden wij samen het plein voor iedereen open en schoon? '.repeat(6)
  const plateOf = (many: number) => {
    const board = boardOf({ ideas: ['Meer bankjes'] })
    board.framings = new Map([['first', { text: asked.slice(0, many), order: 0, sources: [], by: 'owner', at: 0, phase: null }]])
    const { plate } = shown(board, { shape })
    if (plate === null) throw new Error('no question')
    return plate
  }
  test('stands in letters of 6 to 11, and only a long one in smaller ones', () => {
    for (const many of [10, 40, sure, 160, 300]) {
      expect(plateOf(many).letter).toBeLessThanOrEqual(11)
      expect(plateOf(many).letter).toBeGreaterThanOrEqual(many <= sure ? 6 : 4.2)
    }
  })
  test('in the lobby ends with dots before it lies over the count of people', () => {
    const longest = 'Hoe blijft de kade van wie er woont en werkt '.repeat(11).slice(0, 499)
    const it = plateInside(longest, lobby.left[shape], 52)
    expect(it.height).toBeLessThanOrEqual(52)
    expect(it.text === longest || it.text.endsWith('…')).toBe(true)
    expect(plateInside(asked.slice(0, 60), lobby.left[shape], 52).text).toBe(asked.slice(0, 60))
  })
  test('takes a fifth of the height, also when it is long', () => {
    for (let many = 10; many <= 145; many += 5) expect(plateOf(many).height).toBeLessThanOrEqual(20.2)
  })
})

test('R2 a long word breaks, a short one moves on', () => {
  const type = { font: 'text', size: 4.2, width: 40 } as const
  expect(linesOf('Verkeersveiligheidsbevorderingsprogramma', type).length).toBeGreaterThan(1)
  expect(linesOf('Een hek om het plein', type)).toEqual(['Een hek om het plein'])
  expect(linesOf('regel een\n\nregel drie', type)).toEqual(['regel een', '', 'regel drie'])
})

describe('R2 what was proposed for the question', () => {
  const proposed = (places: Record<string, string>): Board => {
    const board = boardOf({ kind: 'reframe', ideas: ['Van wie is de kade?', 'Hoe blijft de kade open?', 'Meer bomen'], groups: 0 })
    const entries = [...board.ideas].map(([id, idea], at): [string, IdeaEntry] => [id, at < 2 ? { ...idea, as: 'proposal' } : idea])
    const clusters: [string, ClusterEntry][] = [
      ['wie', { name: 'Van wie', order: 0, open: false, of: 'proposal' }],
      ['groen', { name: 'Groen', order: 1, open: true }],
      ['eerder', { name: 'Eerder', order: 2, open: false, of: 'proposal' }],
    ]
    const before: [string, IdeaEntry] = ['oud', { ...entries[0]![1], phase: 'eerder', order: 9 }]
    return {
      ...board,
      ideas: new Map([...entries, before]),
      places: new Map([...Object.entries(places), ['oud', 'eerder']]),
      clusters: new Map(clusters.filter(([id]) => id !== 'wie' || Object.values(places).includes('wie'))),
    }
  }
  test('stands in its groups once there are any, without those of ideas and of earlier proposals', () => {
    expect(shown(proposed({}), null)).toMatchObject({ what: 'cards', as: 'proposal', total: 2 })
    const it = shown(proposed({ 'idea-0': 'wie' }), null)
    expect(it).toMatchObject({ what: 'groups', as: 'proposal', groups: 1, ideas: 2, loose: 1, pages: 1 })
    expect(cardsOn(it).map(({ text }) => text)).toEqual(['Van wie is de kade?', 'Hoe blijft de kade open?'])
  })
  test('one group takes the whole width, what is loose stands beside it, and few things in larger letters', () => {
    const alone = shown(proposed({ 'idea-0': 'wie', 'idea-1': 'wie' }), null)
    expect(alone).toMatchObject({ what: 'groups', of: 1, pages: 1, size: 6, cards: 5 })
    const beside = shown(proposed({ 'idea-0': 'wie' }), null)
    expect(beside).toMatchObject({ what: 'groups', of: 2, pages: 1, size: 6, cards: 5 })
    // Where not everything fits, letters are the usual ones, and each page has the columns of its screen.
    const many = shown(boardOf({ kind: 'cluster', ideas: Array.from({ length: 20 }, (_, at) => `Idee ${at}`), groups: 1 }), null)
    expect(many).toMatchObject({ what: 'groups', of: 3, size: 5, cards: 4.2 })
  })
  test('an idea that a coach laid into its group stands there, and not among the loose ideas', () => {
    const board = proposed({ 'idea-0': 'wie', 'idea-2': 'wie' })
    expect(shown(board, null)).toMatchObject({ groups: 1, ideas: 3, loose: 1 })
    const grouping = new Map([['now', { ...board.phases.get('now')!, kind: 'cluster' as const }]])
    expect(shown({ ...board, phases: grouping }, null)).toMatchObject({ what: 'groups', as: 'idea', groups: 1, ideas: 0, loose: 0 })
  })
})

test('R2 lines are counted as they are broken: every text, in every font, also where a word is longer than a line', () => {
  for (const font of ['text', 'bold', 'plate'] as const)
    for (const [size, width] of [
      [4, 20],
      [5, 38],
      [7, 90],
    ] as const)
      for (const text of [...texts, '', ' ', 'Verkeersveiligheidsbevorderingsprogramma voor de kade', 'een\n\nregel  met\ttab'])
        expect([lineCount(text, { font, size, width }), unbroken(text, { font, size, width })], text).toEqual([
          linesOf(text, { font, size, width }).length,
          linesOf(text, { font, size, width }).join(' ').replace(/\s+/g, ' ').trim() === text.replace(/\s+/g, ' ').trim(),
        ])
})

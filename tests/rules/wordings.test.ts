import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../server/outcome/build.ts'
import { importOutcome } from '../../server/outcome/import/import.ts'
import { OutcomeSchema } from '../../server/outcome/schema.ts'
import { resultOf } from '../../shared/domain/votes/result.ts'
import { sameWording } from '../../shared/text/sameWording.ts'
import { aPleinWith, entered, given, keyOf, opened, type Story } from '../support/given.ts'
import { fatma, hanna, joost, mo, ria, samir, teun } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { runs } from '../support/runs.ts'
import { testWorld } from '../support/world.ts'

const everybody = [fatma, ria, samir, hanna, teun, mo]

type Room = { story: Story; proposal: Record<string, string> }
/** In its vote phase, after a phase in which these were proposed and shared. */
const proposed = (...texts: string[]): Room => {
  const story = given(aPleinWith({}, 'reframe', ['vote', { over: 'framings' }]), opened, entered('reframe'))
  const proposal: Record<string, string> = {}
  for (const [at, text] of texts.entries()) {
    story.when(fatma, { type: 'idea.post', key: keyOf(`${at}`), as: 'proposal', text, phase: 'reframe' })
    proposal[text] = String(story.answer['idea'])
  }
  if (texts.length > 0) story.later(5_000).when(joost, { type: 'ideas.release', ideas: 'all', as: 'proposal' })
  story.when(joost, { type: 'phase.enter', phase: 'vote' })
  return { story, proposal }
}
const adopt = ({ story }: Room, text: string): string =>
  String(story.when(joost, { type: 'framing.adopt', text, sources: [] }).answer['framing'])
const open = ({ story }: Room, more: object = {}): string => {
  story.when(joost, { type: 'round.open', ...more })
  return story.last.ok ? String(story.answer['round']) : ''
}
const itemsOf = ({ story }: Room, round: string): string[] => story.plein.rounds.get(round)?.items.map(({ id }) => id) ?? []
const lastLink = ({ story }: Room): string => [...story.plein.framings.keys()].at(-1) as string
const count = ({ story }: Room, round: string, ballots: readonly Record<string, number>[]): void => {
  for (const [at, dots] of ballots.entries()) story.when(everybody[at]!, { type: 'ballot.cast', round, dots })
  story.when(joost, { type: 'round.close', round, confirmed: true }).when(joost, { type: 'round.reveal', round, revealed: true })
}
const rowsOf = ({ story }: Room, round: string) => resultOf(story.plein, story.plein.rounds.get(round)!)?.rows ?? []

describe('a round over wordings', () => {
  test('V16 goes over the question of now and every shared proposal, the question first; names stand on the board only once', () => {
    const room = proposed('Wie bewaakt de nacht?', 'Hoe slapen we?')
    const first = lastLink(room)
    adopt(room, 'Wat vraagt de nacht van ons?')
    const round = open(room)
    const items = room.story.plein.rounds.get(round)?.items
    expect(items?.[0]).toEqual({ id: lastLink(room), letter: 'A', name: null })
    expect(new Set(items?.slice(1).map(({ id }) => id))).toEqual(new Set(Object.values(room.proposal)))
    expect(itemsOf(room, round)).not.toContain(first)
    expect(JSON.stringify(maps(replay(room.story.log).board)['rounds'])).not.toMatch(/nacht|slapen/)
  })

  test('V16 a coach chooses: an older link too; what is not shared, another contribution, or a link that was taken back is none', () => {
    const room = proposed('Hoe slapen we?')
    const { story } = room
    const first = lastLink(room)
    story.when(ria, { type: 'idea.post', key: keyOf('late'), as: 'proposal', text: 'Nog niet gedeeld?', phase: 'reframe' })
    const waiting = String(story.answer['idea'])
    story.when(joost, { type: 'idea.enter', as: 'closing', text: 'Dank', phase: 'reframe' })
    const gone = adopt(room, 'Vergissing?')
    story.when(joost, { type: 'undo' })
    const proposal = room.proposal['Hoe slapen we?'] as string
    for (const item of [waiting, gone, 'nergens']) {
      open(room, { items: [proposal, item] })
      story.then({ code: 'item-unknown', item })
    }
    adopt(room, 'Wat vraagt de nacht van ons?')
    expect(itemsOf(room, open(room, { items: [proposal, first] }))).toEqual([first, proposal])
  })

  test('V16 from two to twelve: more are not read on a phone before they are voted on', () => {
    const alone = proposed()
    open(alone)
    alone.story.then({ code: 'too-few-items', minimum: 2, items: 1 })
    const many = proposed(...Array.from({ length: 13 }, (_, at) => `Voorstel ${at}?`))
    open(many)
    many.story.then({ code: 'too-many-items', maximum: 12, items: 14 })
    const chosen = Object.values(many.proposal).slice(0, 12)
    expect(itemsOf(many, open(many, { items: chosen }))).toHaveLength(12)
  })

  test('V16 clones: whatever was said twice, word for word, stands there once and no dots are split', () => {
    const words = fc.constantFrom(
      'Hoe slapen we?',
      'Hoe  slapen\nwe? ',
      'Wie bewaakt de nacht?',
      'Wat nu?',
      ' Wat nu?',
      'Wat vraagt de nacht?',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), words, fc.boolean(), (texts, now, all) => {
        const room = proposed(...texts)
        adopt(room, now)
        const { plein } = room.story
        const choice = all ? { items: [...plein.framings.keys(), ...[...plein.ideas.values()].map(({ id }) => id)] } : {}
        const round = open(room, choice)
        const distinct = new Set([...(all ? [...plein.framings.values()].map(({ text }) => text) : [now]), ...texts].map(sameWording))
        if (distinct.size < 2) return void room.story.then({ code: 'too-few-items' })
        const said = itemsOf(room, round).map((id) => sameWording((plein.framings.get(id) ?? plein.ideas.get(id))?.text ?? ''))
        expect(new Set(said)).toEqual(distinct)
        expect(said).toHaveLength(distinct.size)
      }),
      { numRuns: runs(60) },
    )
  })

  test('V11 V16 a proposal that is withdrawn or hidden, and a link that is taken back, keep their dots and lose their words', () => {
    const room = proposed('Hoe slapen we?', 'Wie bewaakt de nacht?')
    const link = adopt(room, 'Wat vraagt de nacht van ons?')
    const round = open(room, { budget: 3, maximum: 3 })
    const [one, two] = Object.values(room.proposal) as [string, string]
    count(room, round, [{ [one]: 2 }, { [two]: 3 }, { [link]: 1 }])
    room.story.when(fatma, { type: 'idea.withdraw', key: keyOf('0') })
    room.story.when(joost, { type: 'idea.hide', ideas: [two] })
    expect(rowsOf(room, round).map(({ item, dots, withdrawn }) => [item, dots, withdrawn])).toContainEqual([one, 2, true])
    expect(rowsOf(room, round).map(({ item, dots, withdrawn }) => [item, dots, withdrawn])).toContainEqual([two, 3, false])
    expect(rowsOf(room, round).map(({ item, dots, withdrawn }) => [item, dots, withdrawn])).toContainEqual([link, 1, false])
    room.story.when(joost, { type: 'undo' }).when(joost, { type: 'undo' })
    expect(rowsOf(room, round).find(({ item }) => item === link)).toMatchObject({ dots: 1, withdrawn: true })
    const board = maps(replay(room.story.log).board)
    expect(board['rounds']?.[round]).toMatchObject({ result: { rows: rowsOf(room, round) } })
    expect(JSON.stringify(board['rounds'])).not.toMatch(/slapen|nacht/)
    expect(outcomeOf(room.story.plein).rounds[0]?.items.map(({ label }) => label)).toEqual([null, ...outcomeLabels(room, round)])
  })
  const outcomeLabels = (room: Room, round: string) =>
    itemsOf(room, round)
      .slice(1)
      .map((id) => (id === room.proposal['Wie bewaakt de nacht?'] ? 'Wie bewaakt de nacht?' : null))

  test('V10 V16 proposals that stand in one group are counted for it too, and again after regrouping', () => {
    const room = proposed('Hoe slapen we?', 'Wie bewaakt de nacht?', 'Wat nu?')
    const round = open(room, { budget: 4, maximum: 2 })
    const [one, two, three] = Object.values(room.proposal) as [string, string, string]
    count(room, round, [{ [one]: 2, [two]: 2 }, { [two]: 1 }, { [three]: 2 }])
    // Nothing of the round stands in this one, so it has no row.
    room.story.when(joost, { type: 'cluster.create', name: 'Leeg', ideas: [], open: true })
    room.story.when(joost, { type: 'cluster.create', name: 'De nacht', ideas: [one, two] })
    const groups = () => resultOf(room.story.plein, room.story.plein.rounds.get(round)!)?.clusters.map(({ dots, voters }) => [dots, voters])
    expect(groups()).toEqual([[5, 2]])
    room.story.when(joost, { type: 'ideas.assign', ideas: [three], cluster: String(room.story.answer['cluster']) })
    expect(groups()).toEqual([[7, 3]])
    expect(maps(replay(room.story.log).board)['rounds']?.[round]).toMatchObject({ result: { clusters: [{ dots: 7, voters: 3 }] } })
  })

  test('F2 V16 its result can be a source of the next wording, and nothing is adopted by itself', () => {
    const room = proposed('Hoe slapen we?')
    const round = open(room, { budget: 2, maximum: 2 })
    const proposal = room.proposal['Hoe slapen we?'] as string
    count(room, round, [{ [proposal]: 2 }, { [proposal]: 2 }, { [proposal]: 1 }])
    expect(room.story.plein.framings.size).toBe(1)
    const sources = [{ kind: 'round' as const, id: round }]
    room.story.when(joost, { type: 'framing.adopt', text: 'Hoe slapen we?', sources, proposal })
    expect(room.story.plein.framings.get(lastLink(room))).toMatchObject({
      by: 'participant',
      sources: [{ kind: 'idea', id: proposal }, ...sources],
    })
  })

  test('O1 V16 an outcome with rounds over wordings, first and second, is taken in again as it was', () => {
    const deed = fc.record({ act: fc.nat(4), one: fc.nat(4) })
    const ballots = fc.array(fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 })
    let shown = 0
    fc.assert(
      fc.property(ballots, ballots, fc.array(deed, { maxLength: 5 }), fc.array(deed, { maxLength: 5 }), (before, after, between, later) => {
        const room = proposed('Hoe slapen we?', 'Wie bewaakt de nacht?', 'Wat nu?')
        const { story } = room
        adopt(room, 'Wat vraagt de nacht van ons?')
        const does = ({ act, one }: { act: number; one: number }): void => {
          const proposal = Object.values(room.proposal)[one % 3] as string
          if (act === 0) story.when(fatma, { type: 'idea.withdraw', key: keyOf(`${one % 3}`) })
          else if (act === 1) story.when(joost, { type: 'idea.hide', ideas: [proposal] })
          else if (act === 2) story.when(joost, { type: 'undo' })
          else if (act === 3) story.when(joost, { type: 'framing.adopt', text: `Vraag ${one}?`, sources: [] })
          else story.when(joost, { type: 'cluster.create', name: `Groep ${one}`, ideas: [proposal] })
        }
        const round = open(room, { budget: 4, maximum: 2 })
        const dots = (all: number[][]) =>
          all.map((each) => Object.fromEntries(itemsOf(room, round).map((id, at) => [id, at < 2 ? (each[at] ?? 0) : 0])))
        count(room, round, dots(before))
        for (const one of between) does(one)
        const second = open(room, { again: round })
        if (second !== '') count(room, second, dots(after))
        for (const one of later) does(one)
        story.when(joost, { type: 'plein.close', confirmed: true }).later(61_000)
        const { plein } = replay(story.log)
        const outcome = OutcomeSchema.parse(JSON.parse(JSON.stringify(outcomeOf(plein))))
        const world = testWorld()
        const imported = importOutcome({ outcome, retainUntil: world.now() + 86_400_000 }, world)
        if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
        const again = outcomeOf(replay([imported.event]).plein)
        expect(again.rounds).toEqual(outcome.rounds)
        expect(again.chain).toEqual(outcome.chain)
        shown += outcome.rounds.filter(({ shift }) => shift !== null).length
      }),
      { numRuns: runs(60) },
    )
    expect(shown).toBeGreaterThan(0)
  })

  test('O3 V17 an outcome that says of a round that it repeats another one, and it does not, is refused', () => {
    const room = proposed('Hoe slapen we?', 'Wat nu?')
    const round = open(room, { budget: 2, maximum: 1 })
    const [one, two] = Object.values(room.proposal) as [string, string]
    count(room, round, [{ [one]: 1 }, { [two]: 1 }, { [one]: 1 }])
    count(room, open(room, { again: round }), [{ [two]: 1 }, { [two]: 1 }, { [one]: 1 }])
    room.story.when(joost, { type: 'plein.close', confirmed: true }).later(61_000)
    const world = testWorld()
    const whole = (): ReturnType<typeof outcomeOf> => structuredClone(outcomeOf(replay(room.story.log).plein))
    const taken = (spoil: (rounds: ReturnType<typeof whole>['rounds']) => void) => {
      const outcome = whole()
      spoil(outcome.rounds)
      return importOutcome({ outcome, retainUntil: world.now() + 86_400_000 }, world)
    }
    expect(taken(() => {})).toMatchObject({ ok: true })
    const refused: [string, (rounds: ReturnType<typeof whole>['rounds']) => void][] = [
      ['/rounds/1/again', (rounds) => Object.assign(rounds[1]!, { again: 'nergens' })],
      ['/rounds/0/again', (rounds) => Object.assign(rounds[0]!, { again: rounds[0]!.id })],
      ['/rounds/0/again', (rounds) => Object.assign(rounds[0]!, { again: rounds[1]!.id })],
      ['/rounds/1', (rounds) => Object.assign(rounds[1]!, { again: null })],
      ['/rounds/1/shift', (rounds) => Object.assign(rounds[1]!, { shift: null })],
      ['/rounds/1/shift/0', (rounds) => Object.assign(rounds[1]!.shift![0]!, { moved: 'more' })],
      ['/', (rounds) => Object.assign(rounds[1]!, { budget: 3 })],
    ]
    for (const [pointer, spoil] of refused)
      expect(taken(spoil), pointer).toMatchObject({ refusal: { code: 'outcome-inconsistent', pointer: expect.stringContaining(pointer) } })
  })
})

import { describe, expect, it } from 'vitest'
import { deskCards } from '../../shared/domain/cards/told.ts'
import type { Command } from '../../shared/domain/commands.ts'
import type { IdeaEntry } from '../../shared/wire/documents.ts'
import { aPlein, aPleinWith, closed, entered, given, keyOf, opened, type Story } from '../support/given.ts'
import { anneke, beamer, fatma, joost, type Person, ria, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { testWorld } from '../support/world.ts'

const said = 'De wethouder luistert nooit'
const seal = (name: string, text = said): Command => ({ type: 'card.seal', key: keyOf(name), text })
const allow = (name: string, as: 'own' | 'coach', words: string): Command => ({ type: 'card.allow', key: keyOf(name), as, words })
const refuse = (name: string): Command => ({ type: 'card.allow', key: keyOf(name), as: 'no' })
const batch = 5000
const meeting = (...more: Parameters<typeof given>) => given(aPlein('ideas', 'vote'), opened, entered('ideas'), ...more)
const cards = ({ plein }: Story) => deskCards(plein)
const only = (story: Story): string => cards(story)[0]!.card
/** A card of Fatma's that the coaches know. */
const told = (): Story => meeting().when(fatma, seal('fatma')).later(batch)

describe('a card for the coaches alone', () => {
  it('J1 stands in no event and in no answer, and coaches have it with the next batch', () => {
    const story = meeting().when(fatma, seal('fatma')).then([])
    expect(story.answer).toEqual({})
    expect(cards(story)).toEqual([])
    story.later(batch).then([])
    expect(cards(story)).toEqual([{ card: 'id-1', text: said, asked: null, aside: false, allowed: null }])
    expect(JSON.stringify(story.log)).not.toContain('wethouder')
    expect(JSON.stringify([...story.plein.documents.board.written, ...story.plein.documents.desk.written])).not.toContain('wethouder')
  })

  it.each([wim, ria])('J1 %o can seal one, in whatever phase', (who) => {
    meeting(entered('vote')).when(who, seal('one')).then([])
  })

  it.each([joost, beamer])('J1 %o cannot', (who: Person) => {
    meeting().when(who, seal('one')).then({ code: 'not-allowed' })
  })

  it('J1 the same card sent again is one card, and its key opens nothing else', () => {
    const story = meeting().when(fatma, seal('one')).when(fatma, seal('one')).then([])
    expect(story.plein.cards.size).toBe(1)
    story.when(fatma, seal('one', 'Iets anders')).then({ code: 'key-used' })
    story.when(fatma, { type: 'idea.post', key: keyOf('one'), as: 'idea', text: said, phase: 'ideas' }).then({ code: 'key-used' })
    story.when(fatma, { type: 'idea.post', key: keyOf('two'), as: 'idea', text: 'Bomen', phase: 'ideas' })
    story.when(fatma, seal('two')).then({ code: 'key-used' })
  })

  it('J1 an empty or endless text is refused by name', () => {
    meeting()
      .when(fatma, seal('one', ' '))
      .then({ code: 'text-empty' })
      .when(fatma, seal('one', 'x'.repeat(501)))
      .then({ code: 'text-too-long' })
  })

  it('J1 its place in the list of coaches is drawn, and says nothing of when it came', () => {
    const story = meeting()
    for (let at = 0; at < 11; at++) story.when(fatma, seal(`card ${at}`))
    story.later(batch)
    const ids = cards(story).map(({ card }) => card)
    expect(ids).toEqual([...ids].sort())
    expect(ids).not.toEqual(Array.from({ length: 11 }, (_, at) => `id-${at + 1}`))
  })
})

describe('what its author allows', () => {
  const asked = (words: string | null): Story => {
    const story = told()
    return story.when(joost, { type: 'card.ask', card: only(story), words }).then([])
  }

  it('J2 is asked for, in words of a coach, and told to whoever shows the key', () => {
    const story = asked('Niet iedereen voelt zich gehoord')
    expect(story.when(fatma, { type: 'mine', keys: [keyOf('fatma'), keyOf('nobody')] }).answer).toEqual({
      ideas: {},
      cards: { [keyOf('fatma')]: { text: said, asked: { words: 'Niet iedereen voelt zich gehoord' }, answer: null } },
    })
    expect(story.when(ria, { type: 'mine', keys: [keyOf('ria')] }).answer).toEqual({ ideas: {} })
  })

  it('J2 a yes to other words than those that stand there now is refused, and so is one to words that nobody proposed', () => {
    const story = asked('Niet iedereen voelt zich gehoord')
    story.when(joost, { type: 'card.ask', card: only(story), words: 'De gemeente luistert niet' })
    story.when(fatma, allow('fatma', 'coach', 'Niet iedereen voelt zich gehoord')).then({ code: 'card-changed' })
    told()
      .when(fatma, allow('fatma', 'coach', said))
      .then({ code: 'card-changed' })
    asked(null)
      .when(fatma, allow('fatma', 'coach', said))
      .then({ code: 'card-changed' })
    told()
      .when(fatma, allow('ria', 'own', said))
      .then({ code: 'key-unknown' })
  })

  it('J2 nothing is shared before, whatever a coach asked', () => {
    const story = told()
    const release: Command = { type: 'card.release', card: only(story), words: said }
    story.when(joost, release).then({ code: 'card-not-allowed' })
    story
      .when(joost, { type: 'card.ask', card: only(story), words: null })
      .when(joost, release)
      .then({ code: 'card-not-allowed' })
    // Said, and not told to the coaches yet: sharing now would tell who has just tapped.
    story
      .when(fatma, allow('fatma', 'own', said))
      .when(joost, release)
      .then({ code: 'card-not-allowed' })
    story.when(fatma, release).then({ code: 'not-allowed' })
  })

  it('J3 becomes an idea like any other, in these words only, that its author can still withdraw', () => {
    const story = asked('Niet iedereen voelt zich gehoord')
    story.when(fatma, allow('fatma', 'coach', 'Niet iedereen voelt zich gehoord')).later(batch)
    expect(cards(story)[0]?.allowed).toEqual({ as: 'coach', words: 'Niet iedereen voelt zich gehoord' })
    story.when(joost, { type: 'card.release', card: only(story), words: said }).then({ code: 'card-changed' })
    story.when(joost, { type: 'card.release', card: only(story), words: 'Niet iedereen voelt zich gehoord' }).then([
      {
        type: 'idea.posted',
        as: 'idea',
        text: 'Niet iedereen voelt zich gehoord',
        phase: 'ideas',
        entry: 'phone',
        late: false,
        who: null,
        by: null,
      },
      { type: 'desk.listed' },
      { type: 'ideas.released', by: 'coach' },
    ])
    expect(story.plein.cards.size).toBe(0)
    expect(JSON.stringify(story.log)).not.toContain(said)
    story.when(fatma, { type: 'mine', keys: [keyOf('fatma')] })
    expect(story.answer).toMatchObject({ ideas: { [keyOf('fatma')]: { state: 'shared', text: 'Niet iedereen voelt zich gehoord' } } })
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('fatma') }).then([{ type: 'idea.withdrawn' }])
  })

  it('J3 in own words, other ones than those of the card too', () => {
    const story = told()
      .when(fatma, allow('fatma', 'own', 'Ik voel mij niet gehoord'))
      .later(batch)
    story.when(anneke, { type: 'card.release', card: only(story), words: 'Ik voel mij niet gehoord' })
    story.then([{ type: 'idea.posted', text: 'Ik voel mij niet gehoord' }, { type: 'desk.listed' }, { type: 'ideas.released' }])
  })

  it('J4 keeps its id as an idea, so that withdrawn it is gone as the card it was in an older backup too', () => {
    const story = told()
      .when(fatma, allow('fatma', 'own', said))
      .later(batch)
    const card = only(story)
    story.when(joost, { type: 'card.release', card, words: said })
    expect(story.answer).toEqual({})
    expect(story.events[0]).toMatchObject({ type: 'idea.posted', idea: card })
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('fatma') })
    expect(story.last.ok && story.last.ledger).toContainEqual({ erase: 'words', idea: card })
  })

  it('J3 stands among the ideas, wherever the meeting is', () => {
    const story = told()
      .when(joost, { type: 'phase.next' })
      .when(fatma, allow('fatma', 'own', said))
      .later(batch)
    story.when(joost, { type: 'card.release', card: only(story), words: said })
    expect(story.events[0]).toMatchObject({ phase: 'ideas' })
  })

  it('J3 where the room reads along it looks like what came in when it did', () => {
    const story = given(aPleinWith({}, ['ideas', { hidden: false }], 'plenary'), opened, entered('ideas'))
    story.when(fatma, seal('fatma')).when(joost, { type: 'phase.next' })
    story.when(ria, { type: 'idea.post', key: keyOf('ria'), as: 'idea', text: 'Te laat', phase: 'ideas' })
    const late = String(story.answer['idea'])
    story
      .later(batch)
      .when(fatma, allow('fatma', 'own', said))
      .later(batch)
    const card = only(story)
    story.when(joost, { type: 'ideas.release', ideas: 'all' }).when(joost, { type: 'card.release', card, words: said })
    const ideas = maps(replay(story.log).board)['ideas'] as Record<string, IdeaEntry>
    const asItLooks = ({ text: _, order: __, ...rest }: IdeaEntry) => rest
    expect(asItLooks(ideas[card]!)).toEqual(asItLooks(ideas[late]!))
  })

  it('J3 a no holds from the moment that it is said, and after coaches have heard it they cannot ask again', () => {
    const story = asked(null)
      .when(fatma, allow('fatma', 'own', said))
      .later(batch)
    story.when(fatma, refuse('fatma')).then([])
    story.when(joost, { type: 'card.release', card: only(story), words: said }).then({ code: 'card-not-allowed' })
    expect(cards(story)[0]?.allowed?.as).toBe('own')
    story.later(batch)
    expect(cards(story)[0]?.allowed).toEqual({ as: 'no' })
    story.when(joost, { type: 'card.ask', card: only(story), words: 'Toch?' }).then({ code: 'card-refused' })
    // Its author alone comes back to it.
    story.when(fatma, allow('fatma', 'own', said)).later(batch)
    story.when(joost, { type: 'card.release', card: only(story), words: said })
    expect(story.events).toHaveLength(3)
  })

  it('J2 a yes to words that a coach has changed since is none', () => {
    const story = asked('Zo')
      .when(fatma, allow('fatma', 'coach', 'Zo'))
      .later(batch)
    story.when(joost, { type: 'card.ask', card: only(story), words: 'Of zo' })
    expect(cards(story)[0]?.allowed).toBeNull()
    story.when(joost, { type: 'card.release', card: only(story), words: 'Zo' }).then({ code: 'card-not-allowed' })
    story.when(joost, { type: 'card.ask', card: only(story), words: 'Of zo' }).then({ code: 'nothing-changed' })
  })
})

describe('what becomes of it', () => {
  it('J4 withdrawn, it is gone at once, also while closing can be taken back', () => {
    const story = told()
      .when(fatma, { type: 'card.withdraw', key: keyOf('fatma') })
      .then([])
    expect([cards(story), story.plein.cards.size]).toEqual([[], 0])
    story.when(fatma, { type: 'card.withdraw', key: keyOf('fatma') }).then({ code: 'key-unknown' })
    const over = told().when(joost, { type: 'plein.close', confirmed: true })
    over.when(fatma, allow('fatma', 'own', said)).then({ code: 'plein-closed' })
    over.when(fatma, { type: 'card.withdraw', key: keyOf('fatma') }).then([])
  })

  it('J5 put aside and taken back, by a coach', () => {
    const story = told()
    const aside = (flag: boolean): Command => ({ type: 'card.aside', card: only(story), aside: flag })
    story.when(joost, aside(true)).then([]).when(anneke, aside(true)).then({ code: 'nothing-changed' })
    expect(cards(story)[0]?.aside).toBe(true)
    story.when(anneke, aside(false)).then([]).when(wim, aside(true)).then({ code: 'not-allowed' })
    story.when(joost, { type: 'card.aside', card: 'no-card', aside: true }).then({ code: 'card-unknown' })
  })

  it('J5 a coach speaks of none that coaches were not told of', () => {
    const story = meeting().when(fatma, seal('fatma'))
    const { id } = [...story.plein.cards.values()][0]!
    for (const asks of [
      { type: 'card.ask', card: id, words: null },
      { type: 'card.aside', card: id, aside: true },
      { type: 'card.release', card: id, words: said },
    ] as const)
      story.when(joost, asks).then({ code: 'card-unknown' })
    story.when(joost, { type: 'seat.mute', idea: id, muted: true }).then({ code: 'idea-unknown' })
  })

  it('J5 who was stopped seals nothing and words nothing anew, and can still say no and withdraw', () => {
    const story = told()
    const by = (asks: Command) => story.when({ ...fatma, muted: true }, asks)
    story
      .when(joost, { type: 'seat.mute', idea: only(story), muted: true })
      .then([])
      .when(joost, { type: 'card.ask', card: only(story), words: 'Niet iedereen voelt zich gehoord' })
    by(seal('again', 'Nog iets')).then({ code: 'muted' })
    by(allow('fatma', 'own', 'Nog erger')).then({ code: 'muted' })
    expect(story.plein.cards.size).toBe(1)
    // What is sent again is no new card, and words of a coach are no new words.
    by(allow('fatma', 'coach', 'Niet iedereen voelt zich gehoord')).then([])
    by(seal('fatma')).then([])
    by(refuse('fatma')).then([])
    by({ type: 'card.withdraw', key: keyOf('fatma') }).then([])
  })

  it('J5 there is a largest number of cards, of a seat and of a Plein', () => {
    const world = testWorld(1, { cardsPerSeat: 2, cardsPerPlein: 2 })
    meeting(world)
      .when({ ...fatma, posted: 2 }, seal('one'))
      .then({ code: 'too-many-cards', maximum: 2 })
    meeting(world).when(fatma, seal('one')).when(ria, seal('two')).when(wim, seal('three')).then({ code: 'cards-full', maximum: 2 })
  })

  it('J6 when the Plein is closed for good no card is left, and asking for one is refused', () => {
    const story = told().when(fatma, seal('second', 'Nog iets')).when(joost, { type: 'plein.close', confirmed: true }).later(60_000)
    expect(story.plein.sealed).toBe(true)
    expect([story.plein.cards.size, story.plein.names.size, cards(story)]).toEqual([0, 0, []])
    expect(story.last.ok && story.last.ledger).toContainEqual({ erase: 'sealed' })
    story.when(fatma, { type: 'card.withdraw', key: keyOf('fatma') }).then({ code: 'plein-sealed' })
    expect(JSON.stringify(story.log)).not.toContain('wethouder')
  })

  it('J1 of a Plein that is not open nobody seals one', () => {
    given(aPlein('ideas')).when(fatma, seal('one')).then({ code: 'plein-not-open' })
    given(aPlein('ideas'), opened, closed).when(fatma, seal('one')).then({ code: 'plein-closed' })
  })
})

/** Cards at their edges: what a coach asks beside an answer, what is shared where nothing was collected yet, and what is noted beside the log. */
import { describe, expect, test } from 'vitest'
import { createWhole } from '../../server/live/whole.ts'
import { deskCards } from '../../shared/domain/cards/told.ts'
import type { Command } from '../../shared/domain/commands.ts'
import { unlisted } from '../../shared/domain/ideas/listing.ts'
import { aPlein, entered, given, keyOf, opened, type Story } from '../support/given.ts'
import { fatma, joost, ria } from '../support/people.ts'
import { morning, testWorld } from '../support/world.ts'

const batch = 5000
const said = 'De wethouder luistert nooit'
const seal = (name = 'fatma', text = said): Command => ({ type: 'card.seal', key: keyOf(name), text })
const allow = (as: 'own' | 'coach' | 'no', words?: string): Command => ({
  type: 'card.allow',
  key: keyOf('fatma'),
  as,
  ...(words === undefined ? {} : { words }),
})
const withdraw = (name = 'fatma'): Command => ({ type: 'card.withdraw', key: keyOf(name) })
const meeting = (...more: Parameters<typeof given>) => given(aPlein('ideas', 'vote'), opened, entered('ideas'), ...more)
/** A card of Fatma's that the coaches know. */
const told = (story = meeting()): Story & { card: string } => {
  story.when(fatma, seal()).later(batch)
  return Object.assign(story, { card: deskCards(story.plein)[0]!.card })
}
const ask = ({ card }: { card: string }, words: string | null): Command => ({ type: 'card.ask', card, words })
const share = ({ card }: { card: string }, words = said): Command => ({ type: 'card.release', card, words })
const heard = (story: Story) => deskCards(story.plein)[0]?.allowed
const ledger = ({ last }: Story) => (last.ok ? last.ledger : null)

describe('asking and answering', () => {
  test('J2 I1 I2 words that cannot be read are proposed to nobody, and allowed by nobody', () => {
    const story = told()
    story.when(joost, ask(story, ' ')).then({ code: 'text-empty' })
    story.when(joost, ask(story, 'x'.repeat(501))).then({ code: 'text-too-long', maximum: 500, length: 501 })
    story.when(joost, ask(story, 'Niet\u202egehoord')).then({ code: 'text-forbidden', character: 'U+202E' })
    expect(deskCards(story.plein)).toMatchObject([{ asked: null }])
    story.when(fatma, allow('own')).then({ code: 'text-empty' })
    story.when(fatma, allow('own', 'x'.repeat(501))).then({ code: 'text-too-long' })
    story.when(fatma, allow('coach')).then({ code: 'card-changed' })
    story.later(batch)
    expect(heard(story)).toBeNull()
  })

  test('J2 J3 a yes in own words stays when a coach asks for other ones, and so does a no that coaches have not heard', () => {
    const yes = told()
    yes.when(fatma, allow('own', 'Ik voel mij niet gehoord')).later(batch)
    yes.when(joost, ask(yes, 'Niet iedereen voelt zich gehoord')).then([]).later(batch)
    expect(heard(yes)).toEqual({ as: 'own', words: 'Ik voel mij niet gehoord' })
    const no = told()
    no.when(fatma, allow('no')).when(joost, ask(no, 'Niet iedereen voelt zich gehoord')).then([])
    no.later(batch)
    expect(heard(no)).toEqual({ as: 'no' })
  })

  test('L2 J2 the same answer again is the same answer: nothing is written, and nothing waits for the desk', () => {
    for (const answer of [allow('own', said), allow('no')]) {
      const story = told().when(fatma, answer).later(batch)
      story.when(fatma, answer)
      expect([story.events, ledger(story), unlisted(story.plein)]).toEqual([[], [], false])
    }
  })

  test('J3 after a no that coaches have heard, a yes is one from the batch on that tells it', () => {
    const story = told().when(fatma, allow('no')).later(batch)
    const { card } = deskCards(story.plein)[0]!
    story.when(fatma, allow('own', said)).when(joost, share({ card })).then({ code: 'card-not-allowed' })
    story
      .later(batch)
      .when(joost, share({ card }))
      .then([{ type: 'idea.posted' }, { type: 'desk.listed' }, { type: 'ideas.released' }])
  })

  test('J1 J5 a card waits for the next batch, and nothing does after it', () => {
    const story = meeting()
    expect(unlisted(story.plein)).toBe(false)
    story.when(fatma, seal())
    expect(unlisted(story.plein)).toBe(true)
    story.later(batch)
    expect(unlisted(story.plein)).toBe(false)
    story.when(fatma, allow('no'))
    expect(unlisted(story.plein)).toBe(true)
    story.when(fatma, withdraw())
    expect(unlisted(story.plein)).toBe(false)
  })
})

describe('sharing', () => {
  const allowed = (story = meeting()) => {
    const made = told(story)
    made.when(fatma, allow('own', said)).later(batch)
    return made
  }

  test('J3 A10 what is shared is an idea that the desk knows and the room sees, with the key of its author and no trace of a card', () => {
    const story = allowed()
    const { card } = story
    story.when(joost, share(story))
    const idea = { idea: card, as: 'idea', text: said, phase: 'ideas', late: false, entry: 'phone', who: null, by: null }
    expect(story.events).toEqual([
      { type: 'idea.posted', ...idea },
      { type: 'desk.listed', ideas: [card] },
      { type: 'ideas.released', ideas: [card], by: 'coach', seat: 'seat-joost', at: morning + 2 * batch },
    ])
    const hash = story.world.hash(keyOf('fatma'))
    // Not withdrawn: that would keep it from a backup that is put back.
    expect(ledger(story)).toEqual([
      { erase: 'card', hash, card, withdrawn: false },
      { keep: 'key', hash, idea: card },
    ])
  })

  test('J4 A14 what its author withdraws is noted as that, so that no backup brings it back', () => {
    const story = told()
    story.when(fatma, withdraw())
    expect(ledger(story)).toEqual([{ erase: 'card', hash: story.world.hash(keyOf('fatma')), card: story.card, withdrawn: true }])
  })

  test('J3 where nothing collected ideas yet it stands in the phase of now, and without any phase it cannot be shared', () => {
    const welcome = allowed(given(aPlein('welcome', 'ideas'), opened, entered('welcome')))
    welcome
      .when(joost, share(welcome))
      .then([{ type: 'idea.posted', phase: 'welcome' }, { type: 'desk.listed' }, { type: 'ideas.released' }])
    const nothing = allowed(given(aPlein(), opened))
    nothing.when(joost, share(nothing)).then({ code: 'not-now', command: 'card.release', phase: null })
    expect(heard(nothing)).toEqual({ as: 'own', words: said })
  })

  test('I7 J3 a Plein that is full takes no idea out of a card either, and the card waits', () => {
    const story = allowed(meeting(testWorld(1, { ideasPerPlein: 2 })))
    const post = (name: string): Command => ({ type: 'idea.post', key: keyOf(name), as: 'idea', text: name, phase: 'ideas' })
    story.when(ria, post('Bomen')).when(ria, post('Bankjes')).when(joost, share(story)).then({ code: 'plein-full', maximum: 2 })
    expect(heard(story)).toEqual({ as: 'own', words: said })
    const last = allowed(meeting(testWorld(1, { ideasPerPlein: 2 })))
    last
      .when(ria, post('Bomen'))
      .when(joost, share(last))
      .then([{ type: 'idea.posted', idea: last.card }, { type: 'desk.listed' }, { type: 'ideas.released' }])
  })
})

describe('coaches are told whole', () => {
  const two = () => {
    const story = told()
    story.when(fatma, seal('second', 'En nog iets')).later(batch)
    const whole = createWhole()
    whole.next(story.plein)
    const now = () => whole.next(story.plein).flatMap(({ message }) => ('cards' in message ? [message.cards] : []))
    return Object.assign(story, { now })
  }

  test('J4 J5 of two cards one is put aside and the other withdrawn between two looks: both are told', () => {
    const story = two()
    expect(story.now()).toEqual([])
    story.when(joost, { type: 'card.aside', card: story.card, aside: true }).when(fatma, withdraw('second'))
    expect(story.now()).toEqual([[{ card: story.card, text: said, asked: null, allowed: null, aside: true }]])
  })

  test('J6 whatever changed just before, coaches hear that no card is left when the Plein is closed for good', () => {
    const story = two()
    story.when(joost, { type: 'plein.close', confirmed: true }).world.pass(60_000)
    story.when(joost, { type: 'card.aside', card: story.card, aside: true }).later(0)
    expect(story.plein.sealed).toBe(true)
    expect(story.now()).toEqual([[]])
  })
})

/** The seat of the owner at its edges: what is told whole, when two things change before it is told, and what is so already. */
import { expect, test } from 'vitest'
import { createWhole } from '../../server/live/whole.ts'
import { isFirstRound } from '../../shared/domain/ownerSeat/listens.ts'
import { aPlein, entered, given, keyOf, opened } from '../support/given.ts'
import { fatma, joost, ria, wim } from '../support/people.ts'

const rounds = aPlein('checkin', 'ideas', 'burst', 'ideas')

test('E1 a coach has something to lift in the first round of writing, and in one that may become it, whether it was lifted or not', () => {
  const story = given(rounds, opened, entered('checkin'))
  const first = () => [...story.plein.phases.values()].filter((phase) => isFirstRound(phase, story.plein.played)).map(({ id }) => id)
  expect(first()).toEqual(['ideas', 'burst', 'ideas-2'])
  story.when(joost, { type: 'plein.set', settings: { ownerListens: false } }).when(joost, { type: 'phase.enter', phase: 'burst' })
  expect(first()).toEqual(['ideas', 'burst', 'ideas-2'])
  story.when(joost, { type: 'phase.enter', phase: 'ideas' })
  expect(first()).toEqual(['burst', 'ideas-2'])
})

const word = { type: 'owner.word', text: 'Ik neem u mee.' } as const
const hide = (hidden: boolean) => ({ type: 'word.hide', hidden }) as const

test('E2 E4 the owner is told what changed, also when an author takes back what was marked before anything is told', () => {
  for (const deed of ['mark', 'word', 'hide'] as const) {
    const story = given(aPlein('ideas', 'harvest'), opened, entered('ideas'))
    for (const who of [fatma, ria])
      story.when(who, { type: 'idea.post', key: keyOf(who.name), as: 'idea', text: `Van ${who.name}`, phase: 'ideas' })
    story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all' }).when(joost, { type: 'phase.enter', phase: 'harvest' })
    const [hers, other] = [...story.plein.ideas.keys()] as [string, string]
    const mark = (idea: string) => story.when(wim, { type: 'owner.mark', idea, marked: true })
    const whole = createWhole()
    const told = () => whole.next(story.plein).flatMap(({ message }) => ('owner' in message ? [message.owner] : []))
    if (deed === 'hide') story.when(wim, word)
    const text = deed === 'hide' ? word.text : null
    mark(hers)
    expect(told()).toEqual([{ marks: [hers], word: { text, hidden: false } }])
    if (deed === 'mark') mark(other)
    else if (deed === 'word') story.when(wim, word)
    else story.when(joost, hide(true))
    story.when(fatma, { type: 'idea.withdraw', key: keyOf('Fatma') })
    const marks = deed === 'mark' ? [other] : []
    expect(told()).toEqual([{ marks, word: { text: deed === 'mark' ? null : word.text, hidden: deed === 'hide' } }])
  }
})

test('E4 a word that is hidden, or shown, is so already', () => {
  const story = given(aPlein('harvest'), opened, entered('harvest')).when(wim, word)
  story.when(joost, hide(false)).then({ code: 'nothing-changed' })
  story.when(joost, hide(true)).when(joost, hide(true)).then({ code: 'nothing-changed' })
  story.when(joost, hide(false)).then([{ type: 'word.hidden', hidden: false }])
})

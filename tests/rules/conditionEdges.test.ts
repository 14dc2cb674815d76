/** What is asked after a vote, at its edges: a key that was used before, a Plein that is full, and exactly three. */
import { describe, expect, test } from 'vitest'
import { offers } from '../../shared/domain/conditions/offers.ts'
import { about, answer, ask, asked, everybody, leading, shown } from '../support/asking.ts'
import { keyOf } from '../support/given.ts'
import { joost, ria } from '../support/people.ts'
import { casts, close, resultIn, reveal, type Vote } from '../support/voting.ts'

const offered = (vote: Vote) => offers(resultIn(vote)).map(({ row, reasons }) => [row.item, ...reasons])
/** Of how many answers the desk was told. */
const told = ({ story: { plein } }: Vote): number =>
  [...plein.ideas.values()].filter((idea) => idea.as === 'condition' && idea.told !== undefined).length

describe('what is offered', () => {
  test('M1 a group that went is not, nor is anything after a vote in which nobody gave a dot', () => {
    const vote = leading()
    expect(offered(vote)).toEqual([[vote.cluster['groen'], 'most']])
    vote.story.when(joost, { type: 'cluster.remove', cluster: vote.cluster['groen'] as string })
    expect(offered(vote)).toEqual([[vote.cluster['water'], 'most']])
    expect(offered(shown({}, {}, {}))).toEqual([])
  })
})

describe('the key of an answer', () => {
  const key = keyOf('answer 1')
  const used = { code: 'key-used' as const }
  const post = ({ story }: Vote, item: ReturnType<typeof about>) =>
    story.when(ria, { type: 'condition.post', key, ...item, text: 'antwoord 1' })

  test('M2 L2 who sends an answer again is told the same, and nothing is written', () => {
    const vote = asked()
    answer(vote, 1)
    const { idea } = vote.story.answer
    expect(vote.story.events).toMatchObject([{ idea }])
    answer(vote, 1).then([]).answers({ idea })
  })

  test('M2 L2 the same words about another item, or about this one after another vote, are no answer under that key', () => {
    const vote = asked()
    ask(vote, true, 'zitten')
    post(vote, about(vote)).then([{ type: 'idea.posted' }])
    post(vote, about(vote, 'zitten')).then(used)
    vote.story.when(joost, { type: 'phase.repeat', phase: 'vote' }).when(joost, { type: 'round.open' })
    const second = { ...vote, round: vote.story.answer['round'] as string }
    for (const who of everybody) casts(second, who, { water: 1 })
    close(second)
    reveal(second)
    ask(second).then([{ type: 'round.asked' }])
    post(second, about(second)).then(used)
    post(vote, about(vote)).then([])
  })

  test('M2 I4 J1 the key of an idea or of a card is none of an answer', () => {
    const vote = asked()
    const { story } = vote
    story.when(ria, { type: 'card.seal', key, text: 'antwoord 1' }).then([])
    post(vote, about(vote)).then(used)
    story.when(ria, { type: 'card.withdraw', key }).when(joost, { type: 'phase.enter', phase: 'ideas' })
    story.when(ria, { type: 'idea.post', key, as: 'idea', text: 'antwoord 1', phase: 'ideas' }).then([{ type: 'idea.posted' }])
    post(vote, about(vote)).then(used)
  })
})

describe('a Plein that is full', () => {
  test('M2 takes the last answer that there is room for, from a phone and from paper, and none after it', () => {
    for (const from of ['phone', 'paper'] as const) {
      const vote = asked()
      const { story } = vote
      const maximum = story.plein.ideas.size + 1
      Object.assign(story.world.limits, { ideasPerPlein: maximum })
      const next = (number: number) =>
        from === 'phone' ? answer(vote, number) : story.when(joost, { type: 'condition.enter', ...about(vote), text: `briefje ${number}` })
      next(1).answers({ idea: [...story.plein.ideas.keys()].at(-1) })
      expect(story.events).toMatchObject([{ type: 'idea.posted', entry: from }, ...(from === 'paper' ? [{ type: 'desk.listed' }] : [])])
      next(2).then({ code: 'plein-full', maximum })
    }
  })
})

describe('exactly three', () => {
  test('M3 that came before the question is ended the desk is told with its end, and later ones each time', () => {
    const vote = asked()
    for (const number of [1, 2, 3]) answer(vote, number)
    ask(vote, false)
    expect(told(vote)).toBe(3)
    ask(vote)
    for (const number of [4, 5, 6]) answer(vote, number)
    ask(vote, false).then([{ type: 'round.asked', asked: false }, { type: 'desk.listed' }])
    expect(told(vote)).toBe(6)
  })
})

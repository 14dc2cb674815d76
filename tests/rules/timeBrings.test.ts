/** What the server does by itself when time has passed: rounds are counted, documents renewed, and what nobody was told goes. */
import { expect, test } from 'vitest'
import type { RoundEntry } from '../../shared/wire/documents.ts'
import { keyOf } from '../support/given.ts'
import { clock, fatma, hanna, joost, mo, ria, samir, teun } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'
import { casts, close, reveal, roundOf, type Vote, voteOn } from '../support/voting.ts'

const minute = 60_000
const names = ['Groen', 'Water', 'Zitten']
const everybody = [fatma, ria, samir, hanna, teun, mo]
const renew = { type: 'time.passed', renew: true } as const

/** Three gave "Groen" nothing, and four "Water". */
const voted = (): Vote => {
  const vote = voteOn(names)
  const ballots = [{ groen: 3 }, { groen: 2, water: 1 }, { groen: 1 }, { water: 3 }, { zitten: 2 }, {}]
  ballots.forEach((dots, at) => {
    casts(vote, everybody[at] as typeof fatma, dots)
  })
  return vote
}
/** Of "Groen" and of "Water" it is asked what people need, and so many answer. */
const asked = (...answers: [string, number][]): Vote => {
  const vote = voted()
  close(vote)
  reveal(vote)
  for (const [name, count] of answers) {
    const about = { round: vote.round, item: vote.cluster[name] as string }
    vote.story.when(joost, { type: 'round.ask', ...about })
    for (let at = 0; at < count; at += 1)
      vote.story
        .when(ria, { type: 'condition.post', key: keyOf(`${name} ${at}`), ...about, text: `${name} ${at}` })
        .then([{ type: 'idea.posted' }])
  }
  return vote
}

test('V6 V8 a round is counted at the end of the minute and not before, and one that was opened again is not', () => {
  const vote = voted()
  const { story } = vote
  story.later(minute).then([])
  close(vote)
  story.later(minute - 1).then([])
  expect(roundOf(vote).status).toBe('closed')
  story.when(joost, { type: 'round.reopen', round: vote.round })
  story.later(minute).then([])
  expect(roundOf(vote).status).toBe('open')
  close(vote)
  story.later(minute).then([{ type: 'round.counted', round: vote.round, by: 'server', seat: null }])
  story.later(minute).then([])
})

test('D7 documents are renewed when the room is quiet, signed by the server, and only then', () => {
  const vote = voteOn(names)
  const { story } = vote
  const epoch = () => story.plein.epoch
  story.when(clock, renew).then([])
  expect(story.events).toEqual([])
  for (const who of everybody) casts(vote, who, { groen: 1 })
  close(vote)
  story.when(clock, { type: 'time.passed' }).then([])
  expect(story.events).toEqual([])
  expect(epoch()).toBe(1)
  story.when(clock, renew)
  expect(story.events).toEqual([{ type: 'documents.renewed', by: 'server', seat: null, at: story.world.now() }])
  expect(epoch()).toBe(2)
  story.world.pass(minute)
  story.when(clock, renew).then([{ type: 'round.counted' }, { type: 'documents.renewed' }])
  expect(epoch()).toBe(3)
})

test('D7 nobody reads the board anew while there is a vote, also when another one is over', () => {
  const first = voted()
  const { story } = first
  close(first)
  reveal(first)
  story.when(joost, { type: 'round.open', again: first.round })
  const second = { ...first, round: story.answer['round'] as string }
  story.when(clock, renew)
  expect(story.events).toEqual([])
  close(second)
  story.when(clock, renew).then([{ type: 'documents.renewed' }])
})

test('M3 M4 at closing for good three answers are told and stay; of another question two were told to nobody, and their words go', () => {
  const { story } = asked(['groen', 3], ['water', 2])
  const of = (name: string) => [...story.plein.ideas.values()].filter(({ text }) => text.startsWith(name)).map(({ id }) => id)
  const [told, untold] = [of('groen'), of('water')]
  expect([told.length, untold.length]).toEqual([3, 2])
  story.when(joost, { type: 'plein.close', confirmed: true }).later(minute)
  story.then([{ type: 'desk.listed' }, { type: 'idea.withdrawn' }, { type: 'idea.withdrawn' }, { type: 'plein.sealed' }])
  const withdrawn = story.events.flatMap((event) => (event.type === 'idea.withdrawn' ? [event.idea] : []))
  expect(withdrawn.sort()).toEqual([...untold].sort())
  expect(told.map((id) => story.plein.ideas.get(id)?.text).sort()).toEqual(['groen 0', 'groen 1', 'groen 2'])
  expect(untold.map((id) => story.plein.ideas.get(id)?.text)).toEqual(['', ''])
})

test('A5 J6 G6 N2 M4 at closing for good goes all that stood beside the log: words, earlier ones too, keys, what the owner wrote alone, cards and names', () => {
  const { story } = asked(['water', 1])
  const untold = [...story.plein.ideas.values()].find(({ as }) => as === 'condition')?.id
  story.when(joost, { type: 'plein.close', confirmed: true }).later(minute)
  const erased = story.last.ok ? story.last.ledger : []
  expect(erased).toEqual([
    { erase: 'words', idea: untold },
    { erase: 'keys' },
    { erase: 'own' },
    { erase: 'sealed' },
    { erase: 'outdated' },
  ])
})

test('A6 M1 nobody is asked anything any more when it is closed for good', () => {
  const vote = asked(['groen', 0])
  const { story } = vote
  const onBoard = () => (maps(replay(story.log).board)['rounds']?.[vote.round] as RoundEntry | undefined)?.asks
  story.when(joost, { type: 'plein.close', confirmed: true })
  expect(onBoard()).toMatchObject([{ asked: true }])
  story.later(minute)
  expect(onBoard()).toMatchObject([{ asked: false }])
})

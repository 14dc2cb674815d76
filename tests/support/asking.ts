/** A vote of which the room was shown the result, and the question to whoever gave something no dots. */
import { keyOf } from './given.ts'
import { fatma, hanna, joost, mo, type Person, ria, samir, teun } from './people.ts'
import { casts, close, reveal, type Vote, voteOn } from './voting.ts'

export const names = ['Groen', 'Water', 'Zitten']
export const everybody = [fatma, ria, samir, hanna, teun, mo]

export const shown = (...ballots: Record<string, number>[]): Vote => {
  const vote = voteOn(names)
  ballots.forEach((dots, place) => {
    casts(vote, everybody[place] as Person, dots)
  })
  close(vote)
  reveal(vote)
  return vote
}
/** Three for "Groen", three for something else or for nothing. */
export const leading = () => shown({ groen: 3 }, { groen: 2, water: 1 }, { groen: 1 }, { water: 3 }, { zitten: 2 }, {})
export const about = (vote: Vote, name = 'groen') => ({ round: vote.round, item: vote.cluster[name] as string })
export const ask = (vote: Vote, asked = true, name = 'groen') => vote.story.when(joost, { type: 'round.ask', ...about(vote, name), asked })
export const asked = () => {
  const vote = leading()
  ask(vote)
  return vote
}
/** Answer number so many, under a key of its own, each of another seat. */
export const answer = (vote: Vote, number: number, text = `antwoord ${number}`) =>
  vote.story.when(ria, { type: 'condition.post', key: keyOf(`answer ${number}`), ...about(vote), text })

/** After a vote in whatever state a Plein is: three phones did not choose what leads, are asked, answer, and a coach shares it. */
import { keyOf, type Story } from './given.ts'
import { fatma, hanna, joost, mo, ria, samir, teun } from './people.ts'

/** `false`: there was nothing to vote on. */
export const askedAfterVote = (story: Story): boolean => {
  const { plein } = story
  if (plein.current !== 'vote') story.when(joost, { type: 'phase.enter', phase: 'vote' })
  for (const { id, phase, status } of plein.rounds.values())
    if (phase === 'vote' && status === 'open') story.when(joost, { type: 'round.close', round: id, confirmed: true })
  story.when(joost, { type: 'round.open', over: 'ideas', budget: 3, maximum: 3 })
  if (!story.last.ok) return false
  const round = story.answer['round'] as string
  const [first, second] = plein.rounds.get(round)?.items.map(({ id }) => id) ?? []
  for (const who of [fatma, samir, mo]) story.when(who, { type: 'ballot.cast', round, dots: { [first!]: 2, [second!]: 1 } })
  for (const who of [ria, hanna, teun]) story.when(who, { type: 'ballot.cast', round, dots: { [second!]: 1 } })
  story.when(joost, { type: 'round.close', round, confirmed: true }).when(joost, { type: 'round.reveal', round, revealed: true })
  const about = { round, item: first! }
  story.when(joost, { type: 'round.ask', ...about })
  if (!story.last.ok) return false
  for (const who of [ria, hanna, teun])
    story.when(who, { type: 'condition.post', key: keyOf(`${round} ${who.name}`), ...about, text: `${who.name} wil erbij kunnen zitten` })
  story.later(5000).when(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' })
  return true
}

import type { RoundItem } from '../../../shared/domain/state.ts'
import { useFramings } from '../../session/useDocument.ts'
import { Button } from '../Action.tsx'
import { type DeskRound, useCards } from '../model.ts'
import { useTakeTo } from '../question/taken.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

/** Takes a wording that was voted on to the form, with the round and its proposal as sources; a vote itself adopts nothing. */
export const Adopt = ({ round, item }: { round: DeskRound; item: RoundItem }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const takeTo = useTakeTo()
  const chain = useFramings()
  const link = chain.find(({ id }) => id === item.id)
  const proposal = useCards().find(({ id, released, hidden }) => id === item.id && released && !hidden)
  const words = (link ?? proposal)?.text
  const why = words === undefined ? w.why.wordingGone : whyNot('framing.adopt')
  if (words !== undefined && words === chain.at(-1)?.text) return <p className="adopt help">{w.why.alreadyQuestion}</p>
  const take = () => {
    if (words === undefined) return
    const from = link ? [{ kind: 'framing' as const, id: link.id }] : []
    takeTo(words, {
      proposal: link || !proposal ? null : { id: proposal.id, as: proposal.as },
      sources: [{ kind: 'round', id: round.id }, ...from],
    })
  }
  return (
    <p className="adopt">
      <Button compact why={why} onPress={take}>
        {w.votes.adopt}
      </Button>
    </p>
  )
}

import { SendOnce } from '../cards/SendOnce.tsx'
import type { Round } from '../parts/rounds.ts'
import type { OwnStore } from '../session/ownStore.ts'
import { useLaterWords } from '../writing/laterWords.ts'
import { useWhyNot } from '../writing/whyNot.ts'

export const answerDraft = (round: string, item: string): string => `answer/${round}/${item}`

/** What its author needs to go along. It stays when the question ends meanwhile, and can still be sent. */
export const Answer = ({ round, item, post }: { round: Round; item: string; post: OwnStore['post'] }) => {
  const w = useLaterWords()
  // As long as the Plein is open, also when it is not asked any more.
  const why = useWhyNot()('idea.edit')
  return (
    <SendOnce
      draft={answerDraft(round.id, item)}
      label={w.asked.label}
      send={w.asked.send}
      before={`${w.asked.sees} ${w.write.never} ${w.write.until}`}
      why={why}
      onSend={(text) => post({ as: 'condition', text, phase: round.phase, about: { round: round.id, item } })}
    />
  )
}

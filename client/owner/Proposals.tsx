import { within } from '../../shared/text/ownLines.ts'
import { Button } from '../parts/Button.tsx'
import { type SharedIdea, useShared } from '../parts/Shared.tsx'
import { useOwnerWords } from './words.ts'

/** What the room proposed or asked, to take over word for word or to go on writing from. */
export const Proposals = ({ as, onTake }: { as: 'proposal' | 'question'; onTake: (proposal: SharedIdea) => void }) => {
  const w = useOwnerWords()
  const proposals = useShared(as)
  if (proposals.length === 0) return null
  return (
    <details className="group">
      <summary>{(as === 'question' ? w.draft.questions : w.draft.proposals)(proposals.length)}</summary>
      <ul className="plain-list cards">
        {proposals.map((proposal) => (
          <li key={proposal.id} className="card">
            <p className="said">{within(proposal.text)}</p>
            <Button label={w.draft.takeThis(proposal.text)} onPress={() => onTake(proposal)}>
              {w.draft.use}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

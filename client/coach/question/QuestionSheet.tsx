import { useState } from 'react'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useDraft } from '../draft.ts'
import { EnterForm } from '../ideas/EnterForm.tsx'
import { ReleasePanel } from '../ideas/ReleasePanel.tsx'
import { useCoachWords } from '../words.ts'
import { AdoptForm } from './AdoptForm.tsx'
import { Chain } from './Chain.tsx'
import { DraftPanel } from './DraftPanel.tsx'

export const QuestionSheet = () => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const [text, setText] = useDraft(plein, 'framing')
  const [proposal, setProposal] = useState<string | null>(null)
  const take = (words: string, from: string | null) => {
    setText(words)
    setProposal(from)
    document.getElementById('framing')?.focus()
  }
  return (
    <>
      <Chain />
      <AdoptForm text={text} onText={setText} proposal={proposal} onForget={() => setProposal(null)} />
      <ReleasePanel
        as="proposal"
        extra={(card) => (
          <Button compact why={card.released ? null : w.why.unreleasedProposal} onPress={() => take(card.text, card.id)}>
            {w.question.take}
          </Button>
        )}
      />
      <EnterForm kinds={['proposal']} />
      <DraftPanel onTake={(words) => take(words, null)} />
    </>
  )
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { useDraft } from '../../session/useDraft.ts'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { EnterForm } from '../ideas/EnterForm.tsx'
import { ReleasePanel } from '../ideas/ReleasePanel.tsx'
import type { Card } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { AdoptForm } from './AdoptForm.tsx'
import { Chain } from './Chain.tsx'
import { DraftPanel } from './DraftPanel.tsx'
import { StagePanel } from './StagePanel.tsx'

export const QuestionSheet = () => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const [text, setText] = useDraft(plein, 'framing')
  const [proposal, setProposal] = useState<string | null>(null)
  const [staged, setStaged] = useState<string | null>(null)
  const keep = useRef(setText)
  useEffect(() => {
    keep.current = setText
  })
  const take = useCallback((words: string, from: string | null, written: string | null = null) => {
    keep.current(words)
    setProposal(from)
    setStaged(written)
    const field = document.getElementById('framing')
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  }, [])
  const takeProposal = useCallback(
    (card: Card) => (
      <Button compact why={card.released ? null : w.why.unreleasedProposal} onPress={() => take(card.text, card.id)}>
        {w.question.take}
      </Button>
    ),
    [w, take],
  )
  return (
    <>
      <AdoptForm
        text={text}
        onText={setText}
        proposal={proposal}
        staged={staged !== null && staged === text.trim()}
        onForget={() => {
          setProposal(null)
          setStaged(null)
        }}
      />
      <StagePanel onTake={(words) => take(words, null, words)} />
      <DraftPanel onTake={(words) => take(words, null)} />
      <ReleasePanel as="proposal" extra={takeProposal} beside />
      <EnterForm kinds={['proposal']} />
      <Chain />
    </>
  )
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { useLaterSharedWords } from '../../parts/laterWords.ts'
import { useCatalysts } from '../../parts/useCatalysts.ts'
import { usePhase } from '../../session/useDocument.ts'
import { useDraft } from '../../session/useDraft.ts'
import { Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { EnterForm } from '../ideas/EnterForm.tsx'
import { ReleasePanel } from '../ideas/ReleasePanel.tsx'
import { type Card, useCards, useProgramme } from '../model.ts'
import { useCoachWords } from '../words.ts'
import { AdoptForm } from './AdoptForm.tsx'
import { Chain } from './Chain.tsx'
import { DraftPanel } from './DraftPanel.tsx'
import { StagePanel } from './StagePanel.tsx'
import { type Taken, useTaken } from './taken.ts'
import { useUnchosen } from './useUnchosen.ts'

const lookAtForm = (): void => {
  const field = document.getElementById('framing')
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}

export const QuestionSheet = () => {
  const w = useCoachWords()
  const shared = useLaterSharedWords()
  const { plein } = useDesk()
  const [text, setText, latest] = useDraft(plein, 'framing')
  const [taken, setTaken, latestTaken] = useTaken()
  const [staged, setStaged] = useState<string | null>(null)
  const keep = useRef({ setText, setTaken, taken })
  useEffect(() => {
    keep.current = { setText, setTaken, taken }
  })
  const take = useCallback((words: string, proposal: Taken['proposal'], written: string | null = null) => {
    const { setText, setTaken, taken } = keep.current
    setText(words)
    // Words of the room are another wording: what was ticked for the one before is no source of it. The draft is the same one, written further.
    setTaken(proposal === null ? { proposal, sources: taken.sources } : { proposal: { id: proposal.id, as: proposal.as }, sources: [] })
    setStaged(written)
    lookAtForm()
  }, [])
  const { asks } = taken
  useEffect(() => {
    if (asks === undefined) return
    const { setTaken, taken } = keep.current
    setTaken({ proposal: taken.proposal, sources: taken.sources })
    lookAtForm()
  }, [asks])
  const takeProposal = useCallback(
    (card: Card) => (
      <Button compact why={card.released ? null : w.why.unreleasedProposal} onPress={() => take(card.text, card)}>
        {w.question.take}
      </Button>
    ),
    [w, take],
  )
  const chosen = useCatalysts()
  const takeQuestion = useCallback(
    (card: Card) => (
      <>
        {chosen.has(card.id) ? <b className="tag">{shared.burst.catalyst}</b> : null}
        <Button compact why={card.released ? null : w.why.unreleasedQuestion} onPress={() => take(card.text, card)}>
          {w.question.take}
        </Button>
      </>
    ),
    [w, shared, take, chosen],
  )
  // Where nobody asked anything and nobody is asked, there is nothing to choose from.
  const asked = useCards().some((card) => card.as === 'question')
  const bursts = useProgramme().some((phase) => phase.kind === 'burst')
  const playing = usePhase()?.kind === 'burst'
  // Until one of them became the question they are what this sheet is opened for.
  const first = useUnchosen() || playing
  const questions = asked || playing ? <ReleasePanel as="question" extra={takeQuestion} beside /> : null
  const begin = (words: string) => {
    setText(words)
    // With the wording goes where it came from, or the chain would name it for the next one.
    setTaken(null)
    setStaged(null)
  }
  return (
    <>
      <StagePanel onTake={(words) => take(words, null, words)} />
      <AdoptForm
        text={text}
        onText={(words) => (words.trim() === '' ? begin(words) : setText(words))}
        latest={() => ({ text: latest(), proposal: latestTaken()?.proposal ?? null })}
        onAdopted={begin}
        taken={taken}
        onTaken={setTaken}
        staged={staged !== null && staged === text.trim()}
        onForget={() => {
          setTaken({ proposal: null, sources: taken.sources })
          setStaged(null)
        }}
      />
      {first ? questions : null}
      <DraftPanel onTake={(words) => take(words, null)} />
      <ReleasePanel as="proposal" extra={takeProposal} beside />
      {first ? null : questions}
      <EnterForm
        key={playing ? 'question' : 'proposal'}
        kinds={playing ? ['question', 'proposal'] : bursts ? ['proposal', 'question'] : ['proposal']}
      />
      <Chain />
    </>
  )
}

import { useId } from 'react'
import { lengths } from '../../shared/text/lengths.ts'
import { stageText } from '../../shared/wire/messages.ts'
import { PlainHints } from '../plain/PlainHints.tsx'
import { useDilemma } from '../session/useDocument.ts'
import { useStageOpen } from '../session/useStage.ts'
import { type TextField, useText } from '../session/useText.ts'
import { Button } from './Button.tsx'
import { CharacterCount } from './CharacterCount.tsx'
import { EarlierVersions } from './EarlierVersions.tsx'
import { useLaterSharedWords } from './laterWords.ts'
import { Resonance } from './Resonance.tsx'
import '../styles/staged.css'

/** The text that owner and coaches write before the room; open as long as this page shows it. */
export const useStageField = (): TextField => {
  useStageOpen()
  return useText(stageText)
}

/** Where it is written. `before`: the room has it before its eyes now, and whoever writes is told so. `draft`: what was written out of its sight, to begin
 *  with. */
export const StageField = ({ field, before, draft = '' }: { field: TextField; before: boolean; draft?: string }) => {
  const w = useLaterSharedWords()
  const id = useId()
  const dilemma = useDilemma()
  const { bind, text, ready, live, saved, write } = field
  const state = !ready ? w.staged.loading : !live ? w.staged.away : !saved ? w.staged.saving : text.trim() === '' ? '' : w.staged.saved
  return (
    <>
      <p className="help" id={`${id}-help`}>
        {before ? w.staged.seen : w.staged.rests}
      </p>
      <label className="for-ears" htmlFor={id}>
        {w.staged.label}
      </label>
      <textarea id={id} rows={4} aria-describedby={`${id}-help`} {...bind} />
      <div className="staged-foot">
        <CharacterCount text={text} maximum={lengths.framing} />
        <small role="status">{state}</small>
      </div>
      {before ? <Resonance /> : null}
      <PlainHints text={text} />
      {ready && text.trim() === '' && dilemma !== null ? (
        <div className="staged-begin">
          <Button onPress={() => write(dilemma.text)}>{w.staged.begin}</Button>
          {draft === '' ? null : <Button onPress={() => write(draft)}>{w.staged.fromDraft}</Button>}
        </div>
      ) : null}
      <EarlierVersions field={field} of={w.staged.heading} />
    </>
  )
}

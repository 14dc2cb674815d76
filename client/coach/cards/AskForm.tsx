import { useState } from 'react'
import { lengths } from '../../../shared/text/lengths.ts'
import { codePoints, normalise } from '../../../shared/text/normalise.ts'
import { CharacterCount } from '../../parts/CharacterCount.tsx'
import { useDraft } from '../../session/useDraft.ts'
import { Action, Button } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useCoachWords } from '../words.ts'
import { draftOf } from './drafts.ts'

/** Words that a coach proposes, or the question whether the author wants to say it in own ones. Only the author says yes. */
export const AskForm = ({ card, first, onDone }: { card: string; first: string; onDone: () => void }) => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const [draft, setWords, latest] = useDraft(plein, draftOf(card))
  // An empty field is begun too: it must not fill itself again.
  const [begun, setBegun] = useState(false)
  const words = draft === '' && !begun ? first : draft
  const why = words.trim() === '' ? w.why.empty : codePoints(normalise(words)) > lengths.idea ? w.cards.tooLong : null
  const done = () => {
    if (latest() !== draft) return
    setWords('')
    onDone()
  }
  return (
    <div className="form">
      <label className="field">
        {w.cards.words}
        <textarea
          // biome-ignore lint/a11y/noAutofocus: opened by the button that was just pressed
          autoFocus
          rows={3}
          value={words}
          onChange={(event) => {
            setBegun(true)
            setWords(event.target.value)
          }}
        />
      </label>
      <CharacterCount text={words} maximum={lengths.idea} />
      <p className="help">{w.cards.wordsHelp}</p>
      <div className="row">
        <Action why={why} command={{ type: 'card.ask', card, words }} onDone={done}>
          {w.cards.askWords}
        </Action>
        <Action command={{ type: 'card.ask', card, words: null }} onDone={done}>
          {w.cards.askOwn}
        </Action>
        <Button tone="quiet" onPress={onDone}>
          {w.cards.cancel}
        </Button>
      </div>
    </div>
  )
}

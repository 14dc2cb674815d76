import { type ChangeEvent, type FormEvent, useState } from 'react'
import { useDraft } from '../../session/useDraft.ts'
import { notSent } from '../../session/useOnce.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useLeftAct } from '../useOutliving.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

/** For who voted on paper, or says it aloud. */
export const PaperAnswer = ({ round, item }: { round: string; item: string }) => {
  const w = useCoachWords()
  const { plein } = useDesk()
  const whyNot = useWhyNot()
  const draft = `answer:${round}:${item}`
  const { act, busy, refusal } = useLeftAct(draft)
  const [text, setText, latest] = useDraft(plein, draft)
  const [done, setDone] = useState(false)
  const why = text.trim() === '' ? w.why.empty : whyNot('condition.enter')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (why !== null || busy) return
    const answer = await act({ type: 'condition.enter', round, item, text })
    if (!answer.ok) return
    setDone(true)
    setText(await notSent(latest, text))
  }
  const write = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setDone(false)
    setText(event.target.value)
  }
  return (
    <details>
      <summary>{w.votes.needsPaper}</summary>
      <form className="form" onSubmit={(event) => void send(event)}>
        <label className="field">
          {w.votes.needsPaperLabel}
          <textarea rows={2} value={text} onChange={write} />
          <small>{w.votes.needsPaperHelp}</small>
        </label>
        <Refused refusal={refusal} />
        <div className="row">
          <Button why={why} busy={busy} onPress={(event) => void send(event)}>
            {w.votes.paperGo}
          </Button>
        </div>
        <p role="status">{done ? w.votes.needsPaperDone : ''}</p>
      </form>
    </details>
  )
}

import { useState } from 'react'
import { lengths } from '../../../shared/text/lengths.ts'
import type { FramingEntry } from '../../../shared/wire/documents.ts'
import { Was } from '../../parts/Sign.tsx'
import { useLanguage } from '../../session/language.ts'
import { useAct } from '../../session/useAct.ts'
import { useFramings } from '../../session/useDocument.ts'
import { clockTime } from '../../words/plural.ts'
import { Button, Refused } from '../Action.tsx'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { useSourceName } from './sourceName.ts'

/** Every wording of the dilemma, the one of now last. */
export const Chain = () => {
  const w = useCoachWords()
  const chain = useFramings()
  return (
    <section className="panel">
      <h2>{w.question.chain}</h2>
      <ol className="chain">
        {chain.map((framing, at) => (
          <Link key={framing.id} framing={framing} next={chain[at + 1] ?? null} first={at === 0} />
        ))}
      </ol>
    </section>
  )
}

const Link = ({ framing, next, first }: { framing: FramingEntry & { id: string }; next: FramingEntry | null; first: boolean }) => {
  const w = useCoachWords()
  const whyNot = useWhyNot()
  const time = clockTime(useLanguage())
  const sourceName = useSourceName()
  const [correcting, setCorrecting] = useState(false)
  return (
    <li className={next === null ? 'chain-now' : undefined}>
      {correcting ? (
        <Correct framing={framing} onDone={() => setCorrecting(false)} />
      ) : (
        <>
          {next === null ? <p className="text chain-text">{framing.text}</p> : <Was before={framing.text} after={next.text} />}
          <small>
            {first ? w.question.first : w.question.by(w.roles[framing.by], time(framing.at))}
            {framing.sources.length === 0 ? '' : ` · ${w.question.from} ${framing.sources.map(sourceName).join('; ')}`}
          </small>
          <Button compact tone="quiet" why={whyNot('framing.correct')} onPress={() => setCorrecting(true)}>
            {w.question.correct}
          </Button>
        </>
      )}
    </li>
  )
}

const Correct = ({ framing, onDone }: { framing: FramingEntry & { id: string }; onDone: () => void }) => {
  const w = useCoachWords()
  const { act, busy, refusal } = useAct()
  const [text, setText] = useState(framing.text)
  const why = text.trim() === '' ? w.why.empty : text === framing.text ? w.why.nothingChanged : null
  const send = async () => {
    const answer = await act({ type: 'framing.correct', framing: framing.id, text })
    if (answer.ok) onDone()
  }
  return (
    <div className="form">
      <label className="field">
        {w.question.correct}
        <textarea rows={2} value={text} maxLength={lengths.framing} onChange={(event) => setText(event.target.value)} />
        <small>{w.question.correctHelp}</small>
      </label>
      <Refused refusal={refusal} />
      <div className="row">
        <Button tone="main" why={why} busy={busy} onPress={() => void send()}>
          {w.save}
        </Button>
        <Button onPress={onDone}>{w.cancel}</Button>
      </div>
    </div>
  )
}

import { useState } from 'react'
import { arisingOf } from '../../../shared/domain/framings/form.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import type { FramingEntry } from '../../../shared/wire/documents.ts'
import { Was } from '../../parts/Change.tsx'
import { useLaterSharedWords } from '../../parts/laterWords.ts'
import { SourceList } from '../../parts/SourceList.tsx'
import { useAct } from '../../session/useAct.ts'
import { useFramings } from '../../session/useDocument.ts'
import { useDraft } from '../../session/useDraft.ts'
import { useLanguage } from '../../session/useLanguage.ts'
import { clockTime } from '../../words/plural.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { Fold } from '../Fold.tsx'
import { ShowOnScreen } from '../ShowOnScreen.tsx'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { useSourceName } from './sourceName.ts'

/** Every wording of the dilemma, the one of now last. */
export const Chain = () => {
  const w = useCoachWords()
  const chain = useFramings()
  return (
    <section className="panel">
      <Fold
        open
        summary={
          <>
            {w.question.chain} <b>{chain.length}</b>
          </>
        }
      >
        <ol className="chain">
          {chain.map((framing, at) => (
            <Link key={framing.id} framing={framing} next={chain[at + 1] ?? null} first={at === 0} />
          ))}
        </ol>
        {chain.length > 1 ? (
          <p>
            <ShowOnScreen show={{ on: 'chain', page: null }} label={w.question.showChain} />
          </p>
        ) : null}
      </Fold>
    </section>
  )
}

const Link = ({ framing, next, first }: { framing: FramingEntry & { id: string }; next: FramingEntry | null; first: boolean }) => {
  const w = useCoachWords()
  const shared = useLaterSharedWords()
  const whyNot = useWhyNot()
  const time = clockTime(useLanguage())
  const sourceName = useSourceName()
  const { plein } = useDesk()
  const [typo, keepTypo, latestTypo] = useDraft(plein, `typo:${framing.id}`)
  // A correction that was begun is still there after a reload.
  const [correcting, setCorrecting] = useState(typo !== '')
  return (
    <li className={next === null ? 'chain-now' : undefined}>
      {correcting ? (
        <Correct
          framing={framing}
          draft={typo}
          onDraft={keepTypo}
          latest={latestTypo}
          onDone={() => {
            keepTypo('')
            setCorrecting(false)
          }}
        />
      ) : (
        <>
          {next === null ? <p className="text chain-text">{framing.text}</p> : <Was before={framing.text} after={next.text} />}
          <small>
            {first
              ? w.question.first
              : [
                  shared.chain.forms[arisingOf(framing)],
                  ...(framing.resonance ? [shared.staged.resonance(framing.resonance.touches, framing.resonance.off)] : []),
                  w.question.by(w.roles[framing.by], time(framing.at)),
                ].join(' · ')}
          </small>
          {framing.sources.length === 0 ? null : (
            <details className="chain-sources">
              <summary>
                {w.question.from} {framing.sources.map(sourceName).join('; ')}
              </summary>
              <SourceList sources={framing.sources} />
            </details>
          )}
          <Button compact tone="quiet" why={whyNot('framing.correct')} onPress={() => setCorrecting(true)}>
            {w.question.correct}
          </Button>
        </>
      )}
    </li>
  )
}

type CorrectProps = {
  framing: FramingEntry & { id: string }
  draft: string
  onDraft: (text: string) => void
  latest: () => string
  onDone: () => void
}

const Correct = ({ framing, draft, onDraft, latest, onDone }: CorrectProps) => {
  const w = useCoachWords()
  const { act, busy, refusal } = useAct()
  // An empty field is begun too: it must not fill itself again.
  const [begun, setBegun] = useState(false)
  const text = draft === '' && !begun ? framing.text : draft
  const why = text.trim() === '' ? w.why.empty : text === framing.text ? w.why.nothingChanged : null
  const send = async () => {
    const answer = await act({ type: 'framing.correct', framing: framing.id, text })
    if (answer.ok && latest() === draft) onDone()
  }
  return (
    <div className="form">
      <label className="field">
        {w.question.correct}
        <textarea
          rows={2}
          value={text}
          maxLength={lengths.framing}
          onChange={(event) => {
            setBegun(true)
            onDraft(event.target.value)
          }}
        />
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

import { type ReactNode, useMemo, useState } from 'react'
import { budgetFor, suggestBudget, suggestMaximum } from '../../../shared/domain/votes/budget.ts'
import { fewestItems } from '../../../shared/domain/votes/items.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import { PlainHints } from '../../plain/PlainHints.tsx'
import { useAct } from '../../session/useAct.ts'
import { usePhase } from '../../session/useDocument.ts'
import { useDraft } from '../../session/useDraft.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { useCards, useGroups, useRounds } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'

const number = (text: string): number | undefined => {
  const value = Number.parseInt(text, 10)
  return value > 0 ? value : undefined
}

/** Opens a round; whatever is left empty comes from the phase or is suggested from the number of things. */
export const OpenRound = () => {
  const w = useCoachWords()
  const { plein, move } = useDesk()
  const whyNot = useWhyNot()
  const phase = usePhase()
  const groups = useGroups().filter((group) => group.shown)
  const everything = useCards()
  const ideas = useMemo(() => everything.filter((card) => card.as === 'idea' && card.released && !card.hidden), [everything])
  const rounds = useRounds()
  const running = rounds.find((round) => round.status === 'open' && round.phase === phase?.id)
  const { act, busy, refusal } = useAct()
  const [shown, setShown] = useState(rounds.length === 0 || (phase?.kind === 'vote' && !rounds.some((round) => round.phase === phase.id)))
  const [over, setOver] = useState<'clusters' | 'ideas' | null>(null)
  const [budget, setBudget] = useState('')
  const [maximum, setMaximum] = useState('')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [question, setQuestion] = useDraft(plein, 'round-question')
  const on = over ?? phase?.settings.over ?? 'clusters'
  const all = on === 'clusters' ? groups.map(({ id, name }) => ({ id, name })) : ideas.map(({ id, text }) => ({ id, name: text }))
  const items = all.filter((item) => !left.has(item.id))
  const wish = number(budget) ?? phase?.settings.dots ?? null
  const suggested = budgetFor(Math.max(items.length, fewestItems), wish, number(maximum) ?? phase?.settings.maximum ?? null)
  const wrongPhase = phase?.kind !== 'vote'
  const why = wrongPhase ? w.why.notVote : running ? w.why.roundOpen : items.length < fewestItems ? w.why.tooFewItems : whyNot('round.open')
  const send = async () => {
    if (why !== null) return
    const answer = await act({
      type: 'round.open',
      over: on,
      ...(items.length === all.length ? {} : { items: items.map((item) => item.id) }),
      ...(number(budget) === undefined ? {} : { budget: number(budget)! }),
      ...(number(maximum) === undefined ? {} : { maximum: number(maximum)! }),
      ...(question.trim() === '' ? {} : { question }),
    })
    if (!answer.ok) return
    setQuestion('')
    // Next comes its result: another round is one tap away, and not the first thing on the page.
    setShown(false)
  }
  const loose = on === 'ideas' ? 0 : ideas.filter((card) => card.cluster === null).length
  if (running) return null
  return (
    <Panel first={rounds.length === 0} open={shown} onOpen={setShown}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <fieldset className="row">
          <legend>{w.votes.over}</legend>
          {(['clusters', 'ideas'] as const).map((one) => (
            <label key={one} className="check">
              <input type="radio" name="over" checked={on === one} onChange={() => setOver(one)} />
              {w.votes[one]((one === 'clusters' ? groups : ideas).length)}
            </label>
          ))}
        </fieldset>
        {loose === 0 ? null : <p className="help">{w.votes.looseOut(loose)}</p>}
        {items.length < fewestItems ? null : <p className="big">{w.votes.rules(suggested.budget, suggested.maximum)}</p>}
        <details className="otherwise-round">
          <summary>{w.votes.otherwise}</summary>
          <label className="field">
            {w.votes.question}
            <input type="text" value={question} maxLength={lengths.question} onChange={(event) => setQuestion(event.target.value)} />
            <small>{w.votes.questionHelp}</small>
          </label>
          <PlainHints text={question} />
          <div className="row">
            <label className="field">
              {w.votes.budget}
              <input
                type="number"
                min={1}
                value={budget}
                placeholder={String(phase?.settings.dots ?? suggestBudget(Math.max(items.length, fewestItems)))}
                onChange={(event) => setBudget(event.target.value)}
              />
            </label>
            <label className="field">
              {w.votes.maximum}
              <input
                type="number"
                min={1}
                value={maximum}
                placeholder={String(phase?.settings.maximum ?? suggestMaximum(suggested.budget, Math.max(items.length, fewestItems)))}
                onChange={(event) => setMaximum(event.target.value)}
              />
            </label>
          </div>
          {all.length === 0 ? null : (
            <details>
              <summary>{w.votes.which(items.length, all.length)}</summary>
              <div className="ticks">
                {all.map((item) => (
                  <label key={item.id} className="check">
                    <input
                      type="checkbox"
                      checked={!left.has(item.id)}
                      onChange={() => {
                        const next = new Set(left)
                        if (!next.delete(item.id)) next.add(item.id)
                        setLeft(next)
                      }}
                    />
                    {item.name}
                  </label>
                ))}
              </div>
            </details>
          )}
        </details>
        <Refused refusal={refusal} />
        <div className="row">
          {wrongPhase ? (
            <Button tone="main" why={whyNot('phase.play')} onPress={() => void move({ type: 'phase.play', kind: 'vote' })}>
              {w.votes.play}
            </Button>
          ) : null}
          <Button tone={wrongPhase ? 'plain' : 'main'} why={why} busy={busy} onPress={() => void send()}>
            {w.votes.go}
          </Button>
        </div>
        <p className="help">{w.votes.goHelp}</p>
      </form>
    </Panel>
  )
}

/** The first one stands open: a fold above a button with nearly the same words would be pressed instead of it. */
const Panel = ({
  first,
  open,
  onOpen,
  children,
}: {
  first: boolean
  open: boolean
  onOpen: (open: boolean) => void
  children: ReactNode
}) => {
  const w = useCoachWords()
  return first ? (
    <section className="panel">
      <h2>{w.votes.open}</h2>
      {children}
    </section>
  ) : (
    <details className="panel" open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>{w.votes.openNext}</summary>
      {children}
    </details>
  )
}

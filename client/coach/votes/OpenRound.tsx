import { type ReactNode, useMemo, useState } from 'react'
import type { Over } from '../../../shared/domain/state.ts'
import { budgetFor, suggestBudget, suggestMaximum } from '../../../shared/domain/votes/budget.ts'
import { fewestItems, mostWordings } from '../../../shared/domain/votes/items.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import { mostIn } from '../../../shared/wire/mostIn.ts'
import { PlainHints } from '../../plain/PlainHints.tsx'
import { useAct } from '../../session/useAct.ts'
import { usePhase } from '../../session/useDocument.ts'
import { useDraft } from '../../session/useDraft.ts'
import { notSent } from '../../session/useOnce.ts'
import { Button, Refused } from '../Action.tsx'
import { useDesk } from '../desk.ts'
import { type Card, type Group, useCards, useGroups, useRounds } from '../model.ts'
import { useWhyNot } from '../whyNot.ts'
import { useCoachWords } from '../words.ts'
import { NamesFirst } from './NamesFirst.tsx'
import { standsByItself, useWordings, type Wording } from './useWordings.ts'

const number = (text: string): number | undefined => {
  const value = Number.parseInt(text, 10)
  return value > 0 ? value : undefined
}

type Thing = { id: string; name: string; what?: Wording['what'] | 'proposals' }

const thingsOf = (on: Over, groups: readonly Group[], ideas: readonly Card[], wordings: readonly Wording[]): readonly Thing[] => {
  switch (on) {
    case 'clusters': {
      const apart = groups.some(({ of }) => of === undefined)
      return groups.map(({ id, name, of }) => ({ id, name, ...(apart && of !== undefined ? { what: 'proposals' as const } : {}) }))
    }
    case 'ideas':
      return ideas.map(({ id, text }) => ({ id, name: text }))
    case 'framings':
      return wordings
    default:
      return on satisfies never
  }
}

/** What a coach turned by hand, from what stands there by itself or from nothing. The rest follows what is shared. */
type Picked = { from: 'itself' | 'nothing'; turned: ReadonlyMap<string, boolean> }

type TicksProps = { all: readonly Thing[]; chosen: ReadonlySet<string>; onTurn: (id: string) => void; onUntick: () => void }

const Ticks = ({ all, chosen, onTurn, onUntick }: TicksProps) => {
  const w = useCoachWords()
  const kinds = {
    now: w.votes.wordingNow,
    earlier: w.votes.wordingEarlier,
    proposal: w.votes.wordingProposal,
    question: w.votes.wordingQuestion,
    proposals: w.groups.of.proposal,
  }
  return (
    <>
      <Button why={chosen.size === 0 ? w.votes.untickedAll : null} onPress={onUntick}>
        {w.votes.untick}
      </Button>
      <div className="ticks">
        {all.map(({ id, name, what }) => (
          <label key={id} className="check">
            <input type="checkbox" checked={chosen.has(id)} onChange={() => onTurn(id)} />
            <span>
              {name} {what === undefined ? null : <small>({kinds[what]})</small>}
            </span>
          </label>
        ))}
      </div>
    </>
  )
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
  const [over, setOver] = useState<Over | null>(null)
  const [budget, setBudget] = useState('')
  const [maximum, setMaximum] = useState('')
  const [picked, setPicked] = useState<{ [on in Over]?: Picked }>({})
  const wordings = useWordings()
  const [question, setQuestion, latest] = useDraft(plein, 'round-question')
  const on = over ?? phase?.settings.over ?? 'clusters'
  const all = thingsOf(on, groups, ideas, wordings)
  // More than a phone shows: whoever has to choose starts from the question of now, and not by taking away.
  const many = on === 'framings' && all.filter(standsByItself).length > mostWordings
  const byItself = (item: Thing) => (many ? item.what === 'now' : standsByItself(item))
  const mine = picked[on]
  const items = all.filter((item) => mine?.turned.get(item.id) ?? (mine?.from !== 'nothing' && byItself(item)))
  const asIs = mine === undefined && !many
  const wish = number(budget) ?? phase?.settings.dots ?? null
  const suggested = budgetFor(Math.max(items.length, fewestItems), wish, number(maximum) ?? phase?.settings.maximum ?? null)
  const whyTheItems =
    items.length < fewestItems
      ? on === 'framings'
        ? w.why.tooFewWordings
        : w.why.tooFewItems
      : on === 'framings' && items.length > mostWordings
        ? w.why.tooManyWordings(mostWordings)
        : null
  const beyond = (number(maximum) ?? 0) > mostIn.onOne
  const wrongPhase = phase?.kind !== 'vote'
  const why = wrongPhase
    ? w.why.notVote
    : running
      ? w.why.roundOpen
      : (whyTheItems ?? (beyond ? w.why.tooManyDots(mostIn.onOne) : whyNot('round.open')))
  const send = async () => {
    if (why !== null) return
    const answer = await act({
      type: 'round.open',
      over: on,
      ...(asIs ? {} : { items: items.map((item) => item.id) }),
      ...(number(budget) === undefined ? {} : { budget: number(budget)! }),
      ...(number(maximum) === undefined ? {} : { maximum: number(maximum)! }),
      ...(question.trim() === '' ? {} : { question }),
    })
    if (!answer.ok) return
    setQuestion(await notSent(latest, question))
    // Next comes its result: another round is one tap away, and not the first thing on the page.
    setShown(false)
  }
  const loose = on !== 'clusters' ? 0 : ideas.filter((card) => card.cluster === null).length
  const chosen = new Set(items.map(({ id }) => id))
  const ticks = {
    all,
    chosen,
    onTurn: (id: string) =>
      setPicked({ ...picked, [on]: { from: mine?.from ?? 'itself', turned: new Map([...(mine?.turned ?? []), [id, !chosen.has(id)]]) } }),
    onUntick: () => setPicked({ ...picked, [on]: { from: 'nothing', turned: new Map() } }),
  }
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
          {(['clusters', 'ideas', 'framings'] as const).map((one) => (
            <label key={one} className="check">
              <input type="radio" name="over" checked={on === one} onChange={() => setOver(one)} />
              {w.votes[one](thingsOf(one, groups, ideas, wordings).length)}
            </label>
          ))}
        </fieldset>
        {on === 'framings' ? (
          <fieldset className="field">
            <legend>{w.votes.wordings}</legend>
            {many ? <p className="help">{w.votes.wordingsMany(mostWordings)}</p> : null}
            <Ticks {...ticks} />
            <small>{w.votes.wordingsHelp}</small>
          </fieldset>
        ) : null}
        {on === 'clusters' ? <NamesFirst groups={groups.filter(({ id }) => items.some((item) => item.id === id))} /> : null}
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
                max={mostIn.onOne}
                value={maximum}
                placeholder={String(phase?.settings.maximum ?? suggestMaximum(suggested.budget, Math.max(items.length, fewestItems)))}
                onChange={(event) => setMaximum(event.target.value)}
              />
              <small>{w.why.tooManyDots(mostIn.onOne)}</small>
            </label>
          </div>
          {all.length === 0 || on === 'framings' ? null : (
            <details>
              <summary>{w.votes.which(items.length, all.length)}</summary>
              <Ticks {...ticks} />
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

/** A Plein at the end of its afternoon, built by hand so that the outcome is tested without the rules around it. */
import { emptyPlein, type Idea, type Plein, type Result, type ResultRow, type Round } from '../../shared/domain/state.ts'

const start = Date.UTC(2026, 10, 24, 12, 30)
const minute = (n: number): number => start + n * 60_000

const settings = (prompt: string | null) => ({
  prompt,
  minutes: 20,
  whoPosts: [],
  hidden: true,
  whoGroups: 'coaches' as const,
  over: 'clusters' as const,
  dots: null,
  maximum: null,
})

export const addIdea = (plein: Plein, id: string, text: string, more: Partial<Idea> = {}): Idea => {
  plein.counters.idea += 1
  const idea: Idea = {
    id,
    as: 'idea',
    text,
    phase: 'phase-ideas',
    late: false,
    entry: 'phone',
    listed: true,
    released: true,
    hidden: false,
    withdrawn: false,
    edit: null,
    order: plein.counters.idea,
    cluster: null,
    who: null,
    by: null,
    ...more,
  }
  plein.ideas.set(id, idea)
  if (idea.cluster) plein.members.set(idea.cluster, (plein.members.get(idea.cluster) ?? new Set()).add(id))
  return idea
}

export const addCluster = (plein: Plein, id: string, name: string, more = {}): void => {
  plein.counters.cluster += 1
  plein.clusters.set(id, { id, name, order: plein.counters.cluster, open: false, removed: false, mergedInto: null, ...more })
}

export const row = (item: string, spread: number[], more: Partial<ResultRow> = {}): ResultRow => ({
  item,
  dots: spread.reduce((sum, voters, dots) => sum + voters * dots, 0),
  voters: spread.slice(1).reduce((sum, voters) => sum + voters, 0),
  spread,
  strongMinority: false,
  divided: false,
  withdrawn: false,
  merged: [],
  ...more,
})

export const result = (rows: ResultRow[], more: Partial<Result> = {}): Result => ({
  ballots: 10,
  voters: 9,
  heldBack: false,
  rows,
  clusters: [],
  perspectives: [],
  ...more,
})

export const addRound = (plein: Plein, id: string, more: Partial<Round> = {}): Round => {
  const round: Round = {
    id,
    phase: 'phase-vote',
    over: 'clusters',
    question: 'Waar zit het echt op vast?',
    items: [
      { id: 'cluster-night', letter: 'A', name: 'Nacht en slaap' },
      { id: 'cluster-money', letter: 'B', name: 'Geld' },
    ],
    budget: 3,
    maximum: 2,
    status: 'counted',
    revealed: true,
    closedAt: minute(90),
    closesAt: null,
    countedOn: minute(91),
    ballots: null,
    cast: 10,
    final: result([row('cluster-night', [2, 4, 4]), row('cluster-money', [8, 0, 2], { strongMinority: true })], {
      perspectives: [{ perspective: 'bewoner', ballots: 4, dots: { 'cluster-night': 5 } }],
    }),
    perspectives: [],
    countedAt: null,
    asks: [],
    ...more,
  }
  plein.rounds.set(id, round)
  return round
}

export const addFraming = (plein: Plein, id: string, text: string, more = {}): void => {
  const order = plein.framings.size
  plein.framings.set(id, { id, text, order, sources: [], by: 'organiser', at: minute(order * 30), phase: null, undone: false, ...more })
}

export const afternoon = (): Plein => {
  const plein = emptyPlein('plein-1')
  Object.assign(plein, {
    title: 'De nachtopvang in Zuid',
    stage: 'closed',
    createdAt: minute(-60 * 24 * 7),
    retainUntil: minute(60 * 24 * 90),
    closedAt: minute(180),
    version: 400,
  })
  for (const [id, kind, prompt] of [
    ['phase-ideas', 'ideas', 'Wat ziet u?'],
    ['phase-vote', 'vote', null],
  ] as const) {
    plein.phases.set(id, { id, kind, title: null, settings: settings(prompt), played: 1, skipped: false, repeats: null })
    plein.order.push(id)
    plein.played.push({ phase: id, kind, at: minute(plein.played.length * 30) })
  }
  plein.moods.set('phase-ideas', { before: { heavy: 6, neutral: 2, light: 1 }, after: null })
  addCluster(plein, 'cluster-night', 'Nacht en slaap')
  addCluster(plein, 'cluster-money', 'Geld', { open: true })
  addIdea(plein, 'idea-fatma', 'Mijn kinderen slapen niet', { cluster: 'cluster-night' })
  addIdea(plein, 'idea-joost', 'Buren willen een nummer dat ’s nachts opneemt', { cluster: 'cluster-night', late: true })
  addIdea(plein, 'idea-ria', 'Vraag het de mensen van de opvang zelf', { entry: 'paper' })
  addIdea(plein, 'fact-wim', 'Ik woon hier 31 jaar', { as: 'checkin' })
  addIdea(plein, 'deal-samir', 'Bellen met de nachtploeg', { as: 'commitment', who: 'Samir', by: 'vrijdag', day: '2026-11-27' })
  addIdea(plein, 'closing-anneke', 'Ik zie nu de vraag als een vraag over slapen', { as: 'closing' })
  addIdea(plein, 'proposal-ria', 'Hoe slapen we allemaal?', { as: 'proposal' })
  plein.marks.add('idea-fatma')
  plein.word.text = 'Ik neem mee dat slapen van iedereen is.'
  addFraming(plein, 'framing-0', 'Waar komt de nachtopvang?')
  addFraming(plein, 'framing-1', 'Hoe slapen wij allemaal, buren en gasten van de nachtopvang?', {
    by: 'participant',
    phase: 'phase-ideas',
    sources: [
      { kind: 'idea', id: 'idea-fatma', touched: true },
      { kind: 'cluster', id: 'cluster-night' },
      { kind: 'round', id: 'round-1' },
      { kind: 'framing', id: 'framing-0' },
    ],
  })
  addRound(plein, 'round-1')
  return plein
}

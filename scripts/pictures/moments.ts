/** The afternoon as a row of moments, each one reached from the one before. */
import { closings, commitments } from '../../server/practice/texts/nl/harvest.ts'
import { facts } from '../../server/practice/texts/nl/people.ts'
import { questions } from '../../server/practice/texts/nl/questions.ts'
import type { Guest } from './guest.ts'
import type { Hall } from './hall.ts'

export type Moment =
  | 'prepared'
  | 'welcome'
  | 'checkin'
  | 'silent'
  | 'shared'
  | 'asking'
  | 'questions'
  | 'grouped'
  | 'vote'
  | 'voting'
  | 'counted'
  | 'result'
  | 'plenary'
  | 'pause'
  | 'proposals'
  | 'reframed'
  | 'harvest'
  | 'closed'

/** `null`: with so few ideas this moment does not come. */
type Step = (hall: Hall, kept: Kept) => Promise<unknown> | null
type Kept = { ideas: string[]; clusters: string[]; round: string; proposals: string[] }

const onBoard = (hall: Hall, map: string, many: number) =>
  hall.coach.board.until(() => hall.coach.board.map(map).size >= many, `${many} of ${map} are on the board`)

const cast = (hall: Hall, round: string) => {
  const items = hall.coach.board.map<{ items: { id: string }[] }>('rounds').get(round)?.items ?? []
  const at = (n: number) => (items[n % items.length] as { id: string }).id
  const dotsOf = (n: number) => (n % 7 === 0 ? { [at(items.length - 1)]: 2 } : { [at(n)]: 1, [at(n * n + 1)]: 1, [at(0)]: 1 })
  // A third still thinks.
  return Promise.all(
    hall.guests
      .slice(0, Math.ceil((hall.guests.length * 2) / 3))
      .map((guest: Guest, n) => guest.ask({ type: 'ballot.cast', round, dots: dotsOf(n) })),
  )
}

export const steps: Record<Moment, Step> = {
  prepared: async () => undefined,
  welcome: async (hall) => {
    await hall.must({ type: 'plein.open' })
    await hall.enter('welcome')
  },
  checkin: async (hall) => {
    const phase = await hall.enter('checkin')
    const texts = facts.map(([, fact]) => fact).slice(0, hall.ideas)
    if (texts.length === 0) return
    await hall.write('checkin', phase, texts)
    await hall.must({ type: 'ideas.release', ideas: 'all', as: 'checkin' })
  },
  silent: async (hall, kept) => {
    const phase = await hall.enter('ideas')
    await hall.must({ type: 'timer.start', seconds: 840 })
    kept.ideas = await hall.write('idea', phase, hall.said.ideas(hall.ideas))
  },
  shared: async (hall) => {
    if (hall.ideas === 0) return
    await hall.must({ type: 'ideas.release', ideas: 'all', as: 'idea' })
    await onBoard(hall, 'ideas', hall.ideas)
  },
  asking: async (hall) => {
    await hall.enter('burst')
    await hall.must({ type: 'timer.start', seconds: 240 })
  },
  questions: async (hall) => {
    if (hall.ideas < 2) return
    const phase = await hall.enter('burst')
    await hall.write('question', phase, questions.map(([, text]) => text).slice(0, hall.ideas))
    await hall.must({ type: 'ideas.release', ideas: 'all', as: 'question' })
    await hall.must({ type: 'timer.stop' })
  },
  grouped: async (hall, kept) => {
    await hall.must({ type: 'timer.stop' })
    await hall.enter('cluster')
    const groups = Math.min(hall.said.groups.length, Math.floor(hall.ideas / 5))
    const each = groups === 0 ? 0 : Math.floor((hall.ideas * 0.85) / groups)
    kept.clusters = []
    for (let at = 0; at < groups; at++) {
      const ideas = kept.ideas.slice(at * each, (at + 1) * each)
      kept.clusters.push(String((await hall.must({ type: 'cluster.create', name: hall.said.groups[at], ideas }))['cluster']))
    }
    await onBoard(hall, 'clusters', groups)
  },
  vote: (hall) => hall.enter('vote'),
  voting: (hall, kept) => {
    if (kept.clusters.length < 2) return null
    return (async () => {
      kept.round = String((await hall.must({ type: 'round.open', budget: 4, maximum: 2 }))['round'])
      await hall.must({ type: 'timer.start', seconds: 50 })
      await onBoard(hall, 'rounds', 1)
      await cast(hall, kept.round)
    })()
  },
  counted: (hall, kept) => (kept.round === '' ? null : hall.must({ type: 'round.close', round: kept.round, confirmed: true })),
  result: (hall, kept) => (kept.round === '' ? null : hall.must({ type: 'round.reveal', round: kept.round, revealed: true })),
  plenary: (hall) => hall.enter('plenary'),
  pause: async (hall) => {
    await hall.enter('pause')
    await hall.must({ type: 'timer.start', seconds: 900 })
  },
  proposals: async (hall, kept) => {
    const phase = await hall.enter('reframe')
    if (hall.ideas < 2) return
    kept.proposals = await hall.write('proposal', phase, hall.said.proposals)
    await hall.must({ type: 'ideas.release', ideas: 'all', as: 'proposal' })
  },
  reframed: (hall, kept) => {
    if (kept.proposals.length === 0) return null
    return hall.must({
      type: 'framing.adopt',
      text: hall.said.adopted,
      sources: kept.clusters.slice(0, 2).map((id) => ({ kind: 'cluster', id })),
      proposal: kept.proposals[0],
    })
  },
  harvest: async (hall) => {
    const phase = await hall.enter('harvest')
    if (hall.ideas === 0) return
    for (const { who, text, by } of commitments.slice(0, hall.ideas)) await hall.write('commitment', phase, [text], { who, by })
    const last = closings.map(([, text]) => text).slice(0, hall.ideas)
    await hall.write('closing', phase, last)
    for (const as of ['commitment', 'closing']) await hall.must({ type: 'ideas.release', ideas: 'all', as })
  },
  closed: async (hall) => {
    await hall.must({ type: 'outcome.set', shared: true })
    await hall.must({ type: 'plein.close', confirmed: true })
  },
}

export const moments = Object.keys(steps) as Moment[]

/** Plays on; calls `at` for each moment that comes. */
export const playAll = async (hall: Hall, at: (moment: Moment) => Promise<void>): Promise<void> => {
  const kept: Kept = { ideas: [], clusters: [], round: '', proposals: [] }
  for (const moment of moments) {
    const played = steps[moment](hall, kept)
    if (played === null) continue
    await played
    await at(moment)
  }
}

/** The afternoon as a row of moments, each one reached from the one before. */
import { closings, commitments } from '../../server/practice/texts/nl/harvest.ts'
import { facts } from '../../server/practice/texts/nl/people.ts'
import { questions } from '../../server/practice/texts/nl/questions.ts'
import { lineName } from '../../shared/domain/intake/talk.ts'
import { takePen } from '../players/pen.ts'
import { cast, chooseWording, confide, onBoard, tap, tellNeeds } from './answers.ts'
import type { Hall } from './hall.ts'

export type Moment =
  | 'prepared'
  | 'intake'
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
  | 'needs'
  | 'plenary'
  | 'pause'
  | 'proposals'
  | 'wordings'
  | 'again'
  | 'writing'
  | 'reframed'
  | 'harvest'
  | 'closed'

/** `null`: with so few ideas this moment does not come. */
type Step = (hall: Hall, kept: Kept) => Promise<unknown> | null
type Kept = { ideas: string[]; clusters: string[]; round: string; wordings: string; proposals: string[] }

export const steps: Record<Moment, Step> = {
  prepared: async () => undefined,
  intake: async (hall) => {
    for (const by of ['owner', 'coach'] as const) {
      const pen = await takePen(hall.server, hall[by], 'text/intake-coaches')
      for (const line of hall.said.talk.filter((one) => one.by === by)) await pen.write(line.words, lineName(line))
      pen.put()
    }
  },
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
    await confide(hall)
  },
  shared: async (hall) => {
    if (hall.ideas === 0) return
    await hall.must({ type: 'ideas.release', ideas: 'all', as: 'idea' })
    await onBoard(hall, 'ideas', hall.ideas)
  },
  asking: async (hall) => {
    const phase = await hall.enter('burst')
    await hall.must({ type: 'timer.start', seconds: 240 })
    await tap(hall, 'mood-before', phase, ['heavy', 'heavy', 'neutral'])
  },
  questions: async (hall) => {
    await hall.must({ type: 'timer.stop' })
    if (hall.ideas < 2) return
    const phase = await hall.enter('burst')
    await hall.write('question', phase, questions.map(([, text]) => text).slice(0, hall.ideas))
    await hall.must({ type: 'ideas.release', ideas: 'all', as: 'question' })
    await tap(hall, 'mood-after', phase, ['heavy', 'light', 'neutral'])
  },
  grouped: async (hall, kept) => {
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
  needs: (hall, kept) => (kept.round === '' ? null : tellNeeds(hall, kept.round)),
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
    await hall.must({ type: 'cluster.create', of: 'proposal', name: hall.said.proposalGroup, ideas: kept.proposals.slice(0, 2) })
  },
  wordings: (hall, kept) => {
    if (kept.proposals.length === 0) return null
    return (async () => {
      await hall.must({ type: 'phase.play', kind: 'vote', settings: { over: 'framings' } })
      kept.wordings = await chooseWording(hall, null)
    })()
  },
  again: (hall, kept) => (kept.wordings === '' ? null : chooseWording(hall, kept.wordings)),
  writing: async (hall) => {
    const phase = await hall.enter('write')
    const pen = await takePen(hall.server, hall.owner, 'text/stage')
    await pen.write(hall.said.adopted)
    await tap(hall, 'resonance', phase, ['touches', 'touches', 'off'])
    pen.put()
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
    await hall.owner.inOrder({ type: 'owner.word', text: hall.said.word })
  },
  closed: async (hall) => {
    await hall.must({ type: 'outcome.set', shared: true })
    await hall.must({ type: 'plein.close', confirmed: true })
  },
}

export const moments = Object.keys(steps) as Moment[]

/** Plays on; calls `at` for each moment that comes. */
export const playAll = async (hall: Hall, at: (moment: Moment) => Promise<void>): Promise<void> => {
  const kept: Kept = { ideas: [], clusters: [], round: '', wordings: '', proposals: [] }
  for (const moment of moments) {
    const played = steps[moment](hall, kept)
    if (played === null) continue
    await played
    await at(moment)
  }
}

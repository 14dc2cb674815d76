/** One good command of every type; ids fit the Plein of `tests/rules/permissions.test.ts`. */
import type { CommandOf, CommandType } from '../../shared/domain/commands.ts'
import { keyOf } from './given.ts'

export const samples: { [T in CommandType]: CommandOf<T> } = {
  'plein.open': { type: 'plein.open' },
  'plein.close': { type: 'plein.close', confirmed: true },
  'plein.reopen': { type: 'plein.reopen' },
  'plein.set': {
    type: 'plein.set',
    title: 'Plein over bomen',
    settings: { perspectives: ['bewoner'], address: 'http://192.168.1.2:3000' },
  },
  'door.set': { type: 'door.set', locked: true },
  'outcome.set': { type: 'outcome.set', shared: true },

  'phase.enter': { type: 'phase.enter', phase: 'plenary-2' },
  'phase.next': { type: 'phase.next' },
  'phase.back': { type: 'phase.back' },
  'phase.resume': { type: 'phase.resume' },
  'phase.play': { type: 'phase.play', kind: 'pause', title: 'Koffie', settings: { minutes: 10, prompt: null } },
  'phase.insert': { type: 'phase.insert', kind: 'ideas', after: null, settings: { whoPosts: ['participant'], hidden: false } },
  'phase.repeat': { type: 'phase.repeat', phase: 'plenary-2' },
  'phase.edit': {
    type: 'phase.edit',
    phase: 'plenary-2',
    title: 'Anders',
    settings: { dots: 5, maximum: 2, over: 'ideas', whoGroups: 'authors' },
  },
  'phase.move': { type: 'phase.move', phase: 'plenary-2', after: null },
  'phase.skip': { type: 'phase.skip', phase: 'plenary-2', skipped: true },
  'phase.remove': { type: 'phase.remove', phase: 'plenary-2' },
  'timer.start': { type: 'timer.start', seconds: 300 },
  'timer.add': { type: 'timer.add', seconds: 60 },
  'timer.pause': { type: 'timer.pause' },
  'timer.resume': { type: 'timer.resume' },
  'timer.stop': { type: 'timer.stop' },

  'idea.post': { type: 'idea.post', key: keyOf('new'), as: 'idea', text: 'Meer bankjes', phase: 'ideas', who: 'Fatma', by: 'mei' },
  'idea.edit': { type: 'idea.edit', key: keyOf('own'), text: 'Meer bankjes in de schaduw', who: 'Fatma', by: '' },
  'idea.withdraw': { type: 'idea.withdraw', key: keyOf('own') },
  'idea.place': { type: 'idea.place', key: keyOf('own'), cluster: null },
  mine: { type: 'mine', keys: [keyOf('own')] },
  'idea.enter': { type: 'idea.enter', as: 'idea', text: 'Van papier', phase: 'ideas' },
  'ideas.release': { type: 'ideas.release', ideas: 'all', as: 'idea' },
  'edit.release': { type: 'edit.release', idea: 'shade' },
  'edit.drop': { type: 'edit.drop', idea: 'shade' },
  'idea.hide': { type: 'idea.hide', ideas: ['benches'] },
  'idea.show': { type: 'idea.show', ideas: ['benches'] },

  'ideas.assign': { type: 'ideas.assign', ideas: ['benches'], cluster: null },
  'cluster.create': { type: 'cluster.create', name: 'Groen', ideas: ['benches'], open: true },
  'cluster.rename': { type: 'cluster.rename', cluster: 'green', name: 'Groen en water' },
  'cluster.merge': { type: 'cluster.merge', from: 'green', into: 'traffic' },
  'cluster.split': { type: 'cluster.split', cluster: 'green', ideas: ['benches'], name: 'Zitten' },
  'cluster.remove': { type: 'cluster.remove', cluster: 'green' },
  'cluster.open': { type: 'cluster.open', cluster: 'green' },
  undo: { type: 'undo', any: true },

  'round.open': { type: 'round.open', over: 'ideas', items: ['benches', 'shade'], budget: 3, maximum: 2, question: 'Wat eerst?' },
  'ballot.cast': { type: 'ballot.cast', round: 'round', dots: { benches: 2 } },
  'ballot.enter': { type: 'ballot.enter', round: 'round', paper: 7, dots: {} },
  'round.close': { type: 'round.close', round: 'round', confirmed: true },
  'round.reopen': { type: 'round.reopen', round: 'round' },
  'round.reveal': { type: 'round.reveal', round: 'round', revealed: true },

  'framing.adopt': {
    type: 'framing.adopt',
    text: 'Van wie is het groen?',
    sources: [{ kind: 'idea', id: 'benches' }],
    proposal: 'benches',
  },
  'framing.correct': { type: 'framing.correct', framing: 'dilemma', text: 'Wie zorgt voor het groen?' },

  'seat.perspective': { type: 'seat.perspective', perspective: 'bewoner' },
  'link.rotate': { type: 'link.rotate', role: 'screen', secret: keyOf('one') + keyOf('two').slice(1) },
  'screen.admit': { type: 'screen.admit', code: 'K7Q-4MP', role: 'screen' },
  'time.passed': { type: 'time.passed' },
}

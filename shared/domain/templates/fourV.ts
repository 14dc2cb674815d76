/** Voorstellen, Vertellen, Verbeelden, Verwezenlijken: appreciative inquiry in four steps. */
import type { Template } from './template.ts'

export const fourV: Template = [
  { kind: 'welcome', settings: { minutes: 10 } },
  {
    kind: 'checkin',
    title: { nl: 'Voorstellen', en: 'Introducing' },
    prompt: { nl: 'Wat brengt u hier? Eén zin is genoeg.', en: 'What brings you here? One sentence is enough.' },
    settings: { minutes: 20 },
  },
  {
    kind: 'ideas',
    title: { nl: 'Vertellen', en: 'Telling' },
    prompt: { nl: 'Vertel over een moment waarop het wél lukte.', en: 'Tell about a moment when it did work.' },
    settings: { minutes: 25 },
  },
  { kind: 'cluster', title: { nl: 'Wat horen wij?', en: 'What do we hear?' }, settings: { minutes: 20 } },
  { kind: 'pause', settings: { minutes: 15 } },
  {
    kind: 'ideas',
    title: { nl: 'Verbeelden', en: 'Imagining' },
    prompt: { nl: 'Het is vijf jaar later en het is gelukt. Wat ziet u?', en: 'It is five years later and it worked. What do you see?' },
    settings: { minutes: 25 },
  },
  { kind: 'cluster', settings: { minutes: 15 } },
  { kind: 'vote', settings: { minutes: 5 } },
  { kind: 'reframe', settings: { minutes: 20 } },
  { kind: 'harvest', title: { nl: 'Verwezenlijken', en: 'Making it real' }, settings: { minutes: 30 } },
]

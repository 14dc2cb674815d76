/** The blog of the day after: what the server writes on its page, offers to quote, and says in the one mail. Dutch is the source. */
import type { Contribution } from '../../shared/domain/state.ts'
import { plural } from './plural.ts'

const count = plural('nl')
export type BlogWords = typeof blog

export const blog = {
  file: 'blog',
  kind: 'De dag erna',
  title: (plein: string) => `De dag na het Plein: ${plein}`,
  about: (plein: string, day: string) => `De vraagstukeigenaar schreef dit na het Plein ‘${plein}’ van ${day}.`,
  published: (day: string) => `Verschenen op ${day}.`,
  chain: 'Hoe de vraag veranderde',
  shared: 'Wat hier als citaat staat, is met de zaal gedeeld. Wie het schreef, staat nergens.',
  until: (day: string) => `Deze pagina blijft staan tot ${day}. Dan wordt alles van dit Plein gewist.`,
  gone: {
    title: 'Hier staat geen blog',
    text: 'Misschien is deze blog ingetrokken, of is de datum voorbij waarop alles van dit Plein werd gewist.',
  },
  start: 'Naar het begin',
  from: {
    idea: 'een idee uit de zaal',
    checkin: 'een feit bij de start',
    proposal: 'een voorstel uit de zaal',
    commitment: 'een afspraak',
    condition: 'wat iemand nodig heeft om mee te gaan',
    question: 'een vraag uit de zaal',
    closing: 'een slotzin',
    framing: 'de vraag, zoals die toen was',
  } satisfies Record<Contribution | 'framing', string>,
  moments: {
    turn: {
      heading: 'Toen de vraag een andere werd',
      text: (time: string, phase: string | null, before: string, after: string) =>
        `Om ${time} uur${phase === null ? '' : `, bij ‘${phase}’,`} veranderde de vraag. Eerst was die: “${before}” Daarna: “${after}”`,
      why: 'Hier veranderden de meeste woorden van de vraag.',
    },
    written: {
      heading: 'Toen de zaal schreef',
      text: (time: string, phase: string, texts: number) =>
        `Om ${time} uur begon ‘${phase}’. De zaal deelde daar ${count(texts, 'tekst', 'teksten')}.`,
      why: 'Hier deelde de zaal de meeste teksten.',
    },
    unplanned: {
      heading: 'Toen het anders liep',
      text: (time: string, phase: string) => `Om ${time} uur kwam ‘${phase}’ erbij. Dat stond niet in het draaiboek.`,
      why: 'Dit stond niet in het draaiboek.',
    },
    minority: {
      heading: 'Toen weinig mensen veel zeiden',
      text: (round: string, label: string, voters: number) =>
        `Bij ‘${round}’ kozen niet veel mensen voor “${label}”: ${count(voters, 'persoon', 'mensen')}. Maar zij gaven er veel stippen aan.`,
      why: 'Hier was een kleine groep heel zeker.',
    },
    end: {
      heading: 'Hoe het eindigde',
      text: (time: string, phase: string, question: string) =>
        `Om ${time} uur begon het laatste deel, ‘${phase}’. De vraag was toen: “${question}”`,
      why: 'Dit was het laatste deel van het Plein.',
    },
    start: {
      heading: 'Hoe het begon',
      text: (time: string, phase: string, question: string) =>
        `Om ${time} uur begon het Plein, met ‘${phase}’. De vraag was toen: “${question}”`,
      why: 'Dit was het eerste deel van het Plein.',
    },
  },
  letter: {
    subject: (plein: string) => `Schrijf vandaag uw blog over het Plein: ${plein}`,
    text: (plein: string, address: string, until: string) =>
      [
        'Goedemorgen,',
        `Gisteren was uw Plein: ${plein}. Schrijf vandaag het eerlijke verhaal, nu u het nog weet. Kort mag. Drie vragen zijn genoeg:`,
        '- Hoe is het echt gegaan?\n- Waar liep u tegenaan?\n- Wat hebt u geleerd?',
        'Op uw pagina staat klaar wat u kunt gebruiken: hoe de vraag veranderde, drie momenten, en wat de zaal deelde.',
        `Open daarvoor de link die u als vraagstukeigenaar kreeg. Of ga, op een apparaat waarop u die link al eens opende, naar:\n${address}`,
        `Op ${until} wordt alles van dit Plein gewist.`,
        'U krijgt deze mail omdat u hierom vroeg. Er komt er geen meer; uw adres is na het versturen gewist.',
      ].join('\n\n'),
  },
}

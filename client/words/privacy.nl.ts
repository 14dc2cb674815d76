import { begin } from './begin.nl.ts'
import { plural } from './plural.ts'

const count = plural('nl')
export type PrivacyWords = typeof privacy

/** What is kept, who sees it, until when, and what is not protected. docs/privacy.md says by which rule and test each sentence is true. */
export const privacy = {
  link: begin.kept,
  title: 'Wat bewaren we, en wie ziet het?',
  intro: 'U doet mee zonder naam en zonder account. Hier staat wat er toch bewaard wordt, en wat wij niet kunnen beloven.',
  close: 'Sluit',
  page: 'Open als pagina, om af te drukken',
  back: 'Naar het begin',
  headings: {
    sees: 'Wie ziet wat?',
    kept: 'Wat bewaart de server?',
    until: 'Hoe lang?',
    phone: 'Wat staat er op uw telefoon?',
    open: 'Wat beschermen wij niet?',
    asks: 'Vragen, of iets laten wissen?',
  },
  sees: {
    room: 'De zaal, de telefoons en het scherm krijgen alleen teksten die gedeeld zijn.',
    coach:
      'De pleincoach leest uw tekst eerder, maar ziet niet van wie die is. Leest de zaal meteen mee, dan staat dat boven het tekstvak.',
    names: 'Een naam staat alleen bij een afspraak, als iemand die zelf invult. De zaal ziet die dan ook.',
    votes:
      'Wat u stemt, ziet niemand op het Plein. Stemden minder dan drie mensen, of maar een of twee met een telefoon, dan tonen we geen uitslag. Bij minder dan drie antwoorden daarna leest niemand die.',
    perspective: 'Wat u kiest bij ‘Ik ben hier als …’, ziet niemand op het Plein. Het telt alleen mee in totalen van drie of meer mensen.',
    signals: 'Van ‘Klaar’ en ‘Hand opsteken’ zien anderen alleen hoeveel mensen dat zijn.',
    pulse: 'Van ‘Hoe is het voor u?’ zien alleen de pleincoaches aantallen, vanaf vijf mensen. Niemand ziet wie.',
    cards: 'Wat u bij ‘Dit moet gezegd worden’ schrijft, lezen alleen de pleincoaches. Zegt u ja, dan mag de zaal het ook lezen.',
    others:
      'De vraagstukeigenaar en de organisator zien van wat deelnemers schrijven niet meer dan de zaal. De organisator kan wel een nieuwe pleincoach toelaten.',
    touched: 'Wat de vraagstukeigenaar raakt, weten de pleincoaches. De zaal ziet het bij een vraag die ervan komt.',
    intake: 'Wat de vraagstukeigenaar in de intake alleen voor zichzelf schrijft, leest niemand anders op het Plein.',
    outcome: 'In de opbrengst staat alleen wat de zaal mocht zien, en hoeveel teksten niet. U krijgt haar als de pleincoach haar deelt.',
    blog: 'In een blog van de vraagstukeigenaar staan als citaat alleen woorden die de zaal mocht zien, zonder wie ze schreef.',
    outcomeShared: 'De pleincoach heeft de opbrengst van dit Plein gedeeld met wie meedeed.',
    outcomeNotShared: 'De pleincoach heeft de opbrengst van dit Plein nog niet gedeeld met wie meedeed.',
  },
  kept: {
    texts: 'Uw teksten, maar niet wie ze schreef, op welke telefoon of hoe laat.',
    memory:
      'Zolang een onderdeel duurt, weet de server van welke telefoon een tekst komt. Dat staat alleen in het geheugen. Een pleincoach kan zo een telefoon stoppen, zonder te zien welke.',
    keys: 'Voor elke tekst een controlegetal. De sleutel waarmee u de tekst aanpast, blijft op uw telefoon.',
    ballots: 'Uw stembiljet, op slot. De sleutel daarvan ligt buiten de database en verdwijnt bij het tellen.',
    taps: 'Wat u de pleincoaches in vertrouwen schrijft, en wat u met één tik aangeeft, ook op slot. Kort na het sluiten is dat weg.',
    counted: 'Na het tellen bewaren we stembiljetten zonder kiezer, door elkaar. Na het sluiten alleen nog totalen.',
    seat: 'Een plek zonder naam. Daarbij staat of u klaar bent en of uw hand omhoog is. En als wie u er bent.',
    addresses: 'Geen IP-adres. In het logboek komt hoogstens een kenmerk van uw netwerk. Dat kenmerk is elke dag anders.',
    intake:
      'De intake. Wat de vraagstukeigenaar daarin alleen voor zichzelf schrijft, staat op slot. De sleutel staat op dat ene apparaat.',
    blog: 'De blog van de dag erna. En van de vraagstukeigenaar een mailadres, als die om een herinnering vraagt.',
    staff: 'Van pleincoach, vraagstukeigenaar en organisator: wat zij op het Plein doen en hoe laat, zonder naam.',
  },
  until: {
    withdrawn:
      'Trekt u een tekst in, dan gaat die meteen van het bord en uit de opbrengst. Binnen een minuut is die ook uit de database. Woorden die de vraag werden, blijven in de vraag staan.',
    closing:
      'Kort na het sluiten wist de server alle controlegetallen en alle losse stembiljetten. Ook wat een tekst was voordat u die aanpaste, en wat de vraagstukeigenaar terugnam of alleen voor zichzelf schreef.',
    mail: 'Het mailadres gaat weg zodra de mail is verstuurd. Lukt dat niet, dan drie dagen later. Sluit niemand het Plein, dan blijft het tot alles wordt gewist. De blog ook.',
    links: (days: number) =>
      `Links van pleincoach en scherm werken tot ${count(days, 'dag', 'dagen')} na het sluiten. Die van de vraagstukeigenaar, en nieuwe van daarna, werken tot alles wordt gewist.`,
    linksOn: (date: string) =>
      `Links van pleincoach en scherm werken tot ${date}. Die van de vraagstukeigenaar, en nieuwe van daarna, werken tot alles wordt gewist.`,
    seats: (days: number) =>
      `Plekken verdwijnen ${count(days, 'dag', 'dagen')} na het sluiten, behalve de lege van de vraagstukeigenaar. Daarna opent uw telefoon het Plein niet meer.`,
    seatsOn: (date: string) =>
      `Plekken verdwijnen op ${date}, behalve de lege van de vraagstukeigenaar. Daarna opent uw telefoon het Plein niet meer.`,
    all: (days: number) =>
      `Alles van een Plein wordt gewist op een vaste datum. Dat is na ${count(days, 'dag', 'dagen')}, of op de dag die de organisator kiest.`,
    allOn: (date: string) => `Alles van dit Plein wordt gewist op ${date}, of eerder als de organisator dat doet.`,
    off: 'Staat de server dan uit, dan gebeurt het zodra die weer start.',
    stays: 'Is er op die datum nog iemand in een Plein dat open is? Dan wordt het gewist zodra iedereen tien minuten weg is.',
    backups: (days: number) =>
      `Reservekopieën gaan na ${count(days, 'dag', 'dagen')} weg. Zo lang kan iets wat gewist is daar nog in staan.`,
    restored:
      'Wat gewist is, staat zonder woorden op een lijst bij de reservekopieën. Zet iemand er een terug, dan wordt dat eerst opnieuw gewist. Alleen zonder die lijst niet.',
    deeds:
      'De lijst van wat pleincoach, vraagstukeigenaar en organisator deden, kan langer blijven dan het Plein. Daar staan geen teksten in.',
    log: 'Hoe lang het logboek blijft, bepaalt wie de server beheert.',
  },
  phone: {
    here: 'Uw toegang tot het Plein, uw teksten met hun sleutels, waar u stippen gaf, en wat nog verstuurd moet worden. Ook wat u half schreef en niet verstuurde.',
    wipe: 'Met ‘Wis van mijn telefoon’ haalt u dat allemaal weg. Wat u stuurde, blijft op het Plein, maar aanpassen kan dan niet meer.',
    history: 'Uw browser onthoudt zelf het adres van het Plein. Dat wissen kan alleen in de geschiedenis van uw browser.',
    elsewhere: 'Er zijn geen cookies, en er komt niets van andere websites.',
  },
  open: {
    operator: 'Wie de server beheert, kan de software veranderen. Dan kan die meekijken met wat u schrijft en stemt.',
    disk: 'Wie bij de bestanden van de server kan, leest ook teksten die niet gedeeld zijn. En opent stembiljetten tot het tellen, en wat u in vertrouwen schreef of met één tik aangaf tot het sluiten.',
    wifi: 'Deze verbinding is niet beveiligd. Wie op hetzelfde netwerk zit, kan meelezen wat u stuurt.',
    network: 'Wie de server of het netwerk beheert, kan zien welke telefoons verbinding maken.',
    atOnce: 'Leest de zaal meteen mee? Dan kan wie naast u zit merken dat een tekst van u is.',
    order:
      'De volgorde waarin teksten binnenkwamen, blijft bewaard. Daartussen staat hoe laat een pleincoach iets deed. Wie opschreef wie wanneer iets stuurde, kan dat ernaast leggen.',
    words:
      'Aan uw woorden kan iemand horen dat ze van u zijn. In een kleine groep zegt een aantal soms wie het is. Ook aan wie met veel telefoons meedoet.',
    glance:
      'Wie op uw telefoon kijkt, ziet uw teksten en uw stippen. Ook wat u met één tik aangaf, en wat u koos bij ‘Ik ben hier als …’. En als u na een stemming een antwoord typt: dat u daar geen stippen gaf.',
    photo: 'Iemand kan een foto maken van het scherm, of de opbrengst bewaren. Die kunnen wij niet wissen.',
  },
  asks: {
    town: (name: string) => `Dit bord is van ${name}.`,
    contact: (contact: string) => `Vragen? ${contact}`,
    organiser: 'Vraag de organisator van het Plein wie de server beheert.',
    rights: 'Een tekst wissen kunt u zelf, met ‘Trek in’, tot het Plein sluit. Daarna kan de organisator alleen het hele Plein wissen.',
    authority: 'Bent u niet tevreden? Dan kunt u een klacht sturen aan de Autoriteit Persoonsgegevens.',
  },
}

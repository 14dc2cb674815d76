/** How the question changed in the room, and what each wording came from. The step of the intake stands in `intake.ts`. */
import type { GroupName } from '../../../server/practice/texts/nl/ideas.ts'

export type Reframing = { text: string; groups: GroupName[]; ideas: string[] }

/** Chosen by the owner from the burst: it is what three ideas had been asking. */
export const asked: Omit<Reframing, 'text'> = {
  groups: [],
  ideas: [
    'Bij hen is hij een man. Bij ons is hij een probleem.',
    'Een jas, een telefoon, een scooter. Zonder tel je niet mee. Dat begint in groep 8.',
    'Ik heb in vier jaar zeven jongerenwerkers gehad. Bij de derde ben ik gestopt met mijn naam zeggen.',
  ],
}

/** Adopted by the coach from a proposal of the room, after two rounds of dots on wordings. */
export const proposed: Reframing = {
  text: 'Wat hebben wij een jongen van veertien te bieden, zodat hij het snelle geld niet nodig heeft om iemand te zijn?',
  groups: ['pride', 'money'],
  ideas: ['Hij kan goed plannen, rekenen en met mensen omgaan. Wie ziet dat, behalve de dealer?'],
}

/** Written by the owner in front of the room, after the few had said what they need. */
export const written: Reframing = {
  text: 'Wat durven wij een jongen van veertien te beloven, ook om tien uur ’s avonds, en wie van ons kent hem bij zijn naam om het waar te maken?',
  groups: ['staying', 'evening', 'safety'],
  ideas: [
    'Iemand die ’s avonds buiten is en de jongens kent, is voor mij ook veiligheid. Dat is hetzelfde gesprek.',
    'Ik mag als ambtenaar niets beloven. Dus beloof ik niets. En dat ziet hij.',
    'Ik heb in vier jaar zeven jongerenwerkers gehad. Bij de derde ben ik gestopt met mijn naam zeggen.',
  ],
}

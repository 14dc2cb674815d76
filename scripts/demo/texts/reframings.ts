/** How the question changed, twice, and what it came from. */
import type { GroupName } from '../../../server/practice/texts/nl/ideas.ts'

export type Reframing = { text: string; groups: GroupName[]; ideas: string[]; round: boolean }

/** Adopted by the coach from a proposal of the room. */
export const first: Reframing = {
  text: 'Wat hebben wij een jongen van veertien te bieden, zodat hij het snelle geld niet nodig heeft om iemand te zijn?',
  groups: ['pride', 'money'],
  ideas: [
    'Bij hen is hij een man. Bij ons is hij een probleem.',
    'Hij kan goed plannen, rekenen en met mensen omgaan. Wie ziet dat, behalve de dealer?',
  ],
  round: true,
}

/** Written by the owner in front of the room, after the few had said what they need. */
export const second: Reframing = {
  text: 'Wat durven wij een jongen van veertien te beloven, ook om tien uur ’s avonds, en wie van ons kent hem bij zijn naam om het waar te maken?',
  groups: ['staying', 'evening', 'safety'],
  ideas: [
    'Iemand die ’s avonds buiten is en de jongens kent, is voor mij ook veiligheid. Dat is hetzelfde gesprek.',
    'Ik mag als ambtenaar niets beloven. Dus beloof ik niets. En dat ziet hij.',
    'Ik heb in vier jaar zeven jongerenwerkers gehad. Bij de derde ben ik gestopt met mijn naam zeggen.',
  ],
  round: true,
}

/** What the owner does and says: she listens, marks, writes before the room, and says what she takes along. */
import { conditions } from '../../../server/practice/texts/nl/ideas.ts'

/** "Dit raakt me", one after the other, while she may not write. */
export const marks: string[] = [
  'Bij hen is hij een man. Bij ons is hij een probleem.',
  'Ik heb in vier jaar zeven jongerenwerkers gehad. Bij de derde ben ik gestopt met mijn naam zeggen.',
  'Ik mag als ambtenaar niets beloven. Dus beloof ik niets. En dat ziet hij.',
  'Het buurthuis sluit om negen uur. Om tien uur begint het.',
]
/** Of the conditions too, once they are shared. */
export const marksLater: string[] = [conditions[4]?.[1] ?? '']

/** Written before the room: how it begins, and what she makes of it when it does not feel right. */
export const firstTry = 'Wat beloven wij een jongen van veertien?'

export const word =
  'Ik kwam met een vraag over jongens en ga weg met een vraag over ons. Dinsdag om tien uur sta ik bij de sporthal. Niet om iets te organiseren. Om namen te leren.'

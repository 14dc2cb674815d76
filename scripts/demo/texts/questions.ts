/** Four minutes of questions. One of them turns out to be the question. */
import type { Written } from '../../../server/practice/texts/nl/ideas.ts'

/** An opinion, turned away; and what its writer then asks. */
export const turnedAway: Written = ['Henk', 'Die mannen moeten gewoon opgepakt worden.']

export const questions: Written[] = [
  ['Bilal', 'Waarom vragen jullie ons pas iets als er iets gebeurd is?'],
  ['Miriam', 'Waar waren wij toen hij elf was?'],
  ['Samir', 'Wat krijgt hij daar, wat hij bij ons niet krijgt?'],
  ['Els', 'Wie van ons kent hem bij zijn naam?'],
  ['Henk', 'Wie verdient hier het meest aan, en waarom zien wij die nooit?'],
  ['Sandra', 'Wie let er op de jongens die nee zeggen?'],
  ['Dennis', 'Wat doet hij op de avond dat hij niet meegaat?'],
  ['Joost', 'Wat is een eerlijk loon voor een jongen van veertien?'],
  ['Gerda', 'Waarom eten negen instanties nooit eens mee?'],
  ['Wim', 'Waarom zeg ik niets, als ik ze zie staan?'],
  ['Loes', 'Wat zouden wij doen als het onze eigen zoon was?'],
  ['Tom', 'Wie mag er hier namens ons iets beloven?'],
  ['Aziza', 'Wat zien zijn zussen, wat wij niet zien?'],
  ['Ria', 'Waar mag je hier ’s avonds zitten zonder iets te kopen?'],
  ['Yusuf', 'Waar is hij goed in?'],
  ['Nadia', 'Hoe weten wij over vijf jaar of het gelukt is?'],
]

/** Chosen by the owner, read aloud, and read aloud again. */
export const catalyst = 'Wat krijgt hij daar, wat hij bij ons niet krijgt?'

/** How the question felt before the four minutes and after them, person by person in the order of `people`: only the sums are told. */
export const moods = {
  before: 'hhhhhnhhhhnhnhhnhnnhhhh',
  after: 'nnhnlnnhnnlnnhnnlnlnnnl',
} as const

/** The same idea for everybody: as long as people write them, and as an update of Yjs for those who know nothing else. */
import * as Y from 'yjs'
import { newId } from '../../players/person.ts'
import { marked } from '../load/marks.ts'

const texts = [
  'Meer bankjes langs het water, want wie moe is wil even zitten',
  'Laat de school in de avond open voor de hele buurt',
  'Een vaste dag waarop de wethouder op het plein staat en luistert',
  'Zet de planning op een bord in de straat, niet alleen op internet',
  'Vraag eerst aan de winkeliers wat zij nodig hebben om te blijven',
]
export const textOf = (mark: number): string => marked(mark, texts[mark % texts.length] as string)

/** Somebody who writes into a shared document, with one client id for as long as they are there. */
export const createWriter = (): ((mark: number) => Uint8Array) => {
  let made: Y.Doc | null = null
  return (mark) => {
    made ??= new Y.Doc()
    const doc = made
    let update: Uint8Array = new Uint8Array()
    doc.once('update', (bytes: Uint8Array) => {
      update = bytes
    })
    // The fields of an idea on our own board.
    const entry = {
      as: 'idea',
      text: textOf(mark),
      phase: 'AAAAAAAAAAAAAAAAAAAAAA',
      late: false,
      entry: 'phone',
      order: mark,
      who: null,
      by: null,
    }
    doc.getMap('ideas').set(newId(), entry)
    return update
  }
}

import type { OwnerEvent } from '../events.ts'
import type { Plein } from '../state.ts'

export const evolveOwner = (plein: Plein, event: OwnerEvent): void => {
  switch (event.type) {
    case 'idea.marked':
      if (event.marked) plein.marks.add(event.idea)
      else plein.marks.delete(event.idea)
      plein.changes.owner += 1
      return
    case 'owner.worded':
      // What a coach hid stays hidden in other words: a word that is said anew is looked at anew.
      plein.word.text = event.text
      plein.wordUnseen = plein.word.hidden
      plein.changes.owner += 1
      return
    case 'word.hidden':
      plein.word.hidden = event.hidden
      if (!event.hidden) plein.wordUnseen = false
      plein.changes.owner += 1
      return
    default:
      event satisfies never
  }
}

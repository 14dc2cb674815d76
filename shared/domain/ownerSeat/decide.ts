/** What the owner does from a seat of their own, beside what everybody does: saying what touches them, and what they take along. */
import { checkText } from '../../text/check.ts'
import { lengths } from '../../text/lengths.ts'
import { shown } from '../clusters/members.ts'
import type { CommandOf } from '../commands.ts'
import { accept, type Decide } from '../decision.ts'
import { refuse } from '../refusals.ts'
import { signed } from '../signed.ts'

type OwnerCommand = 'owner.mark' | 'owner.word' | 'word.hide'

/** Of something that the room has seen. A mark can be taken back also while its idea is hidden. */
const mark: Decide<CommandOf<'owner.mark'>> = (plein, actor, { idea: id, marked }, world) => {
  const idea = plein.ideas.get(id)
  const was = plein.marks.has(id)
  if (idea?.withdrawn) return refuse({ code: 'idea-withdrawn', idea: id })
  if (!idea || (!shown(idea) && !was)) return refuse({ code: 'idea-unknown', idea: id })
  if (was === marked) return refuse({ code: 'nothing-changed' })
  return accept([{ type: 'idea.marked', idea: id, marked, ...signed(actor, world) }])
}

const word: Decide<CommandOf<'owner.word'>> = (plein, actor, { text: given }, world) => {
  const checked = given === null ? null : checkText(given, lengths.word)
  if (checked && !checked.ok) return refuse(checked.refusal)
  const text = checked?.text ?? null
  if (text === plein.word.text) return refuse({ code: 'nothing-changed' })
  return accept([{ type: 'owner.worded', text, ...signed(actor, world) }])
}

const hide: Decide<CommandOf<'word.hide'>> = (plein, actor, { hidden }, world) =>
  plein.word.hidden === hidden || plein.word.text === null
    ? refuse({ code: 'nothing-changed' })
    : accept([{ type: 'word.hidden', hidden, ...signed(actor, world) }])

export const decideOwner: { [T in OwnerCommand]: Decide<CommandOf<T>> } = { 'owner.mark': mark, 'owner.word': word, 'word.hide': hide }

import type { Role } from '../../shared/domain/state.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { draftNames, readDraft } from '../session/drafts.ts'

/** So many parts has the name of a draft, by the form that it was typed in. */
const ofBoth = { card: 1, allow: 2, edit: 2, name: 2, write: 3 }
const parts: Readonly<Partial<Record<Role, Readonly<Record<string, number>>>>> = {
  participant: { ...ofBoth, answer: 3 },
  owner: { ...ofBoth, word: 1 },
}
/** What an owner writes for nobody else is read in the intake alone (N2). */
const forNobody = `/${circleText('own')}/`

const formOf = (role: Role, name: string): string[] => {
  const all = name.split('/')
  const [form = '', by] = all
  if (form === 'prose') return by === role && !name.includes(forNobody) ? [name] : []
  const count = parts[role]?.[form] ?? 0
  // `card` with more behind it is what a coach began to write.
  return count === 0 || (form === 'card' && all.length > 1) ? [] : [all.slice(0, count).join('/')]
}

export type Begun = { text: string; who: string; day: string; card: boolean }

/** Everything that this role began to write here and did not send. The halves of a commitment stand in its text; a `card` is for coaches alone. */
export const begun = (plein: string, role: Role): Begun[] =>
  [...new Set(draftNames(plein).flatMap((name) => formOf(role, name)))]
    .sort()
    .map((name) => ({
      text: readDraft(plein, name).trim(),
      who: readDraft(plein, `${name}/who`).trim(),
      day: readDraft(plein, `${name}/day`),
      card: name === 'card' || name.startsWith('allow/'),
    }))
    .filter(({ text, who, day }) => text !== '' || who !== '' || day !== '')

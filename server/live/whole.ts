/** What stands in no document and is told whole, again whenever something about it has changed. It is made only when that can be, and told only
 *  when it differs. */
import { deskCards } from '../../shared/domain/cards/told.ts'
import { nameChecks } from '../../shared/domain/names/told.ts'
import type { Plein, Role } from '../../shared/domain/state.ts'
import type { OwnersOwn, OwnMessage } from '../../shared/wire/messages.ts'

/** In the order in which they were marked. */
export const ownersOwn = ({ marks, word }: Plein): OwnersOwn => ({ marks: [...marks], word: { ...word } })

const parts = [
  { part: 'cards', to: 'coach', of: deskCards },
  { part: 'names', to: 'coach', of: nameChecks },
  { part: 'owner', to: 'owner', of: ownersOwn },
] as const satisfies readonly { part: keyof Plein['changes']; to: Role; of: (plein: Plein) => unknown }[]
type Part = (typeof parts)[number]['part']

export type Whole = {
  /** What is to be told now, and to whom. */
  next(plein: Plein): { to: Role; message: OwnMessage }[]
  /** Nobody is here who has heard of anything. */
  forget(): void
}

export const createWhole = (): Whole => {
  /** Of the state that was looked at last: one that is built anew counts from nothing. */
  let seen: { plein: Plein; at: Plein['changes'] } | null = null
  let told = new Map<Part, string>()
  return {
    next: (plein) => {
      const before = seen?.plein === plein ? seen.at : null
      seen = { plein, at: { ...plein.changes } }
      return parts.flatMap(({ part, to, of }) => {
        if (before?.[part] === plein.changes[part]) return []
        const now = of(plein)
        const text = JSON.stringify(now)
        if (told.get(part) === text) return []
        told.set(part, text)
        return [{ to, message: { [part]: now } as OwnMessage }]
      })
    },
    forget: () => {
      seen = null
      told = new Map()
    },
  }
}

import type { Role } from '../../shared/domain/state.ts'
import { draftNames, dropDraft } from '../session/drafts.ts'
import { readToken } from '../session/tokens.ts'

/** A screen writes nothing. */
const roles: readonly Role[] = ['participant', 'owner', 'coach']
/** Forms of the phone and of the owner's page; a card that a coach asks about has its own name behind it. */
const ofBoth: ReadonlySet<string> = new Set(['write', 'edit', 'allow', 'name'])
/** Whose a draft is, by its name. What phones and the owner write into the same forms has no role in its name. */
const writers = (name: string): readonly Role[] => {
  const [form, role] = name.split('/')
  return form === 'prose'
    ? [role as Role]
    : form === 'word' || form === 'taken'
      ? ['owner']
      : form === 'answer'
        ? ['participant']
        : ofBoth.has(form ?? '') || name === 'card'
          ? ['participant', 'owner']
          : ['coach']
}

/** What this role leaves behind. Several may sit in one browser: what somebody who is still in may have half written stays. */
export const dropDrafts = (plein: string, role: Role): void => {
  const others = roles.filter((one) => one !== role && readToken(one, plein) !== null)
  for (const name of draftNames(plein)) {
    const by = writers(name)
    if (others.length === 0 || (by.includes(role) && !others.some((one) => by.includes(one)))) dropDraft(plein, name)
  }
}

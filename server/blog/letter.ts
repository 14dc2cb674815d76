/** The one mail that reminds of the blog. No secret stands in it: the owner's link is known to nobody but the owner. */
import { withJe } from '../../client/words/address.ts'
import type { Locale, PleinId } from '../../shared/domain/state.ts'
import { dayOf } from '../outcome/moment.ts'
import { wordsOf } from './pages.ts'

export type Letter = { subject: string; text: string }

/** `base`: origin of this server as people reach it. `address`: how people are addressed here. */
export const letterOf = (
  plein: { plein: PleinId; title: string; locale: Locale; retainUntil: number },
  { base, address }: { base: string; address: 'u' | 'je' },
): Letter => {
  const { blog } = wordsOf(plein.locale)
  const { letter } = plein.locale === 'nl' && address === 'je' ? withJe(blog) : blog
  const until = dayOf(new Date(plein.retainUntil).toISOString(), plein.locale)
  return { subject: letter.subject(plein.title), text: letter.text(plein.title, `${base}/eigenaar/${plein.plein}`, until) }
}

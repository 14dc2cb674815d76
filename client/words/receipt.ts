/** The sentences about privacy that are true here and now: one list for the phone and for the page that the server draws. */
import { keptDays } from '../../shared/domain/life/kept.ts'
import type { PleinFields } from '../../shared/wire/documents.ts'
import type { PrivacyWords } from './privacy.nl.ts'

export type Facts = {
  /** Days that this server keeps backups. */
  backupDays: number
  /** The page came over TLS. */
  secure: boolean
  /** Whose board it is, and where to ask; `null` without a theme. */
  town: { name: string; contact: string | null } | null
  /** `null` on the page that speaks of all Pleinen. */
  plein: Pick<PleinFields, 'closedAt' | 'imported' | 'retainUntil' | 'outcomeShared' | 'practice'> | null
  /** By the clock of the server. */
  now: number
  date: (at: number) => string
}
export type Part = { name: string; heading: string; items: readonly string[] }

const day = 86_400_000

/** What goes some days after closing: by its date once it is known, and not at all where everything goes before it. One that was taken in is as old
 *  as its being here. */
const after = (days: number, { plein, now, date }: Facts, inDays: (days: number) => string, onDate: (date: string) => string): string[] => {
  if (plein === null) return [inDays(days)]
  const closed = plein.closedAt === null ? null : (plein.imported ?? plein.closedAt)
  const at = (closed ?? now) + days * day
  return at >= plein.retainUntil ? [] : [closed === null ? inDays(days) : onDate(date(at))]
}

export const receiptOf = (w: PrivacyWords, facts: Facts): Part[] => {
  const { plein, town, date } = facts
  const { outcomeShared, outcomeNotShared, ...sees } = w.sees
  const { wifi, ...open } = w.open
  const { until } = w
  const parts: Record<keyof PrivacyWords['headings'], readonly string[]> = {
    sees: [...Object.values(sees), ...(plein === null ? [] : [plein.outcomeShared ? outcomeShared : outcomeNotShared])],
    kept: Object.values(w.kept),
    until: [
      until.withdrawn,
      until.closing,
      until.mail,
      ...after(keptDays.links, facts, until.links, until.linksOn),
      ...after(keptDays.seats, facts, until.seats, until.seatsOn),
      plein === null ? until.all(keptDays.plein) : until.allOn(date(plein.retainUntil)),
      until.off,
      ...(plein === null || (plein.closedAt === null && !plein.practice) ? [until.stays] : []),
      until.backups(facts.backupDays),
      until.restored,
      until.deeds,
      until.log,
    ],
    phone: Object.values(w.phone),
    open: [...(facts.secure ? [] : [wifi]), ...Object.values(open)],
    asks: [
      ...(town === null ? [w.asks.organiser] : [w.asks.town(town.name)]),
      ...(town === null || town.contact === null ? [] : [w.asks.contact(town.contact)]),
      w.asks.rights,
      w.asks.authority,
    ],
  }
  return (Object.keys(w.headings) as (keyof PrivacyWords['headings'])[]).map((name) => ({
    name,
    heading: w.headings[name],
    items: parts[name],
  }))
}

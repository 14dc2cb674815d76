/** How long what is kept, in days. The server goes by these, and so do the sentences that people read (client/words/privacy.nl.ts). */
export const keptDays = {
  /** After it was made, unless the organiser chose another date; then everything of a Plein goes. */
  plein: 90,
  /** After closing: links of coaches and screens. */
  links: 7,
  /** After closing: seats and what stood on them, and the ledger of answers. */
  seats: 14,
  /** Backups, unless `BACKUP_DAYS` says otherwise. */
  backups: 30,
} as const

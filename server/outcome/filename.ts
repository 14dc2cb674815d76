/** `2026-11-24-opbrengst-wonen-in-zuid.csv`: only letters that every file system and every header can carry. */

import { dateOf } from './moment.ts'
import type { Outcome } from './schema.ts'

const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')

export const filenameOf = (outcome: Outcome, word: string, extension: string): string => {
  const parts = [dateOf(outcome.plein.startedAt ?? outcome.plein.createdAt), word, slugOf(outcome.plein.title)]
  return `${parts.filter(Boolean).join('-')}.${extension}`
}

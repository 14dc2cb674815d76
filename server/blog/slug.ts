/** Addresses under which a blog may stand, best one first: day and title, and with some letters more when that one is taken. */
import { filenameOf } from '../outcome/filename.ts'
import type { Outcome } from '../outcome/schema.ts'

/** `2026-11-24-wonen-in-zuid`. `letters`: other ones each time. */
export const slugsOf =
  (outcome: Outcome, letters: () => string) =>
  (many: number): string[] => {
    const plain = filenameOf(outcome, '', 'x').slice(0, -'.x'.length)
    const more = () =>
      letters()
        .toLowerCase()
        .replace(/[^a-z0-9]/g, 'x')
    return Array.from({ length: many }, (_, at) => (at === 0 ? plain : `${plain}-${more()}`))
  }

export const isSlug = (text: string): boolean => /^[a-z0-9-]{1,90}$/.test(text)

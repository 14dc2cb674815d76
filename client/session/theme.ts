import { keptDays } from '../../shared/domain/life/kept.ts'

/** What the server's theme wrote on the page: whose board this is, and where to ask. Without a theme: nothing. */
const page = (): DOMStringMap | Record<string, undefined> => (typeof document === 'undefined' ? {} : document.documentElement.dataset)

export const townName = (): string | null => page()['name'] ?? null

export type Contact = { text: string; href: string | null }
export const townContact = (): Contact | null => {
  const text = page()['contact']
  if (text === undefined) return null
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { text, href: `mailto:${text}` }
  return /^https:\/\/\S+$/.test(text) ? { text: text.replace(/^https:\/\/|\/$/g, ''), href: text } : { text, href: null }
}

export const town = (): { name: string; contact: string | null } | null => {
  const name = townName()
  return name === null ? null : { name, contact: townContact()?.text ?? null }
}
/** How long this server keeps backups; it says so where that is not the usual time. */
export const backupDays = (): number => Number(page()['backupDays'] ?? keptDays.backups)

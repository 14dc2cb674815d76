/** Markup in which a string can only ever become a text node or an attribute's value: what people wrote is escaped by construction. */
export type Markup = { readonly markup: string }
type Part = Markup | string | number | null | Part[]

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

const flat = (part: Part): string => {
  if (part === null) return ''
  if (Array.isArray(part)) return part.map(flat).join('')
  return typeof part === 'object' ? part.markup : escaped(String(part))
}

/** Attributes are always written with double quotes around the hole. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup => ({
  markup: strings.map((string, place) => string + flat(parts[place] ?? null)).join(''),
})

/** For markup of our own only (the style sheet and the script). */
export const own = (markup: string): Markup => ({ markup })

export const day = 86_400_000
/** As a field of a date gives it. Beyond the year 9999 it has more figures, and browsers do not agree on what those say. */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
/** `''`: no day that can be said. */
export const isoDay = (moment: number): string => {
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
/** Kept through this day; what the server holds is the start of the next one. */
export const lastDay = (retainUntil: string): string => isoDay(Date.parse(retainUntil) - day)
/** What the server is told, so that this day is the last one. */
export const afterDay = (last: string): string => isoDay(Date.parse(last) + day)

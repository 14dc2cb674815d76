export const day = 86_400_000
export const isoDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
/** Kept through this day; what the server holds is the start of the next one. */
export const lastDay = (retainUntil: string): string => isoDay(Date.parse(retainUntil) - day)
/** What the server is told, so that this day is the last one. */
export const afterDay = (last: string): string => isoDay(Date.parse(last) + day)

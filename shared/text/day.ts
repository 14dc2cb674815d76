/** A day of the calendar as `YYYY-MM-DD`: the same day for everybody, wherever they are. */
const form = /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/

/** One that exists. */
export const isDay = (raw: string): boolean => {
  if (!form.test(raw)) return false
  const date = new Date(`${raw}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(raw)
}

/** '1 juni 2027'. Words that are no day (they were taken out of the log) stay what they are. */
export const dayInWords = (day: string, locale: 'nl' | 'en'): string =>
  isDay(day)
    ? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )
    : day

/** The morning after: half past eight on the clock of the people who were there, whatever the machine's. */
import { timeZone } from '../outcome/moment.ts'

const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone })
const time = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone })
const [hour, minute] = [8, 30]
/** Minutes that the zone can be ahead of UTC: in winter and in summer. */
const offsets = [60, 120]

/** Of the day after this moment's day. */
export const morningAfter = (moment: number): number => {
  const [year = 0, month = 1, date = 1] = day.format(moment).split('-').map(Number)
  const naive = Date.UTC(year, month - 1, date + 1, hour, minute)
  const fits = offsets.map((ahead) => naive - ahead * 60_000).find((at) => time.format(at) === '08:30')
  return fits ?? naive
}

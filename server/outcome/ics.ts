/** Commitments with a day, for a calendar (RFC 5545): each an event of that whole day. Citizens wrote the texts: nothing in them can end a line. */
import type { OutcomeWords } from '../../client/words/outcome.nl.ts'
import type { Outcome } from './schema.ts'

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ')

/** At most 75 octets on a line, cut between characters; what follows begins with a space. */
const folded = (line: string): string => {
  const lines: string[] = []
  let [now, octets] = ['', 0]
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > 75) {
      lines.push(now)
      now = ' '
      octets = 1
    }
    now += sign
    octets += size
  }
  return [...lines, now].join('\r\n')
}

const dateOf = (day: string): string => day.replaceAll('-', '')
const after = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
/** As calendars write a moment. The outcome of one Plein says the same whenever it is fetched. */
const stampOf = (iso: string): string => `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`

export const icsOf = (outcome: Outcome, words: OutcomeWords): string => {
  const { plein, commitments } = outcome
  const events = commitments.flatMap(({ id, text, who, day }) =>
    day === null
      ? []
      : [
          'BEGIN:VEVENT',
          `UID:${id}@${plein.id}.pleinbord`,
          `DTSTAMP:${stampOf(plein.closedAt ?? plein.startedAt ?? plein.createdAt)}`,
          `DTSTART;VALUE=DATE:${dateOf(day)}`,
          `DTEND;VALUE=DATE:${dateOf(after(day))}`,
          `SUMMARY:${escaped(who === null ? text : `${who}: ${text}`)}`,
          `DESCRIPTION:${escaped(words.of(plein.title))}`,
          'TRANSP:TRANSPARENT',
          'END:VEVENT',
        ],
  )
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Pleinbord//NL', 'CALSCALE:GREGORIAN', ...events, 'END:VCALENDAR']
  return `${lines.map(folded).join('\r\n')}\r\n`
}

import { describe, expect, test } from 'vitest'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import { outcomeOf } from '../../server/outcome/build.ts'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { addIdea, afternoon } from './plein.ts'

const texts = ['html', 'md', 'csv'] as const
const word = 'Ik neem mee dat slapen van iedereen is.'

describe('what the owner leaves in the outcome', () => {
  test('E4 the last word stands in every form, unless a coach keeps it from the room', () => {
    const plein = afternoon()
    expect(outcomeOf(plein).word).toBe(word)
    for (const format of texts) expect(renderOutcome(plein, format, 'nl').body.replaceAll('\\', '')).toContain(word)
    plein.word.hidden = true
    expect(outcomeOf(plein).word).toBeNull()
    for (const format of [...texts, 'json'] as const)
      expect(renderOutcome(plein, format, 'nl').body).not.toContain('slapen van iedereen is')
  })

  test('E3 a source that touched the owner says so, and a mark that stands behind no wording is nowhere', () => {
    const plein = afternoon()
    plein.marks.add('idea-ria')
    expect(outcomeOf(plein).chain[1]?.sources[0]).toMatchObject({ id: 'idea-fatma', touched: true })
    for (const format of texts) expect(renderOutcome(plein, format, 'nl').body.split(outcomeNl.touched)).toHaveLength(2)
    plein.marks.delete('idea-fatma')
    for (const format of texts) expect(renderOutcome(plein, format, 'nl').body).not.toContain(outcomeNl.touched)
  })

  test('I14 a commitment says by when, in words and as a day', () => {
    const plein = afternoon()
    expect(outcomeOf(plein).commitments[0]).toMatchObject({ who: 'Samir', by: 'vrijdag', day: '2026-11-27' })
    for (const format of ['html', 'md'] as const) expect(renderOutcome(plein, format, 'nl').body).toContain('vrijdag, 27 november 2026')
    expect(renderOutcome(plein, 'csv', 'nl').body).toContain('2026-11-27')
  })
})

describe('the calendar', () => {
  const lines = (body: string) => body.replaceAll('\r\n ', '').split('\r\n')

  test('I14 holds the commitments that have a day, each as that whole day', () => {
    const plein = afternoon()
    addIdea(plein, 'deal-ria', 'Zonder dag', { as: 'commitment' })
    const { body, type, filename } = renderOutcome(plein, 'ics', 'nl')
    expect(type).toBe('text/calendar; charset=utf-8')
    expect(filename).toBe('2026-11-24-opbrengst-de-nachtopvang-in-zuid.ics')
    expect(lines(body)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Pleinbord//NL',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:deal-samir@plein-1.pleinbord',
      'DTSTAMP:20261124T153000Z',
      'DTSTART;VALUE=DATE:20261127',
      'DTEND;VALUE=DATE:20261128',
      'SUMMARY:Samir: Bellen met de nachtploeg',
      'DESCRIPTION:Opbrengst van De nachtopvang in Zuid',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('I14 a text can make no line of its own, and no line is longer than 75 octets', () => {
    const plein = afternoon()
    const text = `regel\nBEGIN:VALARM; a, b \\ ${'☕🙂'.repeat(60)}`
    addIdea(plein, 'deal-ria', text, { as: 'commitment', day: '2027-12-31', who: 'Ria' })
    const { body } = renderOutcome(plein, 'ics', 'nl')
    for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(body).not.toMatch(/[^\r]\n/)
    const summary = lines(body).find((line) => line.startsWith('SUMMARY:Ria'))
    expect(summary).toBe(`SUMMARY:Ria: regel\\nBEGIN:VALARM\\; a\\, b \\\\ ${'☕🙂'.repeat(60)}`)
    expect(lines(body)).toContain('DTEND;VALUE=DATE:20280101')
  })

  test('without any day it is an empty calendar', () => {
    const plein = afternoon()
    delete plein.ideas.get('deal-samir')?.day
    expect(renderOutcome(plein, 'ics', 'en').body).not.toContain('VEVENT')
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Delta, editsBetween, moveCaret, typeInto } from '../../client/session/textBinding.ts'

const applied = (before: string, after: string): string =>
  editsBetween(before, after).reduce((text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove), before)

const textOf = (words: string): Y.Text => {
  const text = new Y.Doc().getText('text')
  text.insert(0, words)
  return text
}
/** Others write something; their change as the field missed it. */
const others = (text: Y.Text, write: () => void): Delta[] => {
  const missed: Delta[] = []
  const heard = (event: Y.YTextEvent) => missed.push(event.delta)
  text.observe(heard)
  write()
  text.unobserve(heard)
  return missed
}

describe('L4 what is typed into a shared text', () => {
  test('is written as it was typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (before, after) => applied(before, after) === after))
  })

  test('takes nothing of what came in before it was drawn', () => {
    const text = textOf('Van wie is het plein?')
    const missed = others(text, () => text.insert(0, 'Vandaag: '))
    typeInto(text, 'Van wie is het plein? En nu?', { before: 'Van wie is het plein?', missed })
    expect(text.toString()).toBe('Vandaag: Van wie is het plein? En nu?')
  })

  test('keeps every word of two writers, wherever they type', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,20}$/), fc.nat(20), fc.nat(20), (start, mine, theirs) => {
        const text = textOf(start)
        const missed = others(text, () => text.insert(Math.min(theirs, start.length), 'JOOST'))
        const at = Math.min(mine, start.length)
        typeInto(text, `${start.slice(0, at)}FATMA${start.slice(at)}`, { before: start, missed })
        const now = text.toString()
        expect(now).toContain('FATMA')
        expect(now).toContain('JOOST')
        expect(now.replace('FATMA', '').replace('JOOST', '')).toBe(start)
      }),
    )
  })

  test('the caret stays at its word', () => {
    expect(moveCaret(5, [{ insert: 'abc' }])).toBe(8)
    expect(moveCaret(5, [{ retain: 5 }, { insert: 'abc' }])).toBe(5)
    expect(moveCaret(5, [{ retain: 2 }, { delete: 2 }])).toBe(3)
    expect(moveCaret(5, [{ retain: 2 }, { delete: 9 }])).toBe(2)
    expect(moveCaret(5, [{ retain: 8 }, { insert: 'abc' }])).toBe(5)
  })
})

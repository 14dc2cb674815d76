import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandSchemas, parseCommand, type SentType } from '../../shared/wire/commands.ts'
import { keyOf } from '../support/given.ts'
import { samples } from '../support/samples.ts'

const id = keyOf('message')
const problemOf = (message: unknown): string => {
  const parsed = parseCommand(message)
  if (parsed.ok || parsed.refusal.code !== 'bad-command') throw new Error(JSON.stringify(parsed))
  return parsed.refusal.problem
}

describe('R5 a wrong message is answered with a named error', () => {
  test.each(Object.entries(samples))('R5 a good %s passes as it is', (type, command) => {
    const sent = JSON.parse(JSON.stringify({ id, ...command }))
    if (type === 'time.passed') expect(parseCommand(sent)).toEqual({ ok: false, refusal: { code: 'unknown-command', command: type } })
    else expect(parseCommand(sent)).toEqual({ ok: true, id, command })
  })

  test('L7 a message may say until when it may begin, beside its command, and in whole milliseconds', () => {
    expect(parseCommand({ id, until: 1_800_000_000_000, type: 'undo' })).toEqual({
      ok: true,
      id,
      until: 1_800_000_000_000,
      command: { type: 'undo' },
    })
    for (const until of ['soon', 1.5, -1, null, {}]) expect(problemOf({ id, until, type: 'undo' })).toContain('until')
  })

  test('R5 there is a schema for every command that may be sent', () => {
    expect(Object.keys(commandSchemas)).toEqual(Object.keys(samples).filter((type) => type !== 'time.passed'))
  })

  test.each(Object.keys(commandSchemas) as SentType[])('R5 %s with a field too many is refused, and the field is named', (type) => {
    expect(problemOf({ id, ...samples[type], extra: 1 })).toContain('extra')
  })

  test.each(Object.keys(commandSchemas) as SentType[])('R5 %s without one of its fields is refused, and the field is named', (type) => {
    const { type: _type, ...fields } = samples[type] as Record<string, unknown>
    for (const name of Object.keys(fields)) {
      const { [name]: _left, ...rest } = fields
      const parsed = parseCommand({ id, type, ...rest })
      if (!parsed.ok) expect(parsed.refusal).toMatchObject({ code: 'bad-command', problem: expect.stringContaining(name) })
    }
  })

  test('R5 what is no command at all', () => {
    expect(problemOf(null)).toBe('expected an object')
    expect(problemOf('idea.post')).toBe('expected an object')
    expect(problemOf([])).toBe('expected an object')
    expect(problemOf({})).toContain('id')
    expect(problemOf({ id: 'short', type: 'undo' })).toContain('id')
    expect(problemOf({ id, type: 7 })).toContain('type')
  })

  test.each(['nobody.knows', 'constructor', '__proto__', 'toString', ''])('R5 "%s" is an unknown command', (type) => {
    expect(parseCommand({ id, type })).toEqual({ ok: false, refusal: { code: 'unknown-command', command: type } })
  })

  test('R5 __proto__ and deep nesting reach no schema', () => {
    expect(problemOf(JSON.parse(`{"id":"${id}","type":"ballot.cast","round":"r","dots":{"__proto__":1}}`))).toContain('__proto__')
    expect(problemOf({ id, type: 'mine', keys: [[[[[]]]]] })).toContain('deeply')
  })

  test('R5 a wrong type names the field, not what stood in it', () => {
    const problem = problemOf({ id, type: 'idea.post', key: keyOf('idea'), as: 'idea', text: { secret: 'canary' }, phase: 'ideas' })
    expect(problem).toBe('text: expected string')
    const unknown = problemOf({ id, type: 'screen.admit', code: 'ABCD', role: 'canary' })
    expect(unknown).toBe('role: expected screen, coach')
  })

  test('R5 a length that cannot be compared is no text and no list', () => {
    expect(problemOf({ id, type: 'mine', keys: { length: { toString: 1, valueOf: null } } })).toBe('not a command')
  })

  test('S2 an edit key of less than 128 bits is refused', () => {
    expect(problemOf({ id, ...samples['idea.post'], key: 'a'.repeat(21) })).toContain('key')
  })

  test('R5 nothing that comes in makes it throw', () => {
    const types = fc.constantFrom(...Object.keys(samples))
    const fields = fc.dictionary(fc.constantFrom('key', 'text', 'phase', 'ideas', 'dots', 'settings', 'as', '__proto__'), fc.jsonValue())
    fc.assert(
      fc.property(types, fields, (type, more) => {
        const parsed = parseCommand({ ...more, id, type })
        if (!parsed.ok) expect(['bad-command', 'unknown-command']).toContain(parsed.refusal.code)
      }),
    )
    fc.assert(fc.property(fc.jsonValue(), (message) => void parseCommand(message)))
  })
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { permissions } from '../../shared/domain/permissions.ts'
import { commandSchemas, type SentType } from '../../shared/wire/commands.ts'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
const page = read('docs/commands.md')
const cells = page.split('\n').flatMap((line) => (line.startsWith('| ') ? [line.slice(2, -2).split(/(?<!\\)\|/)] : []))
const names = (text: string): string[] => [...text.matchAll(/`(\w+\??)`/g)].map(([, name]) => name!)

const roles: Record<string, string> = { P: 'participant', O: 'owner', C: 'coach' }
const stages: Record<string, string> = { p: 'prepared', o: 'open', c: 'closed', s: 'sealed' }
const spelled = (letters: string, of: Record<string, string>) => [...letters].map((letter) => of[letter]).sort()

const told = new Map(
  cells.flatMap(([command = '', who = '', when = '', fields = '', what]) => {
    const [, type] = /^`([a-z]+(?:\.[a-z]+)?)` $/.exec(command) ?? []
    return type && what !== undefined ? [[type, { who: who.trim(), when: when.trim(), fields: names(fields) }] as const] : []
  }),
)

type Field = { _zod: { optin?: 'optional' } }
type Def = { shape?: Record<string, Field>; options?: { _zod: { def: Def } }[] }
/** Of one of several forms: what is not in all of them may be left out. */
const fieldsOf = (def: Def): string[] => {
  const forms = (def.options?.map(({ _zod }) => _zod.def) ?? [def]).map(({ shape = {} }) => shape)
  const all = [...new Set(forms.flatMap((form) => Object.keys(form)))].filter((name) => name !== 'type')
  return all.map((name) => (forms.every((form) => form[name] && form[name]._zod.optin !== 'optional') ? name : `${name}?`))
}

describe('docs/commands.md', () => {
  const sent = Object.keys(commandSchemas) as SentType[]

  it('holds every command, and no other', () => {
    expect([...told.keys()].sort()).toEqual([...sent].sort())
  })

  test.each(sent)('says of %s who may give it, when, and with which fields', (type) => {
    const row = told.get(type)!
    const rule = permissions[type]
    const shown = rule.roles.filter((role) => role !== 'organiser')
    expect(spelled(row.who, roles)).toEqual([...shown].sort())
    expect(spelled(row.when, stages)).toEqual([...rule.stages].sort())
    expect([...row.fields].sort()).toEqual(fieldsOf(commandSchemas[type]._zod.def as Def).sort())
  })

  it('names every map and every field of the board and the desk', () => {
    const source = read('shared/wire/documents.ts')
    const types = [...source.matchAll(/^export type (\w+) = \{\n([\s\S]*?)^\}/gm)]
    const fields = types.flatMap(([, type, body]) => [...body!.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => `${type}.${name}`))
    expect(fields.length).toBeGreaterThan(60)
    const said = new Set(page.slice(page.indexOf('## What stands')).match(/\w+/g))
    expect(fields.filter((field) => !said.has(field.split('.')[1]!))).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { commandSchemas } from '../../shared/wire/commands.ts'
import type { Device, Hello, JoinInfo, Mine, MyCard, Own, OwnersOwn } from '../../shared/wire/messages.ts'
import { mostIn } from '../../shared/wire/mostIn.ts'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
const page = read('docs/protocol.md')

/** The compiler holds these beside the types: a field that is not here, or that may be left out and is not marked so, is an error. */
type Fields<T> = { [K in keyof T]-?: Pick<T, never> extends Pick<T, K> ? '?' : '' }
const told: Record<string, Record<string, '?' | ''>> = {
  Hello: {
    protocol: '',
    now: '',
    role: '',
    plein: '',
    seat: '',
    may: '',
    own: '',
    documents: '',
    large: '?',
    textClient: '',
    join: '',
    muted: '',
    pulse: '',
    cards: '',
    names: '',
    owner: '?',
    devices: '?',
    device: '?',
    maximum: '',
  } satisfies Fields<Hello>,
  Own: { perspective: '', ballots: '', ready: '', hand: '', taps: '' } satisfies Fields<Own>,
  JoinInfo: { code: '', ticket: '', address: '', addresses: '' } satisfies Fields<JoinInfo>,
  OwnersOwn: { marks: '', word: '' } satisfies Fields<OwnersOwn>,
  Mine: {
    state: '',
    idea: '',
    as: '',
    text: '',
    edit: '',
    phase: '',
    cluster: '',
    who: '',
    by: '',
    day: '?',
    asked: '?',
  } satisfies Fields<Mine>,
  DeskCard: { card: '', text: '', asked: '', allowed: '', aside: '' } satisfies Fields<Hello['cards'][number]>,
  MyCard: { text: '', asked: '', answer: '' } satisfies Fields<MyCard>,
  NameCheck: { cluster: '', figures: '', suggestions: '' } satisfies Fields<Hello['names'][number]>,
  Device: { device: '', role: '', since: '' } satisfies Fields<Device>,
}

describe('docs/protocol.md', () => {
  /** What stands between brackets is of a field, not one itself. */
  const rows = new Map(
    [...page.matchAll(/^\| `(\w+)`(?:, of .+?)? \| (.*) \|$/gm)].map(([, name = '', fields = '']): [string, string[]] => {
      let outside = fields
      while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, '')
      return [name, [...outside.matchAll(/`(\w+\??)`/g)].map(([, field = '']) => field)]
    }),
  )
  test.each(Object.entries(told))('says of %s which fields it has', (name, fields) => {
    expect(rows.get(name)?.sort()).toEqual(
      Object.entries(fields)
        .map(([field, mark]) => field + mark)
        .sort(),
    )
  })
})

describe('what docs/commands.md says of how much there may be', () => {
  const bounds = read('docs/commands.md')
  const takes = (type: keyof typeof commandSchemas, fields: object) => commandSchemas[type].safeParse({ type, ...fields }).success

  it.each([
    ['`minutes`: 1 to 600', mostIn.minutes, (minutes: number) => takes('phase.edit', { phase: 'p', settings: { minutes } })],
    ['| `maximum`, also of a phase | 1 to 20', mostIn.onOne, (maximum: number) => takes('round.open', { maximum })],
    [
      '`perspectives`: 12',
      mostIn.perspectives,
      (n: number) => takes('plein.set', { settings: { perspectives: Array(n).fill('bewoner') } }),
    ],
    [
      '`address`: the origin to show, 200',
      mostIn.address,
      (n: number) => takes('plein.set', { settings: { address: `https://${'a'.repeat(n - 8)}` } }),
    ],
    ['| `page` in `show` | 0 to 999', mostIn.page, (page: number) => takes('screen.show', { show: { on: 'chain', page } })],
  ])('“%s” is what is taken, and no more', (words, most, takesSo) => {
    expect(bounds).toContain(words)
    expect(words).toMatch(new RegExp(`\\b${most}$`))
    expect([takesSo(most), takesSo(most + 1)]).toEqual([true, false])
  })
})

/** What people read about privacy promises no more and no less than what holds: docs/privacy.md names for each sentence the rule and the tests. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { privacy as en } from '../../client/words/privacy.en.ts'
import { privacy as nl } from '../../client/words/privacy.nl.ts'
import { type Facts, receiptOf } from '../../client/words/receipt.ts'
import { quotedRules, rulesIn } from '../../scripts/check/rules.ts'
import { keptDays } from '../../shared/domain/life/kept.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { link, title, intro, close, page, back, headings, ...claims } = nl

/** With the usual days; what only a Plein or a theme knows stands in capitals. */
const given = (name: string): string | number =>
  ({ all: keptDays.plein, links: keptDays.links, seats: keptDays.seats, backups: keptDays.backups, town: 'NAAM', contact: 'CONTACT' })[
    name
  ] ?? 'DATUM'
const said = (name: string, value: unknown): string =>
  typeof value === 'function' ? (value as (fact: string | number) => string)(given(name)) : String(value)

const ofPhone = [
  ['write.sees.hidden', phone.write.sees.hidden],
  ['write.sees.open', phone.write.sees.open],
  ['write.never', phone.write.never],
  ['write.until', phone.write.until],
  ['own.withdrawSure', phone.own.withdrawSure],
  ['own.withdrawSureQuestion', phone.own.withdrawSureQuestion],
  ['write.whoHelp', phone.write.whoHelp],
  ['perspective.help', phone.perspective.help],
  ['signals.up', phone.signals.up],
  ['pulse.who', phone.pulse.who],
  ['vote.secret', phone.vote.secret],
  ['asked.sees', phone.asked.sees],
  ['asked.everybody', phone.asked.everybody],
  ['cards.sees', phone.cards.sees],
  ['cards.until', phone.cards.until],
  ['verify.sees', phone.verify.sees],
  ['verify.outHelp', phone.verify.outHelp],
  ['closed.until', phone.closed.until],
  ['closed.wipeHelp', phone.closed.wipeHelp],
  ['closed.wiped', phone.closed.wiped],
] as const
const sentences = new Map<string, string>([
  ...Object.entries(claims).flatMap(([part, all]) =>
    Object.entries(all).map(([name, value]): [string, string] => [`${part}.${name}`, said(name, value)]),
  ),
  ...ofPhone.map(([name, value]): [string, string] => [`phone:${name}`, said(name, value)]),
])
type Row = { name: string; text: string; rules: string[]; files: string[] }
const rows: Row[] = [
  ...readFileSync(join(root, 'docs/privacy.md'), 'utf8').matchAll(/^\| `([\w.:]+)` \| (.*?) \| (.*?) \| (.*?) \|$/gm),
].map(([, name = '', text = '', rules = '', files = '']) => ({
  name,
  text,
  rules: rules.split(' ').filter(Boolean),
  files: [...files.matchAll(/`([^`]+)`/g)].map(([, file]) => file as string),
}))
/** Sentences that promise nothing: what is not protected, and where to ask. */
const promisesNothing = /^(open|asks)\.|^until\.log$|^phone\.history$/

describe('S1 S2 S3 S4 S5 what people read about privacy', () => {
  test('stands in docs/privacy.md sentence by sentence, as it is said', () => {
    expect(Object.fromEntries(rows.map(({ name, text }) => [name, text]))).toEqual(Object.fromEntries(sentences))
  })
  test('each promise follows from a rule that is there and has a test, or from a test that is there', () => {
    const [known, quoted] = [new Set(rulesIn(root)), quotedRules(root)]
    const wrong = rows.flatMap(({ name, rules, files }) => [
      ...rules.filter((rule) => !known.has(rule)).map((rule) => `${name}: there is no rule ${rule}`),
      ...rules.filter((rule) => !quoted.has(rule)).map((rule) => `${name}: no test shows ${rule}`),
      ...files.filter((file) => !existsSync(join(root, file))).map((file) => `${name}: there is no ${file}`),
      ...(promisesNothing.test(name) || rules.length > 0 || files.some((file) => file.endsWith('.test.ts'))
        ? []
        : [`${name}: nothing shows that this is true`]),
      ...(rules.length + files.length > 0 ? [] : [`${name}: comes from nowhere`]),
    ])
    expect(wrong).toEqual([])
  })
  test('names buttons as they are called', () => {
    const names = (texts: Iterable<string>) =>
      new Set([...texts].flatMap((text) => [...text.matchAll(/‘([^’]+)’/g)].map(([, name]) => name)))
    const ofReceipt = names([...sentences].flatMap(([name, text]) => (name.startsWith('phone:') ? [] : [text])))
    const buttons = [
      phone.perspective.heading,
      phone.signals.ready,
      phone.signals.pulse,
      phone.cards.heading,
      phone.signals.hand,
      phone.closed.wipe,
      phone.own.withdraw,
    ]
    expect([...ofReceipt].sort()).toEqual([...buttons].sort())
  })
})

describe('A13 the receipt of one Plein', () => {
  const day = 86_400_000
  const facts: Facts = { backupDays: 30, secure: true, town: null, plein: null, now: 0, date: (at) => `dag ${at / day}` }
  const items = (more: Partial<Facts>) => receiptOf(nl, { ...facts, ...more }).flatMap((part) => part.items)
  const plein = { closedAt: null, retainUntil: 100 * day, outcomeShared: false, practice: false }

  test('says the dates once they are known, and leaves out what goes with everything', () => {
    expect(items({ plein })).toEqual(expect.arrayContaining([nl.until.links(7), nl.until.seats(14), nl.until.allOn('dag 100')]))
    expect(items({ plein: { ...plein, closedAt: 10 * day } })).toEqual(
      expect.arrayContaining([nl.until.linksOn('dag 17'), nl.until.seatsOn('dag 24'), nl.until.allOn('dag 100')]),
    )
    const late = items({ plein: { ...plein, closedAt: 90 * day } })
    expect(late).toContain(nl.until.linksOn('dag 97'))
    expect(late.some((text) => text.startsWith('Plekken verdwijnen'))).toBe(false)
  })
  test('names no days that come after everything went: one that is erased soon, and one to practise with', () => {
    const soon = (retainUntil: number, practice: boolean) => items({ plein: { ...plein, retainUntil, practice }, now: 50 * day }).join()
    const [links, seats] = [nl.until.links(7), nl.until.seats(14)]
    expect(soon(51 * day, true)).not.toContain(links)
    expect(soon(57 * day, false)).not.toContain(links)
    expect(soon(58 * day, false)).toContain(links)
    expect(soon(64 * day, false)).not.toContain(seats)
    expect(soon(65 * day, false)).toContain(seats)
  })
  test('O4 counts the days of one that was taken in from then on, not from its meeting', () => {
    const here = items({ plein: { ...plein, closedAt: 10 * day, imported: 40 * day }, now: 41 * day })
    expect(here).toEqual(expect.arrayContaining([nl.until.linksOn('dag 47'), nl.until.seatsOn('dag 54')]))
  })
  test('says that a Plein with people in it goes on past its date, where that can be', () => {
    expect(items({})).toContain(nl.until.stays)
    expect(items({ plein })).toContain(nl.until.stays)
    for (const other of [{ closedAt: 10 * day }, { practice: true }])
      expect(items({ plein: { ...plein, ...other } })).not.toContain(nl.until.stays)
  })
  test('speaks of the Wi-Fi only where nothing protects it, and of the outcome as it is', () => {
    expect(items({})).not.toContain(nl.open.wifi)
    expect(items({ secure: false })).toContain(nl.open.wifi)
    expect(items({ plein: { ...plein, outcomeShared: true } })).toContain(nl.sees.outcomeShared)
    expect(items({ plein })).toContain(nl.sees.outcomeNotShared)
    expect(items({}).some((text) => [nl.sees.outcomeShared, nl.sees.outcomeNotShared].includes(text))).toBe(false)
  })
  test('has the same parts in both languages, each with something in it', () => {
    const parts = receiptOf(en, facts)
    expect(parts.map(({ name, items }) => [name, items.length])).toEqual(
      receiptOf(nl, facts).map(({ name, items }) => [name, items.length]),
    )
    expect(parts.every(({ items }) => items.length > 0)).toBe(true)
  })
})

import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dropDrafts } from '../../client/parts/dropDrafts.ts'
import { draftNames, dropDraft, keepDraft, readDraft } from '../../client/session/drafts.ts'
import { keptProse } from '../../client/session/prose.ts'
import { forgetToken, keepToken } from '../../client/session/tokens.ts'
import { begun } from '../../client/writing/begun.ts'
import type { Role } from '../../shared/domain/state.ts'

const [plein, other] = ['plein-oost', 'plein-west']
const roles: Role[] = ['participant', 'owner', 'coach', 'screen']
const written = ['write/fase-1/idea', 'write/fase-1/commitment/who', 'edit/sleutel-1', 'card', 'allow/sleutel-2', 'name/sleutel-1']
const ofThePhone = ['answer/ronde-1/idee-1']
const ofTheDesk = [
  'framing',
  'enter:idea',
  'wifi-password',
  'card/kaart-1',
  'answer:ronde-1:idee-1',
  'prose/coach',
  'prose/coach/text/intake/coach/vraag/left',
]
const ofTheOwner = ['taken', 'prose/owner', 'prose/owner/left']
const all = [...written, ...ofThePhone, ...ofTheDesk, ...ofTheOwner]
const left = () => draftNames(plein).sort()

beforeEach(() => {
  for (const role of roles) forgetToken(role, plein)
  for (const name of all) for (const at of [plein, other]) keepDraft(at, name, 'half geschreven')
})

test.each<[Role, Role[], string[]]>([
  // What a phone has half written in the same browser is not the coach's to take along.
  ['coach', ['participant'], [...written, ...ofThePhone, ...ofTheOwner]],
  ['coach', ['owner'], [...written, ...ofThePhone, ...ofTheOwner]],
  ['owner', ['participant'], [...written, ...ofThePhone, ...ofTheDesk]],
  ['owner', ['coach'], [...ofThePhone, ...ofTheDesk]],
  ['participant', ['coach'], [...ofTheDesk, ...ofTheOwner]],
  // Where the owner still is, it may be theirs.
  ['participant', ['owner'], [...written, ...ofTheDesk, ...ofTheOwner]],
  // Nobody else of this Plein is in this browser: nothing stays.
  ['coach', [], []],
  ['owner', [], []],
  ['participant', [], []],
])('S5 L4 when %s leaves, and %j stays in this browser, what is not its own stays', (role, others, kept) => {
  for (const one of [role, ...others]) keepToken(one, plein, `token-${one}`)
  dropDrafts(plein, role)
  expect(left()).toEqual([...kept].sort())
  expect(draftNames(other)).toHaveLength(all.length)
})

test('L4 N2 what somebody began is listed for who wrote it: nothing of another role, and nothing that an owner writes for nobody else', () => {
  for (const name of ['write/fase-1/idea', 'write/fase-1/commitment']) keepDraft(plein, name, ` ${name} `)
  keepDraft(plein, 'write/fase-1/commitment/day', '2030-05-01')
  keepDraft(plein, 'word', 'Ik neem u mee')
  keepDraft(plein, 'edit/sleutel-1', '  ')
  keepDraft(plein, 'prose/owner/text/intake-own/vraag', 'Voor niemand anders')
  keepDraft(plein, 'prose/owner/text/intake-room/vraag', 'Voor de zaal')
  const said = (role: Role) => begun(plein, role).map(({ text, who, day, card }) => [text, who, day, card])
  const both = [
    ['write/fase-1/commitment', 'half geschreven', '2030-05-01', false],
    ['write/fase-1/idea', '', '', false],
  ]
  const half = (card = false) => ['half geschreven', '', '', card]
  // A card, own words for one, an answer, another name.
  expect(said('participant')).toEqual([half(true), half(), half(true), half(), ...both])
  expect(said('owner')).toEqual([
    half(true),
    half(true),
    half(),
    half(),
    half(),
    ['Voor de zaal', '', '', false],
    ['Ik neem u mee', '', '', false],
    ...both,
  ])
})

test('L4 prose that a page left unsaved is kept beside that of the page before it, until each is put back or put away', () => {
  const name = 'text/draft'
  const page = () => keptProse('plein-noord', 'owner')
  const [first, second, third] = ['Van wie is het plein?', 'Wie zorgt ervoor?', 'Wie zorgt ervoor? En wie betaalt het?']
  page().keep(name, 'text', first)
  expect(page().left(name, 'text')).toEqual([first])
  page().keep(name, 'text', second)
  expect(page().left(name, 'text')).toEqual([first, second])
  // It holds all of the one before it.
  page().keep(name, 'text', third)
  expect(page().left(name, 'text')).toEqual([first, third])
  page().drop(name, 'text', first)
  expect(page().left(name, 'text')).toEqual([third])
})

test('L4 when what a browser keeps is full, the last words of a field stand there and not earlier ones; what another tab sent is a draft no more', () => {
  const kept = new Map<string, string>()
  let full = false
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, text)
    },
    removeItem: (key: string) => kept.delete(key),
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  keepDraft(plein, 'card', 'Meer')
  full = true
  keepDraft(plein, 'card', 'Meer bankjes')
  expect(readDraft(plein, 'card')).toBe('Meer bankjes')
  keepDraft(plein, 'card', '')
  expect(readDraft(plein, 'card')).toBe('')
  full = false
  keepDraft(plein, 'card', 'Meer schaduw')
  kept.clear()
  expect(readDraft(plein, 'card')).toBe('')
})

test('L4 words of another tab do not come into this one, and do not go with those that are sent from it; what leaves the device takes both', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const elsewhere = (text: string) => kept.set([...kept.keys()][0]!, text)
  keepDraft(plein, 'card', 'Meer bomen')
  elsewhere('Minder auto’s')
  expect(readDraft(plein, 'card')).toBe('Meer bomen')
  keepDraft(plein, 'card', '')
  expect(readDraft(plein, 'card')).toBe('')
  expect([...kept.values()]).toEqual(['Minder auto’s'])
  dropDraft(plein, 'card')
  expect(kept.size).toBe(0)

  // Written on from what was here.
  keepDraft(plein, 'card', 'Meer')
  elsewhere('Meer schaduw')
  expect(readDraft(plein, 'card')).toBe('Meer schaduw')
  elsewhere('Minder auto’s')
  expect(readDraft(plein, 'card')).toBe('Minder auto’s')
  keepDraft(plein, 'card', '')
  expect(kept.size).toBe(0)

  // The other tab sends its own: what was typed here was never sent.
  keepDraft(plein, 'card', 'Meer bomen')
  elsewhere('Minder auto’s')
  expect(readDraft(plein, 'card')).toBe('Meer bomen')
  kept.clear()
  expect(readDraft(plein, 'card')).toBe('Meer bomen')
  keepDraft(plein, 'card', '')
  expect(readDraft(plein, 'card')).toBe('')
})

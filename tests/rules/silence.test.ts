import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PleinEvent, StoredEvent } from '../../shared/domain/events.ts'
import { outdated, ownersWord, silenced, told } from '../../shared/domain/ideas/silence.ts'
import { aPlein, entered, given, keyOf, opened } from '../support/given.ts'
import { type Deed, deeds, live, lively } from '../support/history.ts'
import { clock, fatma, joost } from '../support/people.ts'
import { bytes, replay, replica } from '../support/replica.ts'

const stored = (log: readonly PleinEvent[]): StoredEvent[] => log.map((event, place) => ({ version: place + 1, v: 1, event }))
/** The log as the store has it after these ideas were withdrawn. */
const silent = (log: readonly PleinEvent[], ideas: readonly string[]): PleinEvent[] => replacing(log, silenced(stored(log), ideas))
/** As the store has it after the Plein was closed for good. */
const current = (log: readonly PleinEvent[]): PleinEvent[] => replacing(log, outdated(stored(log)))
const replacing = (log: readonly PleinEvent[], events: readonly StoredEvent[]): PleinEvent[] => {
  const changed = new Map(events.map(({ version, event }) => [version, event]))
  return log.map((event, place) => changed.get(place + 1) ?? event)
}
const withdrawnIn = (log: readonly PleinEvent[]): string[] => log.flatMap((event) => (event.type === 'idea.withdrawn' ? [event.idea] : []))

/** A random history, and a replica that followed it turn by turn. */
const lived = (all: readonly Deed[]) => {
  const turns = replica()
  const story = lively()
  turns.play(story.log)
  const { canaries } = live(story, all, (_, events) => void turns.play(events))
  return { turns, story, canaries }
}
/** What is built from this log is what stands in the replica. */
const gives = (log: readonly PleinEvent[], turns: ReturnType<typeof replica>): void => {
  const again = replay(log)
  expect(bytes(again.board)).toEqual(bytes(turns.board))
  expect(bytes(again.desk)).toEqual(bytes(turns.desk))
  const { documents: _, ...state } = turns.plein
  expect(again.plein).toMatchObject(state)
}

test('I11 L3 a log without the words of what was withdrawn gives the same Plein and the same bytes, in whichever turns it was written', () => {
  let gone = 0
  fc.assert(
    fc.property(deeds(120), (all) => {
      const { turns, story, canaries } = lived(all)
      const ideas = withdrawnIn(story.log)
      const log = silent(story.log, ideas)
      gives(log, turns)
      const said = JSON.stringify(log)
      for (const [text, idea] of canaries) if (ideas.includes(idea)) expect(said).not.toContain(text)
      expect(silent(log, ideas)).toEqual(log)
      gone += ideas.length
    }),
    { numRuns: 40 },
  )
  expect(gone).toBeGreaterThan(20)
})

test('I11 a promise that was changed to another wording and back, and then withdrawn, leaves neither its words nor its name in the log', () => {
  const story = given(aPlein(['harvest', { hidden: true }]), opened, entered('harvest'))
  const key = keyOf('belofte')
  story.when(fatma, { type: 'idea.post', key, as: 'commitment', text: 'Fatma belt', phase: 'harvest', who: 'Fatma', by: 'mei' })
  story.when(clock, { type: 'time.passed' })
  const idea = String(withdrawable(story.log))
  story.when(joost, { type: 'ideas.release', ideas: [idea] })
  for (const text of ['Fatma mailt', 'Fatma belt', 'Fatma schrijft']) story.when(fatma, { type: 'idea.edit', key, text })
  story.when(clock, { type: 'time.passed' })
  story.when(joost, { type: 'edit.release', idea })
  const before = replay(story.log)
  story.when(fatma, { type: 'idea.withdraw', key })
  before.play(story.events)
  const log = silent(story.log, [idea])
  expect(JSON.stringify(log)).not.toMatch(/Fatma|mei/)
  expect(log.filter((event) => 'text' in event)).toMatchObject([
    { text: '1', who: '2', by: '3' },
    { text: '4' },
    { text: '1' },
    { text: '5' },
    { type: 'edit.released', text: '5' },
  ])
  expect(bytes(replay(log).desk)).toEqual(bytes(before.desk))
  expect(bytes(replay(log).board)).toEqual(bytes(before.board))
})

test('I10 E4 L3 a log without what ideas and the owner said before they were changed gives the same Plein and the same bytes', () => {
  let [gone, taken] = [0, 0]
  fc.assert(
    fc.property(deeds(120), (all) => {
      const { turns, story, canaries } = lived(all)
      // As sealing does: the desk has the words of now of all that it has.
      story.when(clock, { type: 'time.passed' })
      turns.play(story.events)
      const log = current(story.log)
      gives(log, turns)
      expect(current(log)).toEqual(log)
      const said = JSON.stringify(log.filter((event) => 'idea' in event))
      const { word } = turns.plein
      const worded = log.flatMap((event) => (event.type === 'owner.worded' && event.text !== null ? [event.text] : []))
      expect(worded.filter((text) => text !== word.text && !/^\d+$/.test(text))).toEqual([])
      taken += worded.length
      for (const [text, id] of canaries) {
        const idea = turns.plein.ideas.get(id)
        // Of one that was withdrawn all words go, which is another test.
        if (!idea || idea.withdrawn || text === idea.text || text === idea.edit) continue
        expect(said).not.toContain(text)
        gone += 1
      }
    }),
    { numRuns: 40 },
  )
  expect(gone * taken).toBeGreaterThan(0)
})

test('I10 E4 A14 how often it was changed tells whether an earlier part of the log says what the whole says, also of a log without former words', () => {
  let [former, same, dropped] = [0, 0, 0]
  fc.assert(
    fc.property(deeds(120), (all) => {
      const { turns, story } = lived(all)
      const whole = told(stored(story.log))
      const counts = (of: ReturnType<typeof told>) => [...of].map(([id, { changes, last }]) => [id, changes, last])
      expect(counts(told(stored(current(story.log))))).toEqual(counts(whole))
      for (const [id, { words, waits }] of whole) {
        const idea = turns.plein.ideas.get(id)
        if (id === ownersWord) expect(words.text).toBe(turns.plein.word.text)
        else if (idea && !idea.withdrawn) {
          const { text, who, by, day = null, edit } = idea
          expect({ ...words, waits }).toMatchObject({ text, who, by, waits: edit })
          expect(words.day ?? null).toBe(day)
        }
      }
      for (let length = 1; length < story.log.length; length += 7)
        for (const [id, then] of told(stored(story.log.slice(0, length)))) {
          const now = whole.get(id)
          const [was, is] = [then, now].map((one) => ['text', 'who', 'by', 'day'].map((field) => one?.words[field as 'text'] ?? null))
          const holds = then.changes >= (now?.last ?? 0)
          if (holds) expect(was).toEqual(is)
          if (then.changes === now?.changes) expect(then.waits).toBe(now.waits)
          same += Number(holds)
          former += Number(!holds)
          if (then.waits !== null && then.changes < (now?.changes ?? 0)) dropped += 1
        }
    }),
    { numRuns: 40 },
  )
  expect([former, same, dropped].filter((seen) => seen === 0)).toEqual([])
})

test('I10 no number is equal to words that stay, also where somebody wrote a number', () => {
  const story = given(aPlein(['harvest', { hidden: true }]), opened, entered('harvest'))
  const key = keyOf('belofte')
  story.when(fatma, {
    type: 'idea.post',
    key,
    as: 'commitment',
    text: 'Fatma belt',
    phase: 'harvest',
    who: 'Fatma',
    by: 'mei',
    day: '2026-12-01',
  })
  story.when(fatma, { type: 'idea.edit', key, text: '3', who: '1', by: '', day: '2026-12-02' })
  story.when(fatma, { type: 'idea.edit', key, text: 'Fatma mailt', day: '' })
  story.when(fatma, { type: 'idea.edit', key, text: '3' })
  expect(current(story.log).filter((event) => 'text' in event)).toMatchObject([
    { text: '2', who: '4', by: '5', day: '6' },
    { text: '3', who: '1', by: null, day: '7' },
    { text: '8', day: null },
    { text: '3' },
  ])
})

const withdrawable = (log: readonly PleinEvent[]): string | undefined =>
  log.flatMap((event) => (event.type === 'idea.posted' ? [event.idea] : []))[0]

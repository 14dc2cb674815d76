import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PleinEvent, StoredEvent } from '../../shared/domain/events.ts'
import { silenced } from '../../shared/domain/ideas/silence.ts'
import { aPlein, entered, given, keyOf, opened } from '../support/given.ts'
import { deeds, live, lively } from '../support/history.ts'
import { clock, fatma, joost } from '../support/people.ts'
import { bytes, replay, replica } from '../support/replica.ts'

const stored = (log: readonly PleinEvent[]): StoredEvent[] => log.map((event, place) => ({ version: place + 1, v: 1, event }))
/** The log as the store has it after these ideas were withdrawn. */
const silent = (log: readonly PleinEvent[], ideas: readonly string[]): PleinEvent[] => {
  const changed = new Map(silenced(stored(log), ideas).map(({ version, event }) => [version, event]))
  return log.map((event, place) => changed.get(place + 1) ?? event)
}
const withdrawnIn = (log: readonly PleinEvent[]): string[] => log.flatMap((event) => (event.type === 'idea.withdrawn' ? [event.idea] : []))

test('I11 L3 a log without the words of what was withdrawn gives the same Plein and the same bytes, in whichever turns it was written', () => {
  let gone = 0
  fc.assert(
    fc.property(deeds(120), (all) => {
      const turns = replica()
      const story = lively()
      turns.play(story.log)
      const { canaries } = live(story, all, (_, events) => void turns.play(events))
      const ideas = withdrawnIn(story.log)
      const log = silent(story.log, ideas)
      const again = replay(log)
      expect(bytes(again.board)).toEqual(bytes(turns.board))
      expect(bytes(again.desk)).toEqual(bytes(turns.desk))
      const { documents: _, ...state } = turns.plein
      expect(again.plein).toMatchObject(state)
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

const withdrawable = (log: readonly PleinEvent[]): string | undefined =>
  log.flatMap((event) => (event.type === 'idea.posted' ? [event.idea] : []))[0]

/** A written log of every kind of event, and what it must give. When this fails although nothing was meant to change, something did: open
 *  phones would keep documents that no longer agree with the server's. When the change is meant, count `PROJECTION` up and write what is
 *  expected anew: `GOLDEN=write npx vitest run tests/rules/golden.test.ts`, and read the difference before it is committed. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Doc } from 'yjs'
import type { PleinEvent, PleinEventType } from '../../shared/domain/events.ts'
import { PROJECTION } from '../../shared/domain/project/project.ts'
import { bytes, type Maps, maps, replay } from '../support/replica.ts'

const at = (name: string) => new URL(`./golden/${name}`, import.meta.url)
const read = <T>(name: string): T => JSON.parse(readFileSync(at(name), 'utf8')) as T

/** `meeting` is a Plein in its last phase, with single ballots; `over` the same one closed for good and deleted, its ballots blanked; `shortened` went on
 *  in a shorter form before its last phase; `imported` is the outcome of `over`, taken in again. */
const logs = {
  meeting: read<PleinEvent[]>('meeting.json'),
  over: read<PleinEvent[]>('over.json'),
  shortened: read<PleinEvent[]>('shortened.json'),
  imported: read<PleinEvent[]>('imported.json'),
}
type Drawn = { bytes: number; sha256: string; maps: Maps }
type Expected = { projection: number; drawn: Record<keyof typeof logs, Record<'board' | 'desk', Drawn>> }

const draw = (document: Doc): Drawn => {
  const update = bytes(document)
  return { bytes: update.length, sha256: createHash('sha256').update(update).digest('hex'), maps: maps(document) }
}
const drawn = (log: PleinEvent[]) => {
  const { board, desk } = replay(log)
  return { board: draw(board), desk: draw(desk) }
}

const everyKind: Record<PleinEventType, true> = {
  'plein.created': true,
  'plein.imported': true,
  'plein.opened': true,
  'plein.closed': true,
  'plein.reopened': true,
  'plein.sealed': true,
  'documents.renewed': true,
  'plein.deleted': true,
  'plein.set': true,
  'door.set': true,
  'outcome.set': true,
  'phase.entered': true,
  'phase.inserted': true,
  'phase.edited': true,
  'phase.moved': true,
  'phase.skipped': true,
  'phase.removed': true,
  'timer.set': true,
  'screen.shown': true,
  'idea.posted': true,
  'idea.edited': true,
  'idea.withdrawn': true,
  'idea.placed': true,
  'clusters.asked': true,
  'desk.listed': true,
  'ideas.released': true,
  'edit.released': true,
  'edit.dropped': true,
  'step.done': true,
  'step.undone': true,
  'round.opened': true,
  'round.closed': true,
  'round.reopened': true,
  'round.counted': true,
  'round.revealed': true,
  'round.asked': true,
  'framing.corrected': true,
  'mood.counted': true,
  'idea.marked': true,
  'owner.worded': true,
  'word.hidden': true,
}

describe('the golden log', () => {
  if (process.env['GOLDEN'] === 'write') {
    const fresh: Expected = {
      projection: PROJECTION,
      drawn: { meeting: drawn(logs.meeting), over: drawn(logs.over), shortened: drawn(logs.shortened), imported: drawn(logs.imported) },
    }
    writeFileSync(at('expected.json'), `${JSON.stringify(fresh, null, 1)}\n`)
  }
  const expected = read<Expected>('expected.json')

  test('D6 it holds every kind of event and of step', () => {
    const all = Object.values(logs).flat()
    expect([...new Set(all.map((event) => event.type))].sort()).toEqual(Object.keys(everyKind).sort())
    const labels = all.flatMap((event) => (event.type === 'step.done' ? [event.label] : []))
    expect([...new Set(labels)].sort()).toEqual([
      'adopted',
      'created',
      'hidden',
      'merged',
      'opened',
      'placed',
      'removed',
      'renamed',
      'shown',
      'split',
    ])
  })

  test('D6 what is expected was written for this projection', () => {
    expect(expected.projection).toBe(PROJECTION)
  })

  test.each(['meeting', 'over', 'shortened', 'imported'] as const)(
    'D6 the log "%s" gives the documents that it gave before, to the byte',
    (name) => {
      const now = drawn(logs[name])
      for (const document of ['board', 'desk'] as const) {
        const before = expected.drawn[name][document]
        expect(now[document].maps, 'another content needs another PROJECTION').toEqual(before.maps)
        expect({ bytes: now[document].bytes, sha256: now[document].sha256 }, 'other bytes need another PROJECTION').toEqual({
          bytes: before.bytes,
          sha256: before.sha256,
        })
      }
    },
  )

  test('D6 both logs say something: the board and the desk are not empty', () => {
    const { board, desk } = drawn(logs.meeting)
    expect(Object.keys(board.maps).sort()).toEqual([
      'clusters',
      'framings',
      'ideas',
      'meta',
      'moods',
      'phases',
      'places',
      'plein',
      'rounds',
    ])
    expect(Object.keys(desk.maps).sort()).toEqual(['clusters', 'ideas', 'marks', 'merged', 'meta', 'places', 'rounds', 'undo'])
  })
})

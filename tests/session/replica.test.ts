import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeReplica } from '../../client/session/replica.ts'

const board = (write: (doc: Y.Doc) => void): Y.Doc => {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  return doc
}
const put = (doc: Y.Doc, map: string, key: string, value: unknown) => doc.getMap(map).set(key, value)

/** Frames come when the test says so. */
const framed = () => {
  const frames: (() => void)[] = []
  const replica = makeReplica(['meta', 'ideas', 'places'], (run) => frames.push(run))
  return {
    replica,
    frames,
    frame: () => {
      for (const run of frames.splice(0)) run()
    },
  }
}

describe('L3 what the views see of a document', () => {
  test('A burst of ideas is drawn once, and what did not change keeps its identity', () => {
    const { replica, frames, frame } = framed()
    const doc = board((it) => put(it, 'places', 'a', 'licht'))
    replica.follow(doc).show()
    const places = replica.snapshot('places')
    let told = 0
    replica.subscribe(() => told++)
    for (let n = 0; n < 50; n++) put(doc, 'ideas', `i${n}`, { text: `idee ${n}` })
    expect(frames.length).toBe(1)
    expect(replica.snapshot('ideas').size).toBe(0)
    frame()
    expect(told).toBe(1)
    expect(replica.snapshot('ideas').size).toBe(50)
    expect(replica.snapshot('places')).toBe(places)
  })

  test('A hidden idea goes', () => {
    const { replica, frame } = framed()
    const doc = board((it) => put(it, 'ideas', 'a', { text: 'weg' }))
    replica.follow(doc).show()
    doc.getMap('ideas').delete('a')
    frame()
    expect(replica.snapshot('ideas').has('a')).toBe(false)
  })

  test('A new epoch shows the old picture until it is complete, and nothing of the old document after it', () => {
    const { replica, frame } = framed()
    const old = board((it) => {
      put(it, 'meta', 'v', 9)
      put(it, 'ideas', 'a', { text: 'wordt gewist' })
    })
    replica.follow(old).show()
    const fresh = new Y.Doc()
    const { show } = replica.follow(fresh)
    put(fresh, 'meta', 'v', 10)
    frame()
    expect(replica.version()).toBe(9)
    expect(replica.snapshot('ideas').size).toBe(1)
    show()
    expect(replica.version()).toBe(10)
    expect(replica.snapshot('ideas').size).toBe(0)
    put(old, 'ideas', 'b', { text: 'te laat' })
    frame()
    expect(replica.snapshot('ideas').size).toBe(0)
  })
})

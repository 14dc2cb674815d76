import { afterEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { boardMaps, deskMaps } from '../../client/session/documents.ts'
import { makeReplica, nextFrame } from '../../client/session/replica.ts'
import { aPlein, entered, given, listed, opened, posted, released } from '../support/given.ts'
import { joost, wim } from '../support/people.ts'
import { maps, replay } from '../support/replica.ts'

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
  test('D2 E2 E4 H6 is all that stands in it: moods after a burst, what touches the owner, and a word that is kept from the room', () => {
    const story = given(aPlein('ideas', 'burst', 'harvest'), opened, entered('ideas'), posted('bankje', 'Een bankje'), listed('bankje'))
    const moods = { before: { heavy: 2, neutral: 1, light: 0 }, after: { heavy: 0, neutral: 1, light: 2 } }
    const counted = { type: 'mood.counted', phase: 'burst', ...moods, by: 'server', seat: null, at: 0 } as const
    const later = given(...story.log, released('bankje'), counted, entered('harvest'))
    later.when(wim, { type: 'owner.mark', idea: 'bankje', marked: true })
    later.when(wim, { type: 'owner.word', text: 'Ik neem een vraag mee.' })
    later.when(joost, { type: 'word.hide', hidden: true })
    const documents = replay(later.log)
    const page = { board: makeReplica(boardMaps, (run) => run()), desk: makeReplica(deskMaps, (run) => run()) }
    for (const name of ['board', 'desk'] as const) {
      page[name].follow(documents[name]).show()
      for (const [map, entries] of Object.entries(maps(documents[name])))
        expect(Object.fromEntries(page[name].snapshot(map)), `${name} ${map}`).toEqual(entries)
    }
    expect(page.board.snapshot('moods').get('burst')).toEqual(moods)
    expect(page.desk.snapshot('marks').get('bankje')).toBe(true)
    expect(page.desk.snapshot('owner').get('word')).toBe('Ik neem een vraag mee.')
  })
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

  test('Who looks at one idea hears of that one, who looks at a map of all of it, and who leaves of nothing', () => {
    const { replica, frame } = framed()
    const doc = board((it) => {
      put(it, 'ideas', 'a', { text: 'een bank' })
      put(it, 'ideas', 'b', { text: 'geen hek' })
    })
    replica.follow(doc).show()
    const heard: string[] = []
    replica.subscribe(() => heard.push('a'), 'ideas', 'a')
    replica.subscribe(() => heard.push('b'), 'ideas', 'b')
    const leave = replica.subscribe(() => heard.push('ideas'), 'ideas')
    replica.subscribe(() => heard.push('places'), 'places')
    put(doc, 'ideas', 'b', { text: 'een laag hek' })
    frame()
    expect(heard.sort()).toEqual(['b', 'ideas'])
    leave()
    doc.getMap('ideas').delete('a')
    frame()
    expect(heard.sort()).toEqual(['a', 'b', 'ideas'])
  })

  test('A new document is told to everybody, whatever they look at', () => {
    const { replica } = framed()
    replica.follow(board((it) => put(it, 'ideas', 'a', { text: 'een bank' }))).show()
    const heard: string[] = []
    replica.subscribe(() => heard.push('key'), 'ideas', 'a')
    replica.subscribe(() => heard.push('map'), 'places')
    replica.subscribe(() => heard.push('all'))
    replica.follow(new Y.Doc()).show()
    expect(heard.sort()).toEqual(['all', 'key', 'map'])
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

/** A page with frames that come when the test says so, as the browser has them only while it is looked at. */
const page = (visibilityState: 'visible' | 'hidden') => {
  const frames = new Map<number, () => void>()
  let last = 0
  const target = new EventTarget()
  const it = Object.assign(target, { visibilityState })
  vi.stubGlobal('document', it)
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    last += 1
    frames.set(last, run)
    return last
  })
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame))
  return { frames, look: () => target.dispatchEvent(new Event('visibilitychange')) }
}

describe('L3 a tab that nobody looks at', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  test('It gathers no frames that never come', () => {
    vi.useFakeTimers()
    const { frames } = page('visible')
    let applied = 0
    for (let minute = 0; minute < 60; minute += 1) {
      nextFrame(() => applied++)
      vi.advanceTimersByTime(60_000)
    }
    expect(applied).toBe(60)
    expect(frames.size).toBe(0)
  })

  test('It is right as soon as it is looked at, and draws that once', () => {
    vi.useFakeTimers()
    const { look } = page('hidden')
    const replica = makeReplica(['ideas'])
    const doc = board((it) => put(it, 'ideas', 'a', { text: 'een bank' }))
    replica.follow(doc).show()
    let told = 0
    replica.subscribe(() => told++)
    for (let n = 0; n < 500; n += 1) put(doc, 'ideas', `i${n}`, { text: `idee ${n}` })
    expect(replica.snapshot('ideas').size).toBe(1)
    look()
    expect(replica.snapshot('ideas').size).toBe(501)
    vi.advanceTimersByTime(5000)
    look()
    expect(told).toBe(1)
  })
})

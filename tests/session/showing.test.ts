import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { makeReplica } from '../../client/session/replica.ts'
import { makeShowing } from '../../client/session/showing.ts'

const sixtieth = 1000 / 60

/** A page by a clock of its own, sixty pictures a second at best; `costs`: milliseconds that the next showing takes. */
const page = (costs: number) => {
  const it = { now: 0, costs, looked: true, shown: [] as { at: number; wrote: number[] }[], gaps: [] as number[] }
  let frames: (() => void)[] = []
  const timers = new Set<{ at: number; run: () => void }>()
  const showing = makeShowing({
    frame: (run) => frames.push(run),
    now: () => it.now,
    after: (run, milliseconds) => {
      const timer = { at: it.now + milliseconds, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    looked: () => it.looked,
  })
  const picture = () => {
    const began = it.now
    for (const timer of [...timers])
      if (timer.at <= it.now) {
        timers.delete(timer)
        timer.run()
      }
    const due = frames
    frames = []
    for (const run of due) run()
    it.now = Math.max(it.now, began + sixtieth)
    it.gaps.push(it.now - began)
  }
  let waits: number[] = []
  const show = () => {
    it.shown.push({ at: it.now, wrote: waits })
    waits = []
    it.now += it.costs
  }
  return Object.assign(it, {
    showing,
    picture,
    /** Somebody writes, now. */
    write: (prompt?: boolean) => {
      waits.push(it.now)
      showing.gather(show, prompt)
    },
    /** Somebody writes before every picture. */
    busy: (milliseconds: number) => {
      for (const until = it.now + milliseconds; it.now < until; ) {
        waits.push(it.now)
        showing.gather(show)
        picture()
      }
    },
  })
}

describe('L3 when the views hear of what came', () => {
  test('Where a picture is made in time, every change is in the next one, for as long as it goes on', () => {
    const desk = page(14)
    desk.busy(5000)
    expect(desk.shown.length).toBe(desk.gaps.length)
    expect(Math.max(...desk.gaps)).toBeLessThan(20)
  })

  test('A device with thirty pictures a second is not taken for a slow one', () => {
    const phone = page(1000 / 30)
    phone.busy(5000)
    expect(phone.shown.length).toBe(phone.gaps.length)
  })

  test.each([60, 100, 140, 400])(
    'Where one takes %i ms, changes are gathered: of twenty pictures nineteen are in time, and nothing waits much longer than a second',
    (costs) => {
      const desk = page(costs)
      desk.busy(1000)
      desk.gaps.length = 0
      desk.busy(30_000)
      const late = desk.gaps.filter((gap) => gap > 34)
      expect(late.length).toBeGreaterThan(0)
      expect(late.length / desk.gaps.length).toBeLessThan(0.05)
      for (const { at, wrote } of desk.shown) for (const when of wrote) expect(at - when).toBeLessThan(1000 + costs + 2 * sixtieth)
    },
  )

  test('One late picture is no slow device', () => {
    const desk = page(200)
    desk.write()
    desk.picture()
    desk.costs = 10
    desk.gaps.length = 0
    desk.busy(1000)
    expect(desk.shown.length).toBe(1 + desk.gaps.length)
  })

  test('A slow device is done with waiting as soon as it is quick, as after a sheet was closed', () => {
    const desk = page(200)
    desk.busy(5000)
    desk.costs = 5
    desk.busy(1100)
    desk.gaps.length = 0
    desk.shown.length = 0
    desk.busy(1000)
    expect(desk.shown.length).toBe(desk.gaps.length)
  })

  test('What comes after a pause is in the next picture, on a slow device too', () => {
    const desk = page(200)
    desk.busy(3000)
    // What waits is shown, and a second goes by.
    for (let pictures = 0; pictures < 180; pictures += 1) desk.picture()
    const before = desk.shown.length
    desk.write()
    desk.picture()
    expect(desk.shown.length).toBe(before + 1)
  })

  test('While one acts oneself nothing waits, nor what waited until then; afterwards it does again', () => {
    const desk = page(120)
    desk.busy(3000)
    desk.picture()
    desk.write()
    for (let pictures = 0; pictures < 3; pictures += 1) desk.picture()
    const before = desk.shown.length
    const over = desk.showing.hurry()
    desk.picture()
    expect(desk.shown.length).toBe(before + 1)
    desk.write()
    desk.picture()
    expect(desk.shown.length).toBe(before + 2)
    over()
    over()
    desk.picture()
    desk.write()
    for (let pictures = 0; pictures < 10; pictures += 1) desk.picture()
    expect(desk.shown.length).toBe(before + 2)
  })

  test('Two acts: nothing waits until both are over', () => {
    const desk = page(120)
    desk.busy(3000)
    const [first] = [desk.showing.hurry(), desk.showing.hurry()]
    first()
    first()
    const before = desk.shown.length
    for (let pictures = 0; pictures < 5; pictures += 1) {
      desk.write()
      desk.picture()
    }
    expect(desk.shown.length).toBeGreaterThanOrEqual(before + 5)
  })

  test('Whoever looks again sees at once what waited', () => {
    const desk = page(120)
    desk.busy(3000)
    desk.picture()
    desk.write()
    desk.picture()
    const before = desk.shown.length
    desk.showing.hurry()()
    desk.picture()
    expect(desk.shown.length).toBe(before + 1)
  })

  test('The pictures of a tab that nobody looks at are not timed', () => {
    const desk = page(300)
    desk.looked = false
    desk.busy(3000)
    desk.looked = true
    desk.costs = 5
    desk.gaps.length = 0
    desk.shown.length = 0
    desk.busy(500)
    expect(desk.shown.length).toBe(desk.gaps.length)
  })

  test('Ideas may wait, and the phase, the clock and the question bring with them what waits', () => {
    const desk = page(120)
    const replica = makeReplica(['meta', 'ideas', 'plein'], desk.showing.gather)
    const doc = new Y.Doc()
    replica.follow(doc).show()
    desk.busy(3000)
    desk.picture()
    doc.getMap('ideas').set('a', { text: 'een bank' })
    for (let pictures = 0; pictures < 5; pictures += 1) desk.picture()
    expect(replica.snapshot('ideas').size).toBe(0)
    doc.transact(() => {
      doc.getMap('meta').set('v', 2)
      doc.getMap('plein').set('current', 'stemmen')
    })
    desk.picture()
    expect(replica.snapshot('plein').get('current')).toBe('stemmen')
    expect(replica.snapshot('ideas').size).toBe(1)
    expect(replica.version()).toBe(2)
  })
})

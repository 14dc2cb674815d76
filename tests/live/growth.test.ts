/** What a command costs does not grow with what a meeting has gathered. Steps are counted, not time: each entry of a map, a set or a list that is
 *  walked over, from the command to all who are told. */
import { afterEach, expect, it } from 'vitest'
import { world } from '../../scripts/profile/desk.ts'
import { fill, sorts } from '../../scripts/profile/filled.ts'

type Method = (this: unknown, ...args: unknown[]) => unknown
const methods = ['map', 'filter', 'some', 'every', 'find', 'findLast', 'findIndex', 'flatMap', 'reduce', 'forEach', 'sort']
const iterators = [new Map().values(), new Set().values(), [].values()].map((one) => Object.getPrototypeOf(one) as object)

const undo: (() => void)[] = []
let steps = 0
const replace = (on: object, name: string, by: (old: Method) => Method): void => {
  const old = Reflect.get(on, name) as Method
  Reflect.set(on, name, by(old))
  undo.push(() => void Reflect.set(on, name, old))
}
const uncount = (): void => {
  for (const one of undo.splice(0)) one()
}
const count = (): void => {
  steps = 0
  for (const iterator of iterators)
    replace(
      iterator,
      'next',
      (old) =>
        function (this: unknown) {
          steps += 1
          return old.call(this)
        },
    )
  for (const on of [Array.prototype, Map.prototype, Set.prototype] as object[])
    for (const name of methods.filter((one) => typeof Reflect.get(on, one) === 'function'))
      replace(
        on,
        name,
        (old) =>
          function (this: unknown, each: unknown, ...more: unknown[]) {
            if (typeof each !== 'function') return old.call(this, each, ...more)
            const counted = (...args: unknown[]): unknown => {
              steps += 1
              return (each as Method)(...args)
            }
            return old.call(this, counted, ...more)
          },
      )
}
afterEach(uncount)

/** Told whole to the owner alone, who marks by hand. */
const whole = ['owner.mark']
/** An answer was about the name of before: all of that group go. */
const clears = ['cluster.rename']
const times = 30

/** The most steps that one command of each sort took. */
const stepsOn = async (ideas: number): Promise<Record<string, number>> => {
  const on = await fill(ideas)
  const most: Record<string, number> = {}
  for (const { name, command } of sorts) {
    const asking = Array.from({ length: times }, (_, time) => command(on, time))
    for (const [who, asks] of asking) {
      count()
      const answer = await on.room.command(who, world.id(), asks)
      await on.room.idle()
      uncount()
      expect([name, answer.ok]).toEqual([name, true])
      most[name] = Math.max(most[name] ?? 0, steps)
    }
  }
  on.room.close()
  return most
}

it('a command walks over no more where ten times as many ideas, answers, taps, ballots, cards and conditions are', async () => {
  const [few, many] = [await stepsOn(100), await stepsOn(1000)]
  const grown = Object.entries(many).filter(([name, most]) => most > few[name]! + 20)
  expect(grown.filter(([name]) => ![...whole, ...clears].includes(name))).toEqual([])
  // That something is counted at all.
  expect(grown.map(([name]) => name).sort()).toEqual([...clears, ...whole].sort())
})

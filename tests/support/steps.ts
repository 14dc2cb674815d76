/** Counts work instead of time: each entry of a map, a set or a list that is walked over, in whatever code, while it counts. */
type Method = (this: unknown, ...args: unknown[]) => unknown
const methods = ['map', 'filter', 'some', 'every', 'find', 'findLast', 'findIndex', 'findLastIndex', 'flatMap', 'reduce', 'forEach', 'sort']
const iterators = [new Map().values(), new Set().values(), [].values()].map((one) => Object.getPrototypeOf(one) as object)

const undo: (() => void)[] = []
let steps = 0
const replace = (on: object, name: string, by: (old: Method) => Method): void => {
  const old = Reflect.get(on, name) as Method
  Reflect.set(on, name, by(old))
  undo.push(() => void Reflect.set(on, name, old))
}
/** The steps since counting began, and the end of it. */
export const counted = (): number => {
  for (const one of undo.splice(0)) one()
  return steps
}
export const count = (): void => {
  counted()
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

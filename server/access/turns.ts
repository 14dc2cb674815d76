/** One at a time for each name. */
export type Turns = <T>(name: string, work: () => Promise<T>) => Promise<T>

export const turns = (): Turns => {
  const last = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, mine)
    const done = (): void => {
      if (last.get(name) === mine) last.delete(name)
    }
    mine.then(done, done)
    return mine
  }
}

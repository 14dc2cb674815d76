/** A clock that stands still until it is told to go on, and the waiting that hangs on it: a day passes in seconds. */
export type StillClock = {
  now(): number
  timers: { after(milliseconds: number, run: () => void): () => void }
  sleep(milliseconds: number): Promise<void>
  /** Runs whatever falls due, in order, and everything that follows from it. */
  goOn(milliseconds: number): Promise<void>
}

type Due = Set<() => void>

export const stillClock = (): StillClock => {
  let at = 0
  /** By moment; a heap of the moments that are still to come. */
  const due = new Map<number, Due>()
  const heap: number[] = []
  const push = (moment: number): void => {
    let place = heap.push(moment) - 1
    for (; place > 0; place = (place - 1) >> 1) {
      const above = (place - 1) >> 1
      if (heap[above]! <= heap[place]!) break
      ;[heap[above], heap[place]] = [heap[place]!, heap[above]!]
    }
  }
  const pop = (): void => {
    const last = heap.pop()!
    if (heap.length === 0) return
    heap[0] = last
    for (let place = 0; ; ) {
      const left = 2 * place + 1
      const least = left + 1 < heap.length && heap[left + 1]! < heap[left]! ? left + 1 : left
      if (least >= heap.length || heap[place]! <= heap[least]!) return
      ;[heap[least], heap[place]] = [heap[place]!, heap[least]!]
      place = least
    }
  }
  const after = (milliseconds: number, run: () => void): (() => void) => {
    const moment = at + Math.max(1, Math.ceil(milliseconds))
    const known = due.get(moment)
    const here = known ?? new Set()
    if (!known) {
      due.set(moment, here)
      push(moment)
    }
    here.add(run)
    return () => void here.delete(run)
  }
  return {
    now: () => at,
    timers: { after },
    sleep: (milliseconds) => new Promise((resolve) => after(milliseconds, resolve)),
    goOn: async (milliseconds) => {
      const end = at + milliseconds
      await new Promise((resolve) => setImmediate(resolve))
      while (heap.length > 0 && heap[0]! <= end) {
        at = heap[0]!
        pop()
        const here = due.get(at)!
        due.delete(at)
        if (here.size === 0) continue
        for (const run of here) run()
        await new Promise((resolve) => setImmediate(resolve))
      }
      at = end
    },
  }
}

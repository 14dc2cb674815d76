/** How long things took, in milliseconds. */
export type Figures = { n: number; p50: number; p95: number; p99: number; max: number }
export type Stopwatch = { add(since: number): void; figures(): Figures | null }

export const stopwatch = (): Stopwatch => {
  const times: number[] = []
  return {
    add: (since) => {
      times.push(performance.now() - since)
    },
    figures: () => {
      if (times.length === 0) return null
      const sorted = times.toSorted((a, b) => a - b)
      const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0) * 10) / 10
      return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
    },
  }
}

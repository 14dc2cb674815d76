/** How fast a figure grows, and how sure that is. */
export type Point = { minute: number; value: number }
/** By least squares. `perHour` ± `error`: one standard error, as if the points were independent. */
export type Trend = { points: number; perHour: number; error: number }

/** `null` below three points: a line through two says nothing. */
export const trendOf = (points: readonly Point[]): Trend | null => {
  const n = points.length
  if (n < 3) return null
  const mean = (of: (point: Point) => number): number => points.reduce((sum, point) => sum + of(point), 0) / n
  const [minute, value] = [mean((point) => point.minute), mean((point) => point.value)]
  const spread = points.reduce((sum, point) => sum + (point.minute - minute) ** 2, 0)
  if (spread === 0) return null
  const slope = points.reduce((sum, point) => sum + (point.minute - minute) * (point.value - value), 0) / spread
  const rest = points.reduce((sum, point) => sum + (point.value - value - slope * (point.minute - minute)) ** 2, 0)
  const round = (perMinute: number): number => Math.round(perMinute * 60 * 100) / 100
  return { points: n, perHour: round(slope), error: round(Math.sqrt(rest / (n - 2) / spread)) }
}

/** It grows more than this, and no chance explains it. */
export const growsBeyond = (trend: Trend | null, goal: number): boolean => trend !== null && trend.perHour - 2 * trend.error > goal

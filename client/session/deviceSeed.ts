import { randomId } from './random.ts'

/** Something that only this device has, the same as long as it keeps anything: for an order that is one's own and stays. */
const place = 'seed'
let kept: string | null = null
export const deviceSeed = (): string => {
  if (kept !== null) return kept
  const fresh = randomId()
  try {
    kept = localStorage.getItem(place) ?? fresh
    localStorage.setItem(place, kept)
  } catch {
    kept = fresh
  }
  return kept
}

type Item = { id: string }

const known = new WeakMap<readonly Item[], ReadonlyMap<string, number>>()

/** The place of each item in its round, from 0. Looked up once for a round: a ballot must cost the same on five thousand items as on ten. */
export const placesOf = (items: readonly Item[]): ReadonlyMap<string, number> => {
  const before = known.get(items)
  if (before) return before
  const places = new Map(items.map(({ id }, place) => [id, place]))
  known.set(items, places)
  return places
}

/** A JSON pointer to the first place where two documents differ; `null`: they are equal. The order of the members of an object is no difference. */
export const firstDifference = (one: unknown, other: unknown, at = ''): string | null => {
  if (Object.is(one, other)) return null
  if (Array.isArray(one) && Array.isArray(other)) {
    for (let place = 0; place < Math.max(one.length, other.length); place++) {
      const found = place in one && place in other ? firstDifference(one[place], other[place], `${at}/${place}`) : `${at}/${place}`
      if (found) return found
    }
    return null
  }
  if (!isObject(one) || !isObject(other)) return at || '/'
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = firstDifference(one[key], other[key], `${at}/${key}`)
    if (found) return found
  }
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

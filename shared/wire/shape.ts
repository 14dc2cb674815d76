/** What no message of ours has, looked at before any schema so that nothing odd reaches one. */
const deepest = 4

/** Names the problem, or `null`. `__proto__` as a name would vanish silently or change what an object is. */
export const oddShape = (value: unknown, depth = 0): string | null => {
  if (typeof value !== 'object' || value === null) return null
  if (depth >= deepest) return 'nested too deeply'
  for (const name of Object.keys(value)) {
    if (name === '__proto__') return 'a field may not have the name __proto__'
    const found = oddShape((value as Record<string, unknown>)[name], depth + 1)
    if (found) return found
  }
  return null
}

type Issue = {
  readonly code: string
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
  readonly expected?: string
  readonly maximum?: unknown
  readonly minimum?: unknown
  /** What may stand there, of a field that is one of few. */
  readonly values?: readonly unknown[]
}

/** One line that names the field and what is wrong with it; never its value, which may be somebody's text. */
export const problemOf = (issue: Issue | undefined): string => {
  if (!issue) return 'not a command'
  const where = issue.path.map(String).join('.')
  const what = issue.keys
    ? `unknown field ${issue.keys.slice(0, 3).join(', ')}`
    : issue.values
      ? `expected ${issue.values.map(String).join(', ')}`
      : issue.expected
        ? `expected ${issue.expected}`
        : issue.maximum !== undefined
          ? `at most ${String(issue.maximum)}`
          : issue.minimum !== undefined
            ? `at least ${String(issue.minimum)}`
            : issue.code.replaceAll('_', ' ')
  return (where ? `${where}: ${what}` : what).slice(0, 200)
}

type Unreadable = { success: false; error: { issues: [] } }
/** A schema measures the `length` of whatever has one, before it says that it is no text, and throws when that `length` cannot be compared:
 *  a message that is answered by nothing, paid by nobody and logged each time. */
export const checked = <S extends { safeParse(value: unknown): unknown }>(
  schema: S,
  value: unknown,
): ReturnType<S['safeParse']> | Unreadable => {
  try {
    return schema.safeParse(value) as ReturnType<S['safeParse']>
  } catch {
    return { success: false, error: { issues: [] } }
  }
}

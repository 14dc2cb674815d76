import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceFiles } from './tracked.ts'

/** Every rule of RULES.md: `**V3**` at the start of an item. */
export const rulesIn = (root: string): string[] => {
  const text = readFileSync(join(root, 'shared/domain/RULES.md'), 'utf8')
  return [...text.matchAll(/^[-|] *\*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id as string)
}

/** Those that the title of a test quotes. */
export const quotedRules = (root: string): Set<string> => {
  const titles = sourceFiles(root)
    .filter((file) => file.endsWith('.test.ts') || file.startsWith('tests/'))
    .flatMap((file) => [
      ...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:test|it|describe)(?:\.\w+)*\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g),
    ])
    .map(([, , title]) => title as string)
  return new Set(titles.flatMap((title) => title.match(/\b[A-Z]\d+\b/g) ?? []))
}

/** Every rule is quoted by at least one test title. */
export const rulesWithoutTest = (root: string): { lines: string[]; ok: boolean } => {
  const rules = rulesIn(root)
  const quoted = quotedRules(root)
  const missing = rules.filter((rule) => !quoted.has(rule))
  return {
    lines: [`${rules.length} rules, ${rules.length - missing.length} with a test`, ...missing.map((rule) => `no test quotes ${rule}`)],
    ok: rules.length > 0 && missing.length === 0,
  }
}

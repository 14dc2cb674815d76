/** The built page, and beside it what the role of a path begins with. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { linksFor, readManifest } from './beginnings.ts'

/** `null` while nothing was built. Read anew when a build made it anew; a room that comes in asks a thousand times for the same page. */
export const makeShell = (dist: string): ((path: string) => string | null) => {
  const file = join(dist, 'index.html')
  const kept = new Map<string, string>()
  let since = 0
  return (path) => {
    if (!existsSync(file)) return null
    const { mtimeMs } = statSync(file)
    if (mtimeMs !== since) kept.clear()
    since = mtimeMs
    const first = path.split('/')[1] ?? ''
    const known = kept.get(first)
    if (known !== undefined) return known
    const page = readFileSync(file, 'utf8')
    const manifest = readManifest(dist)
    // A function: what follows a dollar sign in a name must not be taken for a part of the page.
    const whole = manifest === null ? page : page.replace('</head>', () => `${linksFor(path, page, manifest)}</head>`)
    kept.set(first, whole)
    return whole
  }
}

/** What this page may do, as it says itself: its own style sheet and its own script, by their hashes, and nothing else. It holds as well for
 *  the file on somebody's disk as for whatever server puts it before people. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { style } from './style.ts'

export const script = readFileSync(new URL('./replay.js', import.meta.url), 'utf8')

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`

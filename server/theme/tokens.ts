/** The colours of client/styles/tokens.css, the one place where they stand. */
import { readFileSync } from 'node:fs'
import type { Colours } from './pairs.ts'

export type Sets = { light: Colours; dark: Colours }

const file = new URL('../../client/styles/tokens.css', import.meta.url)
const named = (block: string): Record<string, string> =>
  Object.fromEntries([...(block.split('}')[0] ?? '').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]))

/** The dark set names only what differs: plate and chalk stay what they are. */
export const ownTokens = (): Sets => {
  const [first = '', second = ''] = readFileSync(file, 'utf8').split(':root[data-shade="dark"]')
  const light = named(first) as Colours
  return { light, dark: { ...light, ...named(second) } }
}

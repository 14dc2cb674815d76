/** Reads and checks the folder of a theme, once, at the start. What is wrong is said in one sentence that names the entry. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { WrongSetting } from '../settings.ts'
import { checkContrast, coloursIn, mixed } from './check.ts'
import { cssOf } from './css.ts'
import type { Colours } from './pairs.ts'
import { ownTokens } from './tokens.ts'

export type FontUse = 'text' | 'sign'
export type Theme = {
  /** Whose board this is. */
  name: string
  /** A mail address, an https address, or a line of text; `null` when none was given. */
  contact: string | null
  address: 'u' | 'je'
  /** Colour of the page: browsers colour their bar with it. */
  page: string
  css: string
  /** Changes with everything that the theme serves. */
  version: string
  /** File name → bytes. */
  fonts: Map<string, Buffer>
  /** File that the page should fetch at once. */
  textFont: string | null
}

/** In bytes. A phone on bad Wi-Fi fetches it before it reads a word in it. */
export const largestFont = 200_000
const known = ['name', 'contact', 'address', 'tokens', 'dark', 'fonts']

/** A theme that was asked for must be there; the one in the data folder may be. */
export const readTheme = (asked: string | null, dataDir: string): Theme | null => {
  const usual = join(dataDir, 'theme')
  if (asked === null && !existsSync(usual)) return null
  return themeIn(asked ?? usual)
}

const themeIn = (folder: string): Theme => {
  const file = join(folder, 'theme.json')
  const wrong = (problem: string): never => {
    throw new WrongSetting(`THEME_DIR: in ${file} ${problem}.`)
  }
  const given = parsed(folder, file)
  for (const name of Object.keys(given)) if (!known.includes(name)) wrong(`"${name}" is unknown; it may hold ${known.join(', ')}`)
  const name = line(given['name'], 60) ?? wrong('"name" must be the name of your municipality or group, 1 to 60 characters on one line')
  const contact =
    given['contact'] === undefined ? null : (line(given['contact'], 120) ?? wrong('"contact" must be 1 to 120 characters on one line'))
  const address = given['address'] ?? 'u'
  if (address !== 'u' && address !== 'je') return wrong('"address" must be "u" or "je"')
  const tokens = coloursIn(given['tokens'], 'tokens', wrong)
  const dark = coloursIn(given['dark'], 'dark', wrong)
  const fonts = fontsIn(folder, given['fonts'], wrong)

  const own = ownTokens()
  const light = completed(tokens, own.light)
  checkContrast({ ...own.light, ...light }, 'tokens', wrong)
  // The dark set keeps the plate and the chalk of the light one.
  const kept = { sign: light.sign, 'on-sign': light['on-sign'], chalk: light.chalk, 'on-chalk': light['on-chalk'] }
  checkContrast({ ...own.dark, ...named(kept), ...dark }, 'dark', wrong)

  // Of the style sheet as it is served: a newer Pleinbord may write another one for the same theme.
  const hash = createHash('sha256').update(cssOf({ light, dark, fonts: fonts.uses, version: '' }))
  for (const bytes of fonts.files.values()) hash.update(bytes)
  const version = hash.digest('hex').slice(0, 12)
  return {
    name,
    contact,
    address,
    page: light.page ?? own.light.page,
    css: cssOf({ light, dark, fonts: fonts.uses, version }),
    version,
    fonts: fonts.files,
    textFont: fonts.uses.text ?? null,
  }
}

const named = (set: Record<string, string | undefined>): Partial<Colours> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))

/** Focus and selection follow the plate, unless the theme names them. */
const completed = (tokens: Partial<Colours>, own: Colours): Partial<Colours> => {
  const pick = tokens.pick ?? tokens.sign
  if (pick === undefined) return tokens
  return { pick, 'pick-ground': mixed(pick, tokens.card ?? own.card, 0.09), ...tokens }
}

const parsed = (folder: string, file: string): Record<string, unknown> => {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new WrongSetting(`THEME_DIR is "${folder}" but that is no folder.`)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongSetting(`THEME_DIR: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  try {
    // Editors on Windows put a mark before it that is none of the text.
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    throw new WrongSetting(`THEME_DIR: ${file} is no JSON: ${(error as Error).message.replace(/\s+/g, ' ').replace(/\.$/, '')}.`)
  }
  throw new WrongSetting(`THEME_DIR: ${file} must hold one object, between { and }.`)
}

const line = (value: unknown, longest: number): string | null => {
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text.length > 0 && text.length <= longest && !/\p{Cc}/u.test(text) ? text : null
}

type Fonts = { uses: Partial<Record<FontUse, string>>; files: Map<string, Buffer> }

const fontsIn = (folder: string, given: unknown, wrong: (problem: string) => never): Fonts => {
  const fonts: Fonts = { uses: {}, files: new Map() }
  if (given === undefined) return fonts
  if (given === null || typeof given !== 'object') return wrong('"fonts" must hold text, sign or both')
  for (const [use, name] of Object.entries(given)) {
    if (use !== 'text' && use !== 'sign') return wrong(`"fonts.${use}" is unknown; there are text and sign`)
    if (typeof name !== 'string' || !/^[\w-][\w.-]*$/.test(name))
      return wrong(`"fonts.${use}" must be the name of a file in the same folder, of letters, digits, dots and hyphens`)
    fonts.uses[use] = name
    fonts.files.set(name, fontIn(folder, use, name, wrong))
  }
  return fonts
}

const fontIn = (folder: string, use: FontUse, name: string, wrong: (problem: string) => never): Buffer => {
  const path = join(folder, name)
  if (!existsSync(path)) return wrong(`"fonts.${use}" names "${name}" but that file is not there`)
  // A link could lead to any file of this machine, which would then be served to everybody.
  if (!realpathSync(path).startsWith(realpathSync(folder) + sep))
    return wrong(`"fonts.${use}" names "${name}" but that leads out of the folder`)
  const found = statSync(path)
  if (!found.isFile()) return wrong(`"fonts.${use}" names "${name}" but that is no file`)
  const { size } = found
  if (size > largestFont)
    return wrong(
      `"fonts.${use}" names "${name}" of ${Math.ceil(size / 1000)} kB but a font may have ${largestFont / 1000} kB; make a subset of it`,
    )
  const bytes = readFileSync(path)
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') return wrong(`"fonts.${use}" names "${name}" but that is no WOFF2 font`)
  return bytes
}

import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readSettings, WrongSetting } from '../../server/settings.ts'
import { pageWith } from '../../server/theme/page.ts'
import { largestFont, readTheme, type Theme } from '../../server/theme/read.ts'
import { folder } from '../support/folder.ts'
import { expectProblem, town } from './asking.ts'
import { child } from './child.ts'

const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url))
const example = path('docs/theme-example')
const font = path('node_modules/@fontsource-variable/overpass/files/overpass-latin-wght-normal.woff2')

/** A folder with a theme of the invented town of Hoogeveld. */
const themed = (theme: unknown, files: Record<string, string | Buffer> = {}): string => {
  const home = folder()
  writeFileSync(join(home, 'theme.json'), typeof theme === 'string' ? theme : JSON.stringify(theme))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(home, name), bytes)
  return home
}
const withFont = () => {
  const home = folder()
  cpSync(example, home, { recursive: true })
  const theme = JSON.parse(readFileSync(join(home, 'theme.json'), 'utf8'))
  writeFileSync(join(home, 'theme.json'), JSON.stringify({ ...theme, fonts: { text: 'lede-text.woff2' } }))
  copyFileSync(font, join(home, 'lede-text.woff2'))
  return home
}
const refused = (home: string): string => {
  try {
    readTheme(home, folder())
  } catch (error) {
    if (error instanceof WrongSetting) return error.message
    throw error
  }
  return ''
}

describe('a theme', () => {
  it('that is mounted gives colours, a font, a name and an address, without a rebuild', async () => {
    const { ask } = await town({ THEME_DIR: withFont() })
    const page = await ask('GET', '/')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(page.text).toMatch(
      /<html[^>]* data-name="Gemeente Hoogeveld aan de Lede" data-contact="plein@hoogeveld.example" data-address="je"/,
    )
    expect(page.text).toContain('<meta name="theme-color" content="#f5f2ec"')
    // The font that is not used is not fetched either.
    expect(page.text.match(/rel="preload"[^>]*as="font"|as="font"[^>]*rel="preload"/g)).toHaveLength(1)
    const sheet = /<link rel="stylesheet" href="(\/theme\.css\?v=\w+)"><\/head>/.exec(page.text)![1]!
    const css = await ask('GET', sheet)
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(css.headers.get('cache-control')).toContain('immutable')
    expect(css.text).toContain('--sign: #0d4a40;')
    expect(css.text).toMatch(/:root\[data-shade="dark"\] \{[^}]*--page: #171614;/)
    const file = /url\("(\/theme\/lede-text\.woff2\?v=\w+)"\)/.exec(css.text)![1]!
    const served = await ask('GET', file)
    expect(served.headers.get('content-type')).toBe('font/woff2')
    expect(served.headers.get('content-length')).toBe(String(readFileSync(font).length))
    expectProblem(await ask('GET', '/theme/theme.json'), 404, 'not-found')
    expectProblem(await ask('GET', '/theme/..%2ftheme.json'), 404, 'not-found')
    expectProblem(await ask('POST', '/theme.css', {}), 405, 'method-not-allowed')
  })

  it('is found in the data folder', async () => {
    const data = folder()
    cpSync(example, join(data, 'theme'), { recursive: true })
    const { ask } = await town({ DATA_DIR: data })
    expect((await ask('GET', '/coach')).text).toContain('data-address="je"')
  })

  it('is tried as its paper says, in a folder where no server has run', async () => {
    const [, name = '', to = ''] = /`(\w+)=(\S+) npm start`/.exec(readFileSync(path('docs/theme.md'), 'utf8')) ?? []
    const { ask } = await town({ [name]: path(to) })
    expect((await ask('GET', '/')).text).toContain('data-name="Gemeente Hoogeveld aan de Lede"')
  })

  it('may come from an editor that puts a mark before it', () => {
    expect(readTheme(themed('\ufeff{"name":"Hoogeveld"}'), folder())).toMatchObject({ name: 'Hoogeveld' })
  })

  it('that is not there leaves everything as it was', async () => {
    const { ask } = await town()
    const page = await ask('GET', '/')
    expect(page.text).not.toMatch(/data-name|theme\.css/)
    // Beside the links to what the door begins with, it is the page as it was built.
    const bare = page.text.replace(/(?:<link [^>]*>)+(?=<\/head>)/, '')
    if (existsSync(path('dist/index.html'))) expect(bare).toBe(readFileSync(path('dist/index.html'), 'utf8'))
    expectProblem(await ask('GET', '/theme.css'), 404, 'not-found')
  })

  it('names the town in the outcome', async () => {
    const { makePlein, claim, ask } = await town({ THEME_DIR: example })
    const plein = await makePlein()
    const coach = await claim(plein.links.coach)
    const page = await ask('GET', `/api/v1/pleins/${plein.id}/outcome.html`, undefined, { Authorization: `Bearer ${coach}` })
    expect(page.text).toContain('<header><p class="quiet">Gemeente Hoogeveld aan de Lede</p>')
  })

  it('cannot bring markup into the page', () => {
    const theme = readTheme(themed({ name: '"><script>alert(1)</script>', contact: "$& ' <b>" }), folder()) as Theme
    const page = pageWith('<html lang="nl"><head></head></html>', theme)
    expect(page).toMatch(
      /^<html data-name="&#34;&#62;&#60;script&#62;alert\(1\)&#60;\/script&#62;" data-contact="\$&#38; &#39; &#60;b&#62;" data-address="u" lang="nl">/,
    )
    expect(page).not.toContain('<script>')
  })

  it('that gives the plate another colour gives it to focus and selection too', () => {
    const theme = readTheme(themed({ name: 'Hoogeveld', tokens: { sign: '#5b1f4a' } }), folder()) as Theme
    expect(theme.css).toContain('--pick: #5b1f4a;')
    expect(theme.css).toMatch(/--pick-ground: #f\w{5};/)
  })

  it.each<[string, () => string, RegExp]>([
    ['that is no folder', () => join(example, 'theme.json'), /^THEME_DIR is ".*theme\.json" but that is no folder\.$/],
    ['without theme.json', () => folder(), /theme\.json cannot be read \(ENOENT\)\.$/],
    ['that is no JSON', () => themed('{ name: }'), /theme\.json is no JSON: .+\.$/],
    ['that is a list', () => themed([]), /must hold one object/],
    ['without a name', () => themed({}), /"name" must be the name of your municipality/],
    ['with a name of two lines', () => themed({ name: 'Hooge\nveld' }), /"name" must be/],
    [
      'with an entry that does not exist',
      () => themed({ name: 'Hoogeveld', colours: {} }),
      /"colours" is unknown; it may hold name, contact/,
    ],
    ['that says gij', () => themed({ name: 'Hoogeveld', address: 'gij' }), /"address" must be "u" or "je"\.$/],
    [
      'with a token that does not exist',
      () => themed({ name: 'Hoogeveld', tokens: { paper: '#ffffff' } }),
      /"tokens\.paper" is unknown; the tokens are page, card/,
    ],
    [
      'with a word for a colour',
      () => themed({ name: 'Hoogeveld', tokens: { ink: 'zwart' } }),
      /"tokens\.ink" must be a colour such as #14181b\.$/,
    ],
    [
      'with CSS for a colour',
      () => themed({ name: 'Hoogeveld', dark: { ink: '#fff;}body{display:none' } }),
      /"dark\.ink" must be a colour/,
    ],
    [
      'with pale letters',
      () => themed({ name: 'Hoogeveld', tokens: { soft: '#777777' } }),
      /puts soft \(#777777\) on page \(#f2f3f1\): a contrast of 4\.0\d : 1, and text needs 6 : 1\.$/,
    ],
    [
      'too pale for the last row',
      () => themed({ name: 'Hoogeveld', tokens: { sign: '#1d55b8' } }),
      /puts on-sign \(#ffffff\) on sign \(#1d55b8\): a contrast of 6\.\d\d : 1, and the screen needs 7 : 1|puts chalk/,
    ],
    [
      'with a dark set in which focus vanishes',
      () => themed({ name: 'Hoogeveld', dark: { pick: '#113d8c' } }),
      /"dark" puts pick .* and a border needs 3 : 1\.$/,
    ],
    [
      'with a font that is not there',
      () => themed({ name: 'Hoogeveld', fonts: { text: 'weg.woff2' } }),
      /"fonts\.text" names "weg\.woff2" but that file is not there\.$/,
    ],
    [
      'with a folder for a font',
      () => {
        const theme = themed({ name: 'Hoogeveld', fonts: { text: 'letters' } })
        mkdirSync(join(theme, 'letters'))
        return theme
      },
      /"fonts\.text" names "letters" but that is no file\.$/,
    ],
    [
      'with a font of another kind',
      () => themed({ name: 'Hoogeveld', fonts: { text: 'a.woff2' } }, { 'a.woff2': 'OTTO' }),
      /that is no WOFF2 font\.$/,
    ],
    [
      'with a heavy font',
      () => themed({ name: 'Hoogeveld', fonts: { sign: 'a.woff2' } }, { 'a.woff2': Buffer.alloc(largestFont + 1) }),
      /of 201 kB but a font may have 200 kB/,
    ],
    [
      'with a font outside the folder',
      () => themed({ name: 'Hoogeveld', fonts: { text: '../../etc/passwd' } }),
      /must be the name of a file in the same folder/,
    ],
    [
      'with a font for a use that does not exist',
      () => themed({ name: 'Hoogeveld', fonts: { title: 'a.woff2' } }),
      /"fonts\.title" is unknown; there are text and sign\.$/,
    ],
  ])('%s is refused in one sentence', (_what, home, sentence) => {
    const said = refused(home())
    expect(said).toMatch(sentence)
    expect(said).toMatch(/^THEME_DIR[^\n]+\.$/)
  })

  it.skipIf(process.platform === 'win32')('S5 cannot lead to a file outside its folder', () => {
    const home = themed({ name: 'Hoogeveld', fonts: { text: 'a.woff2' } })
    symlinkSync(font, join(home, 'a.woff2'))
    expect(refused(home)).toMatch(/but that leads out of the folder\.$/)
  })

  it('that is wrong stops the start with that sentence and nothing else', async () => {
    const data = folder()
    mkdirSync(join(data, 'theme'))
    writeFileSync(join(data, 'theme', 'theme.json'), '{"name":"Hoogeveld","tokens":{"soft":"#777777"}}')
    const server = child({ DATA_DIR: data })
    expect((await server.ended()).code).toBe(1)
    expect(server.printed()).toMatch(/^THEME_DIR: in [^\n]+ text needs 6 : 1\.\n$/)
  })

  it('is a setting', () => {
    expect(readSettings({}).themeDir).toBeNull()
    expect(readSettings({ THEME_DIR: 'thema' }).themeDir).toMatch(/thema$/)
  })
})

import { globSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const script = file('client/public/floor.js')

type Element = { tag: string; className: string; lang: string; children: (Element | string)[]; firstElementChild?: Element | undefined }

/** As much of a page as the script touches, and what stands on it afterwards. */
const opened = (able: Record<string, unknown>, first = 'first') => {
  const make = (tag: string): Element & Record<string, unknown> => {
    const children: (Element | string)[] = []
    return {
      tag,
      className: '',
      lang: '',
      children,
      ...(able['noModule'] === false ? {} : { noModule: true }),
      setAttribute: () => undefined,
      appendChild: (child: Element | string) => void children.push(child),
      get firstElementChild() {
        return children.find((child) => typeof child !== 'string')
      },
      set innerHTML(_none: string) {
        children.length = 0
      },
    }
  }
  const page = make('div')
  const loading = make('p')
  loading.className = first
  page.children.push(loading)
  let heard: (event: unknown) => void = () => undefined
  const window = {
    structuredClone: able['structuredClone'] === false ? undefined : () => undefined,
    HTMLDialogElement: able['dialog'] === false ? undefined : () => undefined,
    addEventListener: (_name: string, listener: (event: unknown) => void) => {
      heard = listener
    },
  }
  const document = { getElementById: () => page, createElement: make, createTextNode: (text: string) => text }
  const lacks = able['findLast'] === false ? 'delete Array.prototype.findLast\n' : ''
  runInNewContext(lacks + script, { window, document })
  const text = (at: Element | string): string => (typeof at === 'string' ? at : at.children.map(text).join('|'))
  return { said: () => page.children.map(text).join('\n'), fail: (tagName: string) => heard({ target: { tagName } }) }
}

describe('a browser below the floor', () => {
  it.each([['noModule'], ['structuredClone'], ['dialog'], ['findLast']])('without %s reads a sentence in both languages', (what) => {
    const { said } = opened({ [what]: false })
    expect(said()).toMatch(/Deze browser is te oud\|.*Chrome 100, Safari 15\.4, Firefox 104.*\|This browser is too old/)
  })
  it('is the one that reads no pattern of the pages: none looks back, which Safari does from 16.4 on', () => {
    const sources = ['client', 'shared'].flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`))
    expect(sources.length).toBeGreaterThan(300)
    expect(sources.filter((path) => /\(\?<[=!]/.test(file(path)))).toEqual([])
  })
  it('has the length of what it cannot register (Safari, before 16.4): else the whole rule falls, and with it the margin of the page', () => {
    const sheets = globSync('client/styles/*.css').map(file).join('\n')
    const names = [...sheets.matchAll(/@property (--[a-z-]+)/g)].map(([, name]) => name)
    expect(names).toContain('--bar')
    for (const name of names) expect(sheets).not.toMatch(new RegExp(`var\\(${name}\\s*\\)`))
  })
  it('is not told so when it is new enough', () => {
    expect(opened({}).said()).toBe('')
  })
  it('that loses its connection halfway is told to load again, and a page that stands is left alone', () => {
    const page = opened({})
    page.fail('IMG')
    expect(page.said()).toBe('')
    page.fail('SCRIPT')
    expect(page.said()).toMatch(/^Het laden lukte niet\|/)
    const standing = opened({}, 'phone')
    standing.fail('SCRIPT')
    expect(standing.said()).toBe('')
  })
  it('can read the script itself: no word in it is newer than 2009', () => {
    const plain = script.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'/g, (found) => (found.startsWith("'") ? 's' : ''))
    expect(plain).toContain('function')
    expect(plain).not.toMatch(/=>|`|,\s*[)\]}]|\?\.|\?\?|\.\.\.|\b(const|let|class|async|await|import|export)\b/)
  })
  it('gets that script before the page, from our own origin', () => {
    for (const page of ['client/index.html', 'dist/index.html']) {
      const html = file(page)
      expect(html.indexOf('src="/floor.js"'), page).toBeGreaterThan(0)
      expect(html.indexOf('src="/floor.js"'), page).toBeLessThan(html.indexOf('type="module"'))
      expect(html).toMatch(/<noscript>\s*<div[\s\S]*JavaScript[\s\S]*lang="en"[\s\S]*<\/noscript>/)
    }
  })
})

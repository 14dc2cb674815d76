import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loaded, type Manifest } from '../../server/http/beginnings.ts'
import { makeShell } from '../../server/http/shell.ts'
import { folder } from '../support/folder.ts'

const manifest: Manifest = {
  'index.html': { file: 'assets/index-1.js', css: ['assets/index-1.css'], imports: ['_begin.js'] },
  '_begin.js': { file: 'assets/begin-2.js' },
  '_line.js': { file: 'assets/line-3.js', imports: ['_begin.js'] },
  'door/pages.ts': { file: 'assets/door-4.js', imports: ['_begin.js'], dynamicImports: ['phone/start.tsx'] },
  'phone/start.tsx': {
    file: 'assets/start-5.js',
    css: ['assets/start-5.css'],
    imports: ['_line.js'],
    dynamicImports: ['words/phone.nl.ts', 'words/phone.en.ts', 'phone/laterPages.ts'],
  },
  'phone/laterPages.ts': { file: 'assets/later-6.js' },
  'words/phone.nl.ts': { file: 'assets/phone.nl-7.js', imports: ['_begin.js'] },
  'words/phone.en.ts': { file: 'assets/phone.en-8.js' },
}
const page = '<!doctype html><head><script src="/assets/index-1.js"></script><link href="/assets/begin-2.js"></head>'

const built = () => {
  const dist = folder()
  mkdirSync(join(dist, '.vite'), { recursive: true })
  writeFileSync(join(dist, 'index.html'), page)
  writeFileSync(join(dist, '.vite', 'manifest.json'), JSON.stringify(manifest))
  return dist
}
const named = (text: string | null) =>
  [...(text ?? '').matchAll(/rel="(\w+)" crossorigin href="\/assets\/([^"]+)"/g)].map(([, rel, file]) => `${rel} ${file}`)

describe('the page of a path', () => {
  it('names what its role begins with, in Dutch, and nothing twice', () => {
    const shell = makeShell(built())
    expect(named(shell('/'))).toEqual(['modulepreload door-4.js'])
    expect(named(shell('/p/abc'))).toEqual([
      'modulepreload door-4.js',
      'modulepreload line-3.js',
      'stylesheet start-5.css',
      'modulepreload start-5.js',
      'modulepreload phone.nl-7.js',
    ])
  })

  it('is read anew after a build, and is the bare page where the build left no list', () => {
    const dist = built()
    const shell = makeShell(dist)
    expect(shell('/')).toContain('door-4.js')
    writeFileSync(join(dist, 'index.html'), page.replace('doctype', 'DOCTYPE'))
    utimesSync(join(dist, 'index.html'), 1, 1)
    expect(shell('/')).toMatch(/^<!DOCTYPE.*door-4\.js/)
    const bare = folder()
    expect(makeShell(bare)('/')).toBeNull()
    writeFileSync(join(bare, 'index.html'), page)
    expect(makeShell(bare)('/coach')).toBe(page)
  })

  it('a module that is gone is an error and not a smaller page', () => {
    expect(() => loaded(manifest, ['coach/Coach.tsx'])).toThrow('coach/Coach.tsx')
  })
})

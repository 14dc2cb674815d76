import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from '../../scripts/check/tracked.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const files = sourceFiles(root)
const lines = (folders: RegExp, pattern: RegExp): string[] =>
  files
    .filter((file) => folders.test(file))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )

const product = /^(server|shared|client)\//

describe('what our own source never does', () => {
  it('finds what it looks for', () => {
    expect(lines(/^scripts\//, /\bnode:child_process\b/).length).toBeGreaterThan(0)
    expect(lines(product, /\bfetch\(/).length).toBeGreaterThan(0)
  })

  it('evaluates nothing: no eval, no function or timer made of text', () => {
    expect(lines(product, /\beval\(|\bnew Function\b|setTimeout\(\s*['"`]|\bnode:vm\b|import\(\s*[^'"\s]/)).toEqual([])
  })

  it('starts no program, asks no other server and looks no name up, in what runs on a server, but for the mail server that is set', () => {
    const asks =
      /\bfetch\(|\bnode:(child_process|https|http2|tls|dgram|dns)\b|\bhttp\.(request|get)\(|\bconnect\(\s*\d|\bundici\b|\bnodemailer\b/
    expect(lines(/^server\//, asks)).toEqual(["server/blog/mail.ts: import { createTransport } from 'nodemailer'"])
  })

  it('makes no markup of text: React writes text nodes, and the outcome escapes by construction', () => {
    expect(lines(product, /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|srcdoc|DOMParser/)).toEqual(
      [],
    )
    expect(lines(/^client\//, /\b(window|parent|opener|top)\.postMessage|addEventListener\(\s*'message'/)).toEqual([])
  })

  it('binds every value in SQL: what is written into a statement is a number of ours or a name from a list of ours', () => {
    const written = lines(/^server\/store\//, /`[^`]*\b(SELECT|INSERT|UPDATE|DELETE|PRAGMA|BEGIN)\b[^`]*\$\{/)
    const holes = written.flatMap((line) => [...line.matchAll(/\$\{([^}]+)\}/g)].map(([, hole]) => hole!))
    // A new one: is it really ours, and never what somebody sent?
    const ours = [
      'Math.trunc(pages)',
      'migration',
      'place + 1',
      'table',
      'order',
      "columns.join(', ')",
      "columns.map(() => '?').join(', ')",
    ]
    expect(holes.length).toBeGreaterThan(3)
    expect(holes.filter((hole) => !ours.includes(hole))).toEqual([])
  })

  it('keeps the list of all cryptography whole: whatever file uses it stands in the threat model', () => {
    const list = readFileSync(join(root, 'docs/threat-model.md'), 'utf8').split('## Keys and secrets')[1]?.split('\n## ')[0] ?? ''
    const users = lines(product, /from 'node:crypto'|\bcrypto\.subtle\./).map((line) => line.split(':')[0]!)
    expect(users.length).toBeGreaterThan(8)
    expect(users.filter((file) => !list.includes(`\`${file}\``))).toEqual([])
  })

  it('draws every secret from the cryptographic source: Math.random stands nowhere', () => {
    expect(lines(product, /\bMath\.random\b/)).toEqual([])
  })
})

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { renderOutcome } from '../../server/outcome/outcome.ts'
import { addFraming, addIdea, afternoon } from './plein.ts'

const odd: string[] = JSON.parse(readFileSync(new URL('../data/odd-texts.json', import.meta.url), 'utf8')).texts.map(
  (one: { text: string }) => one.text,
)
const nasty = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '&lt;b&gt; &amp; </p></section></main>',
  '=1+1',
  '+31 6 12345678',
  '-2',
  '@SUM(A1)',
  '\t=cmd|x',
  '=HYPERLINK("http://x";"klik")',
  'een; twee; "drie"',
  '# kop\n## kop\n- lijst\n> citaat\n1. een\n1) een\n```\ncode\n```\n---\n===\n| a | b |\n\n    code',
  'tekst\n===',
  '[klik](javascript:alert(1)) ![x](http://x) <http://x> http://x www.x.nl',
  '\\',
  'regel\\\nregel',
  '☕🙂👩‍👩‍👧',
  '𝕸𝖊𝖊𝖗 𠜎',
  'شارع أخضر \u200f!',
  `Z${'\u0335\u0363\u0489'.repeat(40)}algo`,
  'a'.repeat(400),
]

const room = (texts: string[]) => {
  const plein = afternoon()
  for (const [place, text] of texts.entries()) addIdea(plein, `odd-${place}`, text)
  addFraming(plein, 'framing-odd', texts.join(' ').slice(0, 500))
  return plein
}

describe.each([
  ['odd but real contributions', odd.filter((text) => text.trim() !== '')],
  ['texts that want to be more than text', nasty],
])('%s', (_name, texts) => {
  const plein = room(texts)

  test('JSON gives every text back as it is', () => {
    const { ideas } = JSON.parse(renderOutcome(plein, 'json', 'nl').body)
    expect(ideas.slice(3).map((idea: { text: string }) => idea.text)).toEqual(texts)
  })

  test('CSV has a byte order mark, semicolons and CRLF, gives texts back, and no cell is a formula', () => {
    const { body } = renderOutcome(plein, 'csv', 'nl')
    expect(body.startsWith('\ufeffonderdeel;nummer;tekst;')).toBe(true)
    expect(body.endsWith('\r\n')).toBe(true)
    const { data, errors } = Papa.parse<string[]>(body.slice(1), { delimiter: ';', newline: '\r\n', skipEmptyLines: true })
    expect(errors).toEqual([])
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\0]/)
    const found = data.filter((cells) => cells[0] === 'idee').slice(3)
    expect(found.map((cells) => cells[2]?.replace(/^'(?=[=+\-@\t\r\n])/, ''))).toEqual(texts)
  })

  test('Markdown: texts make no structure of their own', () => {
    const { body } = renderOutcome(plein, 'md', 'nl')
    const shape = (markdown: string) =>
      markdown
        .split('\n')
        .map((line) => line.match(/^\s*(#{1,6}(?=\s)|```|~~~|<\w|={3,}\s*$|-{3,}\s*$|[-+*](?=\s)|\d+[.)](?=\s)|>|\|| {4})/)?.[1])
        .filter((opening) => opening !== undefined && opening !== '>')
    const tame = renderOutcome(room(texts.map(() => 'gewoon')), 'md', 'nl').body
    expect(shape(body)).toEqual(shape(tame))
    expect(body).not.toMatch(/(?<!\\)<\w/)
    expect(body).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(/)
    expect(body).not.toMatch(/https?:\/\//)
  })

  test('HTML: texts are text nodes; no script, no handler, nothing from elsewhere', () => {
    const { body } = renderOutcome(plein, 'html', 'nl')
    const tags = new Set([...body.matchAll(/<\/?([a-z0-9!]+)/gi)].map((match) => match[1]?.toLowerCase()))
    for (const tag of tags)
      expect([
        '!doctype',
        'html',
        'head',
        'meta',
        'title',
        'style',
        'body',
        'header',
        'nav',
        'main',
        'section',
        'article',
        'h1',
        'h2',
        'h3',
        'h4',
        'p',
        'ul',
        'ol',
        'li',
        'a',
        'span',
        'blockquote',
        'time',
        'ins',
        'del',
        'div',
        'table',
        'caption',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'meter',
        'br',
      ]).toContain(tag)
    expect(body).not.toMatch(/<[^>]*\son\w+=/i)
    expect(body).not.toMatch(/<[^>]*(src|href)="(?!#)/i)
  })
})

describe('the page', () => {
  const { body, type } = renderOutcome(afternoon(), 'html', 'nl')

  test('carries a policy of its own that allows its style sheet by hash and nothing else', () => {
    const policy = body.match(/Content-Security-Policy" content="([^"]+)"/)?.[1]
    const style = body.match(/<style>([\s\S]*?)<\/style>/)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(policy?.replaceAll('&#39;', "'")).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
    expect(body).not.toContain('style="')
    expect(type).toBe('text/html; charset=utf-8')
  })

  test('has a language, one first heading, captions for every table and a print style', () => {
    expect(body).toContain('<html lang="nl">')
    expect(body.match(/<h1>/g)).toHaveLength(1)
    expect(body.match(/<table>/g)?.length).toBe(body.match(/<table><caption>/g)?.length)
    expect(body).toContain('@media print')
  })

  test('shows the word difference between one framing and the next', () => {
    expect(body).toMatch(/<del>.*Waar.*<\/del>/)
    expect(body).toMatch(/<ins>.*slapen.*<\/ins>/)
    expect(body.match(/Wat er veranderde/g)).toHaveLength(1)
  })
})

test('A11 the outcome of an Oefen-Plein says so in every form and in its name; that of a real one does not', () => {
  const plein = { ...afternoon(), practice: true }
  for (const [format, mark] of [
    ['html', /<span class="word">Oefenen<\/span>/],
    ['md', /\*\*OEFENEN\*\*/],
    ['csv', /OEFENEN;/],
    ['json', /"practice": ?true/],
  ] as const) {
    const { body, filename } = renderOutcome(plein, format, 'nl')
    expect(body).toMatch(mark)
    expect(filename).toContain('oefenen')
    const real = renderOutcome(afternoon(), format, 'nl')
    expect(real.body).not.toMatch(mark)
    expect(real.filename).not.toContain('oefenen')
  }
})

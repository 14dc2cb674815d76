import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { script } from '../../server/outcome/html/policy.ts'
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
    expect(body.startsWith('\ufeff"onderdeel";"nummer";"tekst";')).toBe(true)
    expect(body.endsWith('\r\n')).toBe(true)
    const { data, errors } = Papa.parse<string[]>(body.slice(1), { delimiter: ';', newline: '\r\n', skipEmptyLines: true })
    expect(errors).toEqual([])
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\0]/)
    const found = data.filter((cells) => cells[0] === 'idee').slice(3)
    // But for an apostrophe before what a spreadsheet would run.
    const bare = (text = '') => text.replace(/(^|[,\t\n][\s"]*)'(?=[=+\-@\t\r\n])/g, '$1')
    expect(found.map((cells) => bare(cells[2]))).toEqual(texts.map(bare))
  })

  test.each([' =1+1', '\u00a0=1+1', '\ufeff=1+1', '\u200b@SUM(1)', '\u00ad\u2003＋1', '-1'])(
    'CSV: no cell is a formula behind space or signs that show nothing: %j',
    (text) => {
      const { data } = Papa.parse<string[]>(renderOutcome(room([text]), 'csv', 'nl').body.slice(1), { delimiter: ';', newline: '\r\n' })
      expect(data.flat()).toContain(`'${text}`)
      expect(data.flat()).not.toContain(text)
    },
  )

  test('CSV: a list in a text stays one cell, with an apostrophe before each of its marks', () => {
    const { data } = Papa.parse<string[]>(renderOutcome(room(['- een bank\n- twee bomen, -5 graden']), 'csv', 'nl').body.slice(1))
    expect(data.flat()).toContain("'- een bank\n'- twee bomen, '-5 graden")
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

  test('HTML: texts are text nodes; no script but its own, no handler, nothing from elsewhere', () => {
    const whole = renderOutcome(plein, 'html', 'nl').body
    expect(whole.split('<script').length - 1).toBe(1)
    const body = whole.replace(`<script>${script}</script>`, '')
    expect(body).not.toContain('<script')
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
        'button',
        'details',
        'summary',
        'br',
      ]).toContain(tag)
    expect(body).not.toMatch(/<[^>]*\son\w+=/i)
    expect(body).not.toMatch(/<[^>]*(src|href)="(?!#)/i)
  })
})

describe('the page', () => {
  const { body, type } = renderOutcome(afternoon(), 'html', 'nl')

  test('carries a policy of its own that allows its style sheet and its script by hash and nothing else', () => {
    const policy = body.match(/Content-Security-Policy" content="([^"]+)"/)?.[1]
    const hash = (tag: string) => {
      const text = body.match(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`))?.[1] ?? ''
      expect(text.length, tag).toBeGreaterThan(500)
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    }
    expect(policy?.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    )
    expect(body).not.toContain('style="')
    expect(type).toBe('text/html; charset=utf-8')
  })

  test('its script holds nothing of this Plein, and ends no element by itself', () => {
    expect(renderOutcome({ ...afternoon(), title: 'Een ander' }, 'html', 'en').body).toContain(script)
    expect(script).not.toMatch(/<\/?[a-z!]/i)
    expect(script).not.toMatch(/innerHTML|fetch|import|eval|http/)
  })

  test('has a language, one first heading, captions for every table and a print style', () => {
    expect(body).toContain('<html lang="nl">')
    expect(body.match(/<h1>/g)).toHaveLength(1)
    expect(body.match(/<table>/g)?.length).toBe(body.match(/<table><caption>/g)?.length)
    expect(body).toContain('@media print')
  })

  test('F7 shows what each wording lost and got against the one before, and both whole where little stayed', () => {
    const plein = afternoon()
    addFraming(plein, 'framing-2', 'Hoe slapen wij allemaal, buren en gasten, vannacht goed?')
    const page = renderOutcome(plein, 'html', 'nl').body
    const steps = page.split('<article').slice(1)
    expect(steps).toHaveLength(3)
    expect(steps[0]).not.toContain('class="was')
    expect(steps[1]).toContain('Waar komt de nachtopvang?')
    expect(steps[1]).not.toMatch(/<ins>|<del>/)
    expect(steps[2]).toMatch(/<del>.*van de nachtopvang.*<\/del>/)
    expect(steps[2]).toMatch(/<ins>.*vannacht goed.*<\/ins>/)
  })

  test('a group among the sources opens to the ideas in it', () => {
    expect(body).toMatch(
      /<details><summary>groep: <span class="text">Nacht en slaap<\/span>[\s\S]*?Mijn kinderen slapen niet[\s\S]*?<\/details>/,
    )
  })
})

test('A11 the outcome of an Oefen-Plein says so in every form and in its name; that of a real one does not', () => {
  const plein = { ...afternoon(), practice: true }
  for (const [format, mark] of [
    ['html', /<span class="word">Oefenen<\/span>/],
    ['md', /\*\*OEFENEN\*\*/],
    ['csv', /"OEFENEN";/],
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

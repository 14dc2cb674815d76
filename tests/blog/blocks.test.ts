import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileOf, published, standingPage, wordsOf } from '../../server/blog/pages.ts'
import { outcomeOf } from '../../server/outcome/build.ts'
import { blocksOf, chainLines, saysSomething, tooLong } from '../../shared/blog/blocks.ts'
import { afternoon } from '../outcome/plein.ts'

const outcome = outcomeOf(afternoon())

describe('the words of a blog', () => {
  it('K4 are a title, headings, paragraphs, quotes and the place of the chain, and nothing else', () => {
    const words = `# Wat ik leerde

### Eerst dit
Het ging anders.
Veel anders.

## Toen
> Mijn kinderen slapen niet
>
> — een idee uit de zaal
Gewoon verder

#geen kop
${chainLines.nl.toUpperCase()}
### En daarna
> -- alleen een streep
`
    expect(blocksOf(words)).toEqual({
      title: 'Wat ik leerde',
      blocks: [
        { kind: 'heading', level: 2, text: 'Eerst dit' },
        { kind: 'paragraph', lines: ['Het ging anders.', 'Veel anders.'] },
        { kind: 'heading', level: 2, text: 'Toen' },
        { kind: 'quote', lines: ['Mijn kinderen slapen niet'], from: 'een idee uit de zaal' },
        { kind: 'paragraph', lines: ['Gewoon verder'] },
        { kind: 'paragraph', lines: ['#geen kop'] },
        { kind: 'chain' },
        { kind: 'heading', level: 3, text: 'En daarna' },
        { kind: 'quote', lines: ['-- alleen een streep'], from: null },
      ],
    })
    expect(saysSomething(blocksOf('## Hoe is het echt gegaan?\n\n'))).toBe(false)
    expect(blocksOf(' \n>\n> \n')).toEqual({ title: null, blocks: [] })
    // Copied anew for each line they would take many minutes.
    for (const sign of ['', '> ']) expect(blocksOf(`${sign}a\n`.repeat(150_000)).blocks).toHaveLength(1)
    expect([tooLong('ë'.repeat(30_000)), tooLong('e'.repeat(30_001))]).toEqual([false, true])
  })

  it('K4 are text on the page, whatever they look like: no markup of a writer works', () => {
    const nasty = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '[klik](javascript:alert(1))', '</article>&amp;', '<!--']
    const words = `# ${nasty[1]}\n\n## ${nasty[0]}\n\n${nasty.join('\n')}\n\n> Mijn kinderen slapen niet\n> — ${nasty[1]}`
    const page = standingPage('<link rel="stylesheet" href="/assets/a.css"><script src="/a.js"></script>', null, {
      ...published(words, outcome, 0),
      retainUntil: 0,
    })
    for (const body of [page, fileOf(words, outcome, 'html').body]) {
      expect(body).not.toMatch(/<script|<img|<!--|javascript:(?!alert\(1\)\))/)
      expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(body.match(/<\/article>/g)?.length ?? 0).toBe(body === page ? 1 : 0)
    }
    const md = fileOf(words, outcome, 'md').body
    expect(md).not.toMatch(/(^|[^\\])[<[]/m)
    expect(fileOf(words, outcome, 'md').filename).toBe('2026-11-24-blog-de-nachtopvang-in-zuid.md')
  })

  it('K4 no words can break the page, and none of them gets lost', () => {
    const word = fc.constantFrom(
      '##',
      '###',
      '#',
      '>',
      '—',
      '--',
      '\n',
      '\n\n',
      ' ',
      '<b>',
      '&',
      'woord',
      'Ali',
      '[Hoe de vraag veranderde]',
      '"',
      "'",
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
        const words = parts.join('')
        const { title, blocks } = blocksOf(words)
        const kept = blocks.flatMap((block) =>
          block.kind === 'heading'
            ? [block.text]
            : block.kind === 'chain'
              ? []
              : [...block.lines, ...(block.kind === 'quote' ? [block.from ?? ''] : [])],
        )
        const count = (text: string) => text.match(/woord|Ali/g)?.length ?? 0
        expect(count([title ?? '', ...kept].join('\n'))).toBe(count(words))
        const { article } = published(words, outcome, 0)
        expect(
          article.replace(/<\/?(h1|h2|h3|p|br|figure|blockquote|figcaption|footer|ol|ul|li|strong|time|ins|del|span)( [^<>]*)?>/g, ''),
        ).not.toMatch(/[<>]/)
      }),
      { numRuns: 300 },
    )
  })

  it('K2 the chain stands on the page as it is when the page is made, with what each wording came from', () => {
    const { article } = published(`Zo ging het.\n\n${chainLines.nl}`, outcome, Date.UTC(2026, 10, 25, 8))
    for (const { text, sources } of outcome.chain) {
      expect(article.replace(/<[^>]+>|nieuw: | einde |weg: /g, '')).toContain(text)
      for (const source of sources) if (source.kind === 'idea') expect(article).toContain(source.text)
    }
    expect(article).toContain('25 november 2026')
    const page = standingPage('', null, { ...published('Kort.', outcome, 0), retainUntil: Date.UTC(2027, 1, 22) })
    expect(page).toContain(wordsOf('nl').blog.until('22 februari 2027'))
  })
})

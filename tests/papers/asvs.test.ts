import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = (name: string): string => readFileSync(join(root, 'docs', `${name}.md`), 'utf8')

/** ASVS 5.0.0: for each section the level of its first, second, … requirement. Facts of the standard's own table, without its sentences. */
const levels = `1.1:22 1.2:1111122223 1.3:112222222223 1.4:222 1.5:123 2.1:122 2.2:112 2.3:12223 2.4:23 3.1:3 3.2:113 3.3:12223 3.4:11222233
3.5:11122333 3.6:3 3.7:22333 4.1:12233 4.2:23333 4.3:22 4.4:1222 5.1:2 5.2:112333 5.3:113 5.4:222 6.1:122 6.2:111111112222 6.3:11223333
6.4:112233 6.5:22222333 6.6:2223 6.7:33 6.8:2222 7.1:222 7.2:1111 7.3:22 7.4:11222 7.5:223 7.6:22 8.1:1233 8.2:1123 8.3:133 8.4:23
9.1:111 9.2:1222 10.1:22 10.2:223 10.3:22223 10.4:1111122222233333 10.5:22222 10.6:22 10.7:222 11.1:2233 11.2:22233 11.3:11233 11.4:1222
11.5:23 11.6:23 11.7:33 12.1:12233 12.2:11 12.3:22223 13.1:2333 13.2:222223 13.3:2233 13.4:1222233 14.1:22 14.2:12223333 14.3:122
15.1:12233 15.2:12233 15.3:1222222 15.4:3333 16.1:2 16.2:22222 16.3:2222 16.4:222 16.5:2223 17.1:23 17.2:22223333 17.3:22`

const asked = levels
  .split(/\s+/)
  .map((section) => section.split(':') as [string, string])
  .flatMap(([section, each]) => [...each].map((level, place) => `${section}.${place + 1} of level ${level}`))
  .filter((one) => !one.endsWith('level 3'))

type Row = { number: string; level: string; words: string; answer: string; which: string }
const rows = page('asvs')
  .split('\n')
  .map((line) => line.split(' | '))
  .filter(([first]) => /^\| \d/.test(first ?? ''))
  .map(([number = '', level = '', words = '', answer = '', ...which]): Row => {
    return { number: number.slice(2), level, words, answer, which: which.join(' | ').replace(/ \|$/, '') }
  })

/** `tests/room/file` “part of a title” */
const named = (text: string) => [...text.matchAll(/`(tests\/[\w/-]+)`(?: “([^”]+)”)?/g)].map(([, file = '', title]) => ({ file, title }))
const unread = (text: string): string[] =>
  named(text).flatMap(({ file, title }) => {
    const path = join(root, `${file}.test.ts`)
    if (!existsSync(path)) return [`${file}: no such test file`]
    // Inside a title a quote may stand escaped.
    return title === undefined || readFileSync(path, 'utf8').replaceAll("\\'", "'").includes(title) ? [] : [`${file}: no “${title}”`]
  })

describe('the map of ASVS 5.0', () => {
  it('has every requirement of levels 1 and 2, once, in order', () => {
    expect(asked).toHaveLength(253)
    expect(rows.map(({ number, level }) => `${number} of level ${level}`)).toEqual(asked)
  })

  it('answers each, and its counts are right', () => {
    const answers = ['test', 'reason', 'operator', 'not applicable', '**not met**']
    for (const { number, words, answer, which } of rows) {
      expect(answers, number).toContain(answer)
      expect(words.length, number).toBeGreaterThan(3)
      expect(which, number).toMatch(/\w.{6,}\.$/)
      if (answer === 'test') expect(named(which).filter(({ title }) => title).length, number).toBeGreaterThan(0)
      if (answer === 'not applicable') expect(which, number).toMatch(/^because /)
    }
    for (const answer of answers) {
      const said = new RegExp(`^\\| ${answer.replaceAll('*', '\\*')} \\| .* \\| (\\d+) \\|$`, 'm').exec(page('asvs'))?.[1]
      expect(Number(said), answer).toBe(rows.filter((row) => row.answer === answer).length)
    }
  })

  it.each(['asvs', 'threat-model'])('docs/%s.md names only tests, files and pages that exist', (name) => {
    const text = page(name)
    expect(named(text).length).toBeGreaterThan(20)
    expect(unread(text)).toEqual([])
    const files = [...text.matchAll(/`((?:server|shared|client|scripts)\/[\w./-]+)`/g)].map(([, file = '']) => file)
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => join('docs', link))
    expect([...files, ...links].filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPlainLists } from '../../server/plain/read.ts'
import { readSettings, WrongSetting } from '../../server/settings.ts'
import { plainHints } from '../../shared/text/plain.ts'
import { folder } from '../support/folder.ts'
import { town } from './asking.ts'

const holding = (text: string): string => {
  const home = folder()
  writeFileSync(join(home, 'nl.json'), text)
  return home
}
const refused = (text: string): string => {
  try {
    readPlainLists(holding(text))
  } catch (problem) {
    if (problem instanceof WrongSetting) return problem.message
    throw problem
  }
  return ''
}

describe('the list of official words', () => {
  it('is served, and a municipality adds to it, changes it and takes words off', async () => {
    const own = { words: { wijkregisseur: 'wie de wijk helpt', draagvlak: null, pilot: 'try-out' }, known: ['WMO'] }
    const { ask } = await town({ PLAIN_WORDS_DIR: holding(JSON.stringify(own)) })
    const { body, status } = await ask('GET', '/api/v1/plain-words/nl')
    expect(status).toBe(200)
    expect(body.words).toMatchObject({ wijkregisseur: 'wie de wijk helpt', pilot: 'try-out', teneinde: 'om' })
    expect(body.words).not.toHaveProperty('draagvlak')
    expect(plainHints('Zoekt de wijkregisseur draagvlak voor de WMO?', body)).toEqual([
      { hint: 'official', said: 'wijkregisseur', plain: 'wie de wijk helpt' },
    ])
    expect((await ask('GET', '/api/v1/plain-words/en')).body.words).toHaveProperty('utilise')
    expect((await ask('GET', '/api/v1/plain-words/fr')).status).toBe(404)
  })

  it('may come from an editor that puts a mark before it', () => {
    const lists = readPlainLists(holding('\ufeff{"words":{"pilot":"try-out"}}'))
    expect(lists.nl.words).toMatchObject({ pilot: 'try-out' })
  })

  it('that is wrong stops the start with the file and the place', () => {
    expect(refused('{')).toMatch(/^PLAIN_WORDS_DIR: .*nl\.json is no JSON\.$/)
    expect(refused('{"words":{"pilot":7}}')).toMatch(/nl\.json is not as it should be at "words\.pilot"/)
    expect(refused('{"wodrs":{}}')).toMatch(/nl\.json is not as it should be/)
    expect(refused(JSON.stringify({ words: { ['w'.repeat(81)]: 'x' } }))).toMatch(/is not as it should be/)
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`woord ${at}`, 'x']))
    expect(refused(JSON.stringify({ words: many }))).toMatch(/a list of \d+ words, and 2000 is the most/)
  })

  it('in a folder that is not there stops the start, and is not left out in silence', () => {
    const home = folder()
    writeFileSync(join(home, 'words.json'), '{}')
    for (const path of [join(home, 'wrods'), join(home, 'words.json'), join(home, 'words.json', 'nl')])
      expect(() => readSettings({ PLAIN_WORDS_DIR: path })).toThrow(/^PLAIN_WORDS_DIR is ".*" but must be the path of a folder\.$/)
    expect(readSettings({ PLAIN_WORDS_DIR: home }).plainWordsDir).toBe(home)
    // The usual one in DATA_DIR may be left out; one that is there and cannot be read may not.
    // Windows calls a folder that is a file one that is not there.
    if (process.platform !== 'win32')
      expect(() => readPlainLists(join(home, 'words.json'))).toThrow(/^PLAIN_WORDS_DIR: .*nl\.json cannot be read \(ENOTDIR\)\.$/)
    expect(readSettings({}).plainWordsDir).toMatch(/plain-words$/)
  })
})

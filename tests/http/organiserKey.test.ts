import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inHeader, keyIn, keyInFragment } from '../../client/organiser/key.ts'
import { dice } from '../../scripts/players/dice.ts'
import { isGuessable } from '../../server/guessable.ts'
import { organiserLink } from '../../server/http/links.ts'
import { organiserKey } from '../../server/http/organiserKey.ts'
import { readSettings } from '../../server/settings.ts'
import { folder } from '../support/folder.ts'
import { startServer } from '../support/server.ts'

/** All that stand in the list of 30,000 common passwords of zxcvbn with twenty signs, and what people make of short ones. */
const common = [
  '12345678900987654321',
  'nemvxyheqdd5oqxyxyzi',
  'q1w2e3r4t5y6u7i8o9p0',
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'passwordpasswordpassword',
  'WachtwoordWachtwoord',
  'welkom01welkom01welkom01',
  'aaaaaaaaaaaaaaaaaaaaaaaaa',
  'correct horse battery staple',
  'zomer2026',
]

describe('an organiser’s key that was chosen by hand', () => {
  it.each(common)('S5 %s is one that others may think of', (key) => {
    expect(isGuessable(key)).toBe(true)
    expect(organiserKey(key, folder(), () => '')).toMatchObject({ chosen: true, guessable: true })
  })

  it('S5 that is short holds, and who starts the server is told without a word of it; of a drawn one nothing is said', async () => {
    const said = 'the key of the organiser is short, or one that others may think of'
    const server = await startServer({ ORGANISER_KEY: 'zomer2026' })
    const ask = (key: string) => fetch(`${server.origin}/api/v1/pleins`, { headers: { Authorization: `Bearer ${key}` } })
    expect((await ask('zomer2026')).status).toBe(200)
    expect(server.log()).toContain(said)
    expect(server.log()).not.toContain('zomer')
    const good = await startServer({ ORGANISER_KEY: 'Zeven blauwe ganzen, twee bruggen' })
    expect(good.log()).not.toContain(said)
  })

  it.each(['zomer26', 'x'.repeat(201), 'acht\ttekens'])('S5 %j stops the start, in one sentence that does not repeat it', (key) => {
    expect(() => readSettings({ ORGANISER_KEY: key })).toThrow(/^ORGANISER_KEY must have 8 to 200 characters[^\n]+openssl[^\n]+\.$/)
    expect(() => readSettings({ ORGANISER_KEY: key })).not.toThrow(key)
  })

  it('S5 may be a sentence that nobody else has, and whatever openssl or a password manager makes', () => {
    const chosen = [
      'de fiets van tante Bep staat scheef',
      'Zeven blauwe ganzen, twee bruggen',
      '漢字かな交じり文で書いた秘密の鍵です二十字',
    ]
    // Drawn ones of the shortest length too: of sixty signs, twenty.
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz23456789'
    const chance = dice(20)
    const drawn = Array.from({ length: 2000 }, () => Array.from({ length: 20 }, () => signs[chance.below(signs.length)]).join(''))
    expect([...chosen, ...drawn].filter(isGuessable)).toEqual([])
  })

  it.each(['sleutel van Ria: 100% “zeker” é #1', 'd1e%20sleutel%van%Joost%2026', 'Ελληνικά κλειδί για την πλατεία'])(
    'S5 may hold any sign: %s opens as a browser sends it, as a link carries it, and nothing else does',
    async (key) => {
      const server = await startServer({ ORGANISER_KEY: key })
      const ask = async (header: string) =>
        (await fetch(`${server.origin}/api/v1/pleins`, { headers: { Authorization: `Bearer ${header}` } })).status
      expect(await ask(inHeader(keyIn(` ${key} `)))).toBe(200)
      const link = organiserLink(server.origin, key)
      expect(await ask(inHeader(keyIn(link)))).toBe(200)
      expect(await ask(inHeader(keyInFragment(new URL(link).hash.slice(1))))).toBe(200)
      // As somebody types it in another form of Unicode.
      expect(await ask(inHeader(key.normalize('NFD')))).toBe(200)
      for (const wrong of [`${key}x`, key.slice(1), key.toUpperCase()]) expect(await ask(inHeader(wrong))).toBe(401)
      expect(server.log()).not.toContain(encodeURIComponent(key))
    },
  )

  it('S5 of visible ASCII opens as it is too, and one that was written into the file by hand counts as chosen', () => {
    const plain = organiserKey('Zeven%20blauwe-ganzen&twee=bruggen', folder(), () => '')
    for (const sent of ['Zeven%20blauwe-ganzen&twee=bruggen', encodeURIComponent('Zeven%20blauwe-ganzen&twee=bruggen')])
      expect(plain.matches(sent)).toBe(true)
    expect(plain.matches('Zeven blauwe-ganzen&twee=bruggen')).toBe(false)
    const here = folder()
    expect(organiserKey(null, here, () => 'x'.repeat(43)).chosen).toBe(false)
    writeFileSync(join(here, 'organiser.key'), 'de fiets van tante Bep staat scheef\n')
    expect(organiserKey(null, here, () => '').chosen).toBe(true)
    writeFileSync(join(here, 'organiser.key'), 'te kort'.slice(0, 5))
    expect(() => organiserKey(null, here, () => '')).toThrow(/holds no organiser's key/)
  })
})

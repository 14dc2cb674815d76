import { readdirSync, readFileSync } from 'node:fs'
import { join as path } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makePlein } from '../../scripts/players/http.ts'
import { serverProcess } from '../../scripts/players/process.ts'
import { plainSecrets } from '../../scripts/secrecy/plainSecrets.ts'
import { folder as newFolder } from '../support/folder.ts'
import { claim, join } from '../support/phone.ts'
import { secretOf } from '../support/server.ts'

const key = 'organisatorsleutel-van-de-proef-0123456789abcdef'

/** The memory as the server itself writes it down; `null`: not yet, or half of it. */
const dumpIn = (folder: string): Buffer | null => {
  const name = readdirSync(folder).find((one) => one.endsWith('.heapsnapshot'))
  if (name === undefined) return null
  const dump = readFileSync(path(folder, name))
  // The end of the list of strings, and of all: in a string that mark would stand behind a backslash.
  return /[^\\]"\]\}$/.test(dump.subarray(-64).toString('latin1').replace(/\s/g, '')) ? dump : null
}

// There is no such signal on Windows.
it.skipIf(process.platform === 'win32')(
  'S5 a dump of the memory holds no token of anybody who is here, no link and no key of an idea',
  async () => {
    const folder = newFolder()
    const dumps = newFolder()
    const env = { NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${dumps}` }
    const server = await serverProcess({ folder, key, env })
    onTestFinished(async () => void (await server.end('SIGKILL')))
    await server.start()
    const programme = [{ kind: 'ideas' }]
    const made = await makePlein(server.origin, key, { title: 'Plein over het groen', dilemma: 'Wie zorgt er?', locale: 'nl', programme })
    const joost = await claim(server, 'Joost', made.links.coach)
    const people = [joost]
    for (const name of ['Fatma', 'Ria', 'Samir']) people.push(await join(server, name, made))
    for (const who of people) who.open('board')
    await expect.poll(() => people.every((who) => who.opened('board').provider.synced), { timeout: 20_000 }).toBe(true)
    expect(await joost.ask({ type: 'plein.open' })).toMatchObject({ ok: true })
    await expect.poll(() => people.at(-1)!.opened('board').maps()['plein']?.['current'], { timeout: 20_000 }).toBeTruthy()
    const phase = String(joost.opened('board').maps()['plein']?.['current'])
    const keys = people.slice(1).map((who) => who.key(who.name))
    for (const [place, who] of people.slice(1).entries())
      expect(await who.ask({ type: 'idea.post', key: keys[place]!, as: 'idea', text: `Bomen van ${who.name}`, phase })).toMatchObject({
        ok: true,
      })

    process.kill(server.pid(), 'SIGUSR2')
    await expect.poll(() => dumpIn(dumps) !== null, { timeout: 90_000, interval: 300 }).toBe(true)
    const dump = dumpIn(dumps)!
    // It is really the memory of this server.
    expect(dump.includes('Bomen van Fatma')).toBe(true)
    const secrets = [...people.map(({ token }) => token), ...Object.values(made.links).slice(1).map(secretOf), ...keys]
    expect(plainSecrets(dump, new Set(secrets))).toEqual([])
  },
)

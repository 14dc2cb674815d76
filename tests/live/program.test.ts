import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { startServer } from '../support/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('the program in docs/protocol.md brings an idea from one phone to the other, as it stands there', async () => {
  const [, program = ''] = /\n```js\n([\s\S]*?)\n```/.exec(readFileSync(`${root}docs/protocol.md`, 'utf8')) ?? []
  const ORGANISER_KEY = 'de-sleutel-van-wie-het-leest'
  const server = await startServer({ ORGANISER_KEY })
  const env = { ...process.env, ORIGIN: server.origin, ORGANISER_KEY }
  const ran = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { cwd: root, env, timeout: 50_000 })
  expect(ran.stdout).toBe('Samir reads: A rota for watering\n')
})

/** Every command of package.json is called strictly, and docs/tools.md says how. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
/** These hand their arguments on to a program of others, which refuses what it does not know. */
const ofOthers = ['test', 'format']
const ours = Object.keys(scripts).filter((name) => !ofOthers.includes(name))
/** Takes as many files as are given. */
const manyFiles = ['mutate']
const called = (name: string): string => (name === 'start' ? 'npm start' : `npm run ${name}`)

type Answer = { code: number; out: string; err: string; made: string[] }
/** In a folder of its own, with nothing in the environment that it could reach. */
const run = async (name: string, ...args: string[]): Promise<Answer> => {
  const folder = mkdtempSync(join(tmpdir(), 'pleinbord-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [, ...words] = (scripts[name] ?? '').split(' ')
  const own = words.map((word) => (existsSync(join(root, word)) ? join(root, word) : word))
  const env = { PATH: process.env['PATH'], HOME: folder, PORT: '1', DATA_DIR: join(folder, 'data') }
  return new Promise((resolve) => {
    execFile(process.execPath, [...own, ...args], { cwd: folder, env, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err, made: readdirSync(folder) }),
    )
  })
}

it.each(ours)(
  '%s: what it does not know is a sentence and the usage, exit code 2; help is the usage, exit code 0; and neither does anything',
  { timeout: 120_000 },
  async (name) => {
    const help = await run(name, '--help')
    expect(help).toMatchObject({ code: 0, out: expect.stringContaining(called(name)), err: '', made: [] })
    for (const args of [['--geen-optie'], ...(manyFiles.includes(name) ? [] : [['een', 'twee', 'drie']])]) {
      const { code, out, err, made } = await run(name, ...args)
      expect({ code, out, made }).toEqual({ code: 2, out: '', made: [] })
      expect(err).toContain(name === 'start' ? help.out : `\n${help.out}`)
      expect(err).not.toMatch(/^\s+at |node:internal/m)
    }
    if (name === 'start') return
    const row = readFileSync(join(root, 'docs/tools.md'), 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| \`${called(name)}\` |`))
    const options = help.out.match(/--[a-z][a-z-]+/g) ?? []
    const parts = (/-- \[([a-z|]+)\]/.exec(help.out)?.[1] ?? '').split('|').filter(Boolean)
    for (const word of [...options, ...parts]) expect(row).toMatch(new RegExp(`\`${word}[ \`]|${word} [A-Z]`))
  },
)

it.each([
  ['sbom', ['nergens/lijst.json'], 1, /^nergens\/lijst\.json cannot be written \(ENOENT\)\.\n$/],
  ['mutate', ['nergens.ts'], 2, /^There is no file nergens\.ts\.\nnpm run mutate/],
  [
    'demo',
    ['--server', 'http://127.0.0.1:2', '--organiser-key', 'x'],
    1,
    /^The server at http:\/\/127\.0\.0\.1:2 cannot be reached \(ECONNREFUSED\)\.\n$/,
  ],
  ['demo', ['--server', 'plein', '--organiser-key', 'x'], 1, /^The server at plein\S* cannot be reached \(.+\)\.\n$/],
] as const)('%s %j: what cannot be done is one sentence', { timeout: 120_000 }, async (name, args, code, sentence) => {
  expect(await run(name, ...args)).toEqual({ code, out: '', err: expect.stringMatching(sentence), made: [] })
})

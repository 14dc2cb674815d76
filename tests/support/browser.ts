import { createReadStream, existsSync, mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core'
import { extract } from 'tar-fs'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const packed = async (): Promise<{ path: string; libraries: string; fonts: string }> => {
  const path = await sparticuz.executablePath()
  const bin = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/bin', import.meta.url))
  const home = join(tmpdir(), 'al2023')
  if (!existsSync(join(home, 'lib'))) {
    mkdirSync(home, { recursive: true })
    await pipeline(createReadStream(join(bin, 'al2023.tar.br')), createBrotliDecompress(), extract(home))
  }
  return { path, libraries: join(home, 'lib'), fonts: join(tmpdir(), 'fonts') }
}

/** Ways to start a real Chromium, of which the first that works is taken: `CHROMIUM=path`, else on Linux the one inside the npm package
 *  (a bare system has none), else an installed Chrome or Edge. `home` is of the browser alone. */
const ways = async (extra: string[], home: string): Promise<LaunchOptions[]> => {
  const args = [...flags, ...extra]
  const chosen = process.env['CHROMIUM']
  if (chosen) return [{ executablePath: chosen, args }]
  if (process.platform !== 'linux' || process.arch !== 'x64') return ['chrome', 'msedge', 'chromium'].map((channel) => ({ channel, args }))
  const { path, libraries, fonts } = await packed()
  const env = {
    ...process.env,
    HOME: home,
    FONTCONFIG_PATH: fonts,
    LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
  }
  return [{ executablePath: path, args, env: env as Record<string, string> }]
}
const firstThatStarts = async <T>(all: readonly LaunchOptions[], start: (way: LaunchOptions) => Promise<T>): Promise<T> => {
  // Why the only way does not work is worth knowing.
  if (all.length === 1) return start(all[0]!)
  for (const way of all) {
    const started = await start(way).catch(() => null)
    if (started !== null) return started
  }
  throw new Error('No Chrome, Edge or Chromium was found. Install one, or say where it is: CHROMIUM=/path/to/chrome')
}

/** `extra`: further command line flags, such as `--host-resolver-rules`. */
export const openBrowser = async (extra: string[] = []): Promise<Browser> => {
  const home = await mkdtemp(join(tmpdir(), 'pleinbord-browser-'))
  const browser = await firstThatStarts(await ways(extra, home), (way) => chromium.launch(way))
  browser.on('disconnected', () => void rm(home, { recursive: true, force: true }))
  return browser
}

/** A phone that keeps its storage in this folder: closed and opened again it is the same phone. */
export const openPhone = async (folder: string): Promise<BrowserContext> =>
  firstThatStarts(await ways([], folder), (way) =>
    chromium.launchPersistentContext(folder, { ...way, viewport: { width: 360, height: 780 }, locale: 'nl-NL' }),
  )

import { createReadStream, existsSync, mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import sparticuz from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
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
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', '..', 'bin')
  const home = join(tmpdir(), 'al2023')
  if (!existsSync(join(home, 'lib'))) {
    mkdirSync(home, { recursive: true })
    await pipeline(createReadStream(join(bin, 'al2023.tar.br')), createBrotliDecompress(), extract(home))
  }
  return { path, libraries: join(home, 'lib'), fonts: join(tmpdir(), 'fonts') }
}

/** A real Chromium: `CHROMIUM=path`, else on Linux the one inside the npm package (a bare system has none), else an installed Chrome or Edge.
 *  `extra`: further command line flags, such as `--host-resolver-rules`. */
export const openBrowser = async (extra: string[] = []): Promise<Browser> => {
  const args = [...flags, ...extra]
  const chosen = process.env['CHROMIUM']
  if (chosen) return chromium.launch({ executablePath: chosen, args })
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { path, libraries, fonts } = await packed()
    const home = await mkdtemp(join(tmpdir(), 'pleinbord-browser-'))
    const env = {
      ...process.env,
      HOME: home,
      FONTCONFIG_PATH: fonts,
      LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    }
    const browser = await chromium.launch({ executablePath: path, args, env: env as Record<string, string> })
    browser.on('disconnected', () => void rm(home, { recursive: true, force: true }))
    return browser
  }
  for (const channel of ['chrome', 'msedge', 'chromium']) {
    const browser = await chromium.launch({ channel, args }).catch(() => null)
    if (browser) return browser
  }
  throw new Error('No Chrome, Edge or Chromium was found. Install one, or say where it is: CHROMIUM=/path/to/chrome')
}

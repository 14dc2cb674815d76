// Plain JavaScript: an old Node cannot even load a .ts file, and should say so in a sentence.
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 2)) {
  console.error(`Pleinbord needs Node 24.2 or newer and this is ${process.versions.node}; "npm ci && npm start" brings its own.`)
  process.exit(1)
}
if (process.argv.length > 2) {
  const asked = process.argv[2] === '--help'
  console[asked ? 'log' : 'error']('npm start takes nothing: settings come from the environment, see docs/operating.md.')
  process.exit(asked ? 0 : 2)
}
// glibc gives each thread memory of its own and takes little of it back, unless the environment says so when a process begins: so this one
// begins once more, as itself. Not where a parent talks to it over a channel, which would break.
if (process.platform === 'linux' && process.env.MALLOC_ARENA_MAX === undefined && !process.channel) {
  try {
    process.execve(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], {
      ...process.env,
      MALLOC_ARENA_MAX: '2',
    })
  } catch {
    // Node's permissions forbid it: it costs memory and nothing else.
  }
}
// What Node made of the sources stays beside them: a third of a start, and a room may be waiting for it. Where that cannot be written nothing is lost.
const { enableCompileCache } = await import('node:module')
enableCompileCache(fileURLToPath(new URL('node_modules/.cache/start', import.meta.url)))
const { built } = await import('./scripts/built.ts')
await built()
const { main } = await import('./server/main.ts')
await main()

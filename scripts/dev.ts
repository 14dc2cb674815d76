/** Server and client with hot reload, at http://localhost:5173. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = await createServer({ root: `${root}client`, configFile: `${root}vite.config.ts`, server: { host: true } })
await vite.listen()
vite.printUrls()
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PUBLIC_URL: process.env['PUBLIC_URL'] ?? vite.resolvedUrls?.local[0]?.replace(/\/$/, '') },
})
const stop = async () => {
  server.kill('SIGTERM')
  await vite.close()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

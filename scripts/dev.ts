/** Server and client with hot reload, at http://localhost:5173. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import { createAddresses } from '../server/addresses.ts'
import { calledBare } from './players/call.ts'

calledBare('npm run dev')
const root = fileURLToPath(new URL('..', import.meta.url))
const vite = await createServer({ root: `${root}client`, configFile: `${root}vite.config.ts`, server: { host: true } })
await vite.listen()
vite.printUrls()
// Links and QR lead to the page that reloads, at an address that a phone on the same Wi-Fi can reach.
const port = Number(new URL(vite.resolvedUrls?.local[0] ?? 'http://localhost:5173').port)
const page = createAddresses({ port: () => port, host: null, publicUrl: null })
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PUBLIC_URL: process.env['PUBLIC_URL'] ?? page.addresses()[0] },
})
const stop = async () => {
  server.kill('SIGTERM')
  await vite.close()
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

/** A page of tldraw with as many notes, as many of which change a second: what a well-made board of another kind does on this machine in the
 *  same minutes. Its licence keeps it out of this project: somebody installs it in a folder of their own (docs/performance.md). */

import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { WrongCall } from '../players/call.ts'
import { openDevice, sizes } from './device.ts'
import { type Load, type Smooth, smooth } from './smooth.ts'

const page =
  '<!doctype html><title>peer</title><div id="root" style="position:fixed;inset:0"></div><script type="module" src="./page.js"></script>'
/** Notes in a grid, all in view, as all ideas of a page of ours are; a change is another text and another place. */
const script = `
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createShapeId, Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'
const many = Number(new URLSearchParams(location.search).get('notes'))
const place = (at) => ({ x: (at % 40) * 230, y: Math.floor(at / 40) * 230 })
const id = (at) => createShapeId('note-' + at)
const begin = (editor) => {
  const text = (at) => toRichText('Zet bij de speeltuin een bank en haal het hek weg. (' + at + ')')
  editor.setCurrentTool('select')
  editor.createShapes(Array.from({ length: many }, (_, at) => ({ id: id(at), type: 'note', ...place(at), props: { richText: text(at) } })))
  editor.zoomToFit()
  let turns = 0
  const change = () => {
    turns += 1
    const at = (turns * 379) % many
    editor.updateShape({ id: id(at), type: 'note', x: place(at).x + (turns % 7), props: { richText: text(turns) } })
  }
  let timer = 0
  window.start = (perSecond) => {
    turns = 0
    const began = performance.now()
    timer = setInterval(() => {
      while (turns < ((performance.now() - began) / 1000) * perSecond) change()
    }, 10)
  }
  window.stop = () => {
    clearInterval(timer)
    return turns
  }
  window.notes = () => editor.getCurrentPageShapeIds().size
}
createRoot(document.getElementById('root')).render(createElement(Tldraw, { onMount: begin }))
`
type Peer = { start(perSecond: number): void; stop(): number }
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

const serve = async (folder: string): Promise<Server> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname === '/' ? '/index.html' : pathname
    readFile(join(folder, path)).then(
      (body) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const build = async (folder: string): Promise<string> => {
  if (!existsSync(join(folder, 'node_modules', 'tldraw')))
    throw new WrongCall(`There is no tldraw in ${folder}: npm install tldraw react react-dom`)
  const root = join(folder, 'peer-page')
  await mkdir(root, { recursive: true })
  await writeFile(join(root, 'index.html'), page)
  await writeFile(join(root, 'page.js'), script)
  const vite = await import('vite')
  await vite.build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(root, 'dist'), emptyOutDir: true, chunkSizeWarningLimit: 9999 },
  })
  return join(root, 'dist')
}

export const openPeer = async (folder: string) => {
  const server = await serve(await build(resolve(folder)))
  const { port } = server.address() as { port: number }
  return {
    run: async (browser: Browser, notes: number, seconds: number, loads: readonly Load[]): Promise<Smooth[]> => {
      const device = await openDevice(browser, sizes.screen)
      const rows: Smooth[] = []
      try {
        await device.page.goto(`http://127.0.0.1:${port}/?notes=${notes}`)
        await device.page.waitForFunction(() => 'notes' in window)
        // Inside the page: from outside each change would cost it more than the change itself.
        const begun = (perSecond: number) => {
          void device.page.evaluate((many) => (window as unknown as Peer).start(many), perSecond)
          return { stop: () => device.page.evaluate(() => (window as unknown as Peer).stop()) }
        }
        for (const load of loads) rows.push(await smooth('peer, notes change', device, load, seconds, begun, async () => []))
      } finally {
        await device.close()
      }
      return rows
    },
    close: () => void server.close(),
  }
}

/** Hocuspocus as its own guide sets it up: it asks for a token, and stores each document in a file, two to ten seconds after it changed. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'

const [folder = '.', token = ''] = process.argv.slice(2)
const fileOf = (name: string): string => join(folder, encodeURIComponent(name))

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  async onAuthenticate({ token: said }) {
    if (said !== token) throw new Error('not let in')
  },
  async onLoadDocument({ document, documentName }) {
    const stored = await readFile(fileOf(documentName)).catch(() => null)
    if (stored) Y.applyUpdate(document, stored)
  },
  async onStoreDocument({ document, documentName }) {
    await writeFile(fileOf(documentName), Y.encodeStateAsUpdate(document))
  },
})
await server.listen()
console.log(`port ${server.address.port}`)

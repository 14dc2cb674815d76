/** The intake talk between an owner and a coach, on real sockets and a real disk. */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join as path } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { file } from '../../server/store/sqlite/open.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { folder } from './folder.ts'
import { claim, newId, type Phone } from './phone.ts'
import { startServer, type TestServer } from './server.ts'

export const soon = { timeout: 20_000 }
export const circles = ['own', 'coaches', 'room'] as const
export type Circle = (typeof circles)[number]

export const read = (phone: Phone, circle: Circle, line: string): string => phone.opened(circleText(circle)).doc.getText(line).toString()
export const write = async (phone: Phone, circle: Circle, line: string, words: string): Promise<void> => {
  const { doc, provider } = phone.opened(circleText(circle))
  await expect.poll(() => provider.synced, soon).toBe(true)
  const text = doc.getText(line)
  text.insert(text.length, words)
  await stored(phone, circle)
}
/** Everything that this page wrote is on the server's disk. */
export const stored = (phone: Phone, circle: Circle) => {
  const name = phone.hello().documents[circleText(circle)]
  const { doc } = phone.opened(circleText(circle))
  return expect
    .poll(() => {
      const last = phone.told.saved.findLast(({ document }) => document === name)
      return (last && Y.decodeStateVector(Buffer.from(last.vector, 'base64')).get(doc.clientID)) ?? 0
    }, soon)
    .toBe(Y.getState(doc.store, doc.clientID))
}
export const onDisk = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => {
      try {
        return one.isFile() ? [readFileSync(path(one.parentPath, one.name))] : []
      } catch (problem) {
        // What was written beside a file and took its place meanwhile is gone under its first name.
        if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return []
        throw problem
      }
    }),
  )
/** To be polled: between the two copies the store may have gone on. */
export const rowsOf = (server: TestServer): string[] => {
  // From a copy: the server keeps its own to itself.
  const copy = folder()
  for (const one of ['', '-wal'].map((end) => file(server.folder) + end).filter(existsSync)) copyFileSync(one, path(copy, basename(one)))
  const database = new DatabaseSync(file(copy))
  const rows = database.prepare('SELECT DISTINCT text FROM texts').all()
  database.close()
  return rows.map(({ text }) => String(text))
}
export const talk = async (env: Record<string, string> = {}) => {
  const server = await startServer(env)
  const made = await server.makePlein()
  const wim = await claim(server, 'Wim', made.links.owner)
  const joost = await claim(server, 'Joost', made.links.coach)
  return { server, made, wim, joost }
}
/** A yes to these words. */
export const widen = (
  phone: Phone,
  by: 'owner' | 'coach',
  from: Circle,
  to: Circle,
  words: string,
  { confirmed = true, id = newId() } = {},
) => phone.ask({ type: 'intake.widen', question: 'afraid', by, from, to, words, ...(confirmed ? { confirmed } : {}) }, id)

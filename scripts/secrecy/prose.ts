/** The co-written texts as one device has them, over whichever way: it opens those that it is told of, and writes. */
import * as Y from 'yjs'
import { readFrame, step1Frame, updateFrame } from '../../server/live/frames.ts'
import { type TextName, textNames } from '../../shared/wire/messages.ts'

export type Line = { send(frame: Uint8Array): void; close(): void }
/** `gone`: the server closed it. */
export type OpenLine = (full: string, on: { heard(frame: Uint8Array): void; gone(): void }) => Line

export type Writes = {
  /** One text of this document, as this device has it. */
  words(text: TextName, part: string): string
  /** At the end, or instead of all that stands there; resolves when it is on disk. `false`: it was not taken. */
  write(text: TextName, part: string, words: string, instead?: boolean): Promise<boolean>
  /** Tries to open what it was perhaps never told of; resolves when it was answered or sent away. */
  knock(full: string): Promise<void>
  /** Full names of what it was told that it may open. */
  documents(): Partial<Record<string, string>>
}
export type Prose = Writes & {
  told(documents: Partial<Record<string, string>>): void
  saved(what: { document: string; vector: string }): void
  leave(): void
}

type Page = { full: string; doc: Y.Doc; line: Line; synced: Promise<boolean>; waiting: Set<(stored: boolean) => void> }

const empty = Uint8Array.of(0)

/** `client`: with which it writes; `null`: it only reads. */
export const createProse = (client: number | null, openLine: OpenLine): Prose => {
  const pages = new Map<TextName, Page>()
  let names: Partial<Record<string, string>> = {}

  const drop = (name: TextName, page: Page): void => {
    if (pages.get(name) === page) pages.delete(name)
    for (const done of page.waiting) done(false)
  }
  const open = (full: string, gone: () => void): Omit<Page, 'full' | 'waiting'> => {
    const doc = new Y.Doc()
    let answered: (there: boolean) => void = () => undefined
    const synced = new Promise<boolean>((resolve) => {
      answered = resolve
    })
    const line = openLine(full, {
      heard: (bytes) => {
        const frame = readFrame(bytes)
        if (frame?.kind !== 'update' && frame?.kind !== 'step2') return
        Y.applyUpdate(doc, frame.update, line)
        answered(true)
      },
      gone: () => {
        answered(false)
        gone()
      },
    })
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== line) line.send(updateFrame(update))
    })
    line.send(step1Frame(empty))
    return { doc, line, synced }
  }
  return {
    told: (documents) => {
      names = documents
      for (const name of textNames) {
        const [full, known] = [documents[name], pages.get(name)]
        if (known?.full === full) continue
        known?.line.close()
        if (known) drop(name, known)
        if (full === undefined) continue
        const opened = open(full, () => drop(name, page))
        const page: Page = { ...opened, full, waiting: new Set() }
        pages.set(name, page)
      }
    },
    saved: ({ document, vector }) => {
      for (const { full, doc, waiting } of pages.values()) {
        if (full !== document) continue
        const stored = Y.decodeStateVector(Buffer.from(vector, 'base64')).get(doc.clientID) ?? 0
        if (stored < Y.getState(doc.store, doc.clientID)) continue
        for (const done of waiting) done(true)
        waiting.clear()
      }
    },
    documents: () => names,
    words: (text, part) => pages.get(text)?.doc.getText(part).toString() ?? '',
    write: async (text, part, words, instead = false) => {
      const page = pages.get(text)
      if (client === null || !page || !(await page.synced)) return false
      const { doc, waiting } = page
      // Not before: what this device wrote on an earlier line has come back to it by now.
      doc.clientID = client
      const stored = new Promise<boolean>((resolve) => waiting.add(resolve))
      const prose = doc.getText(part)
      doc.transact(() => {
        if (instead) prose.delete(0, prose.length)
        prose.insert(prose.length, words)
      })
      return stored
    },
    knock: async (full) => {
      const { synced, line } = open(full, () => undefined)
      if (await synced) line.close()
    },
    leave: () => {
      for (const { line } of pages.values()) line.close()
      pages.clear()
    },
  }
}

/** Writes only what is new. What stands in the documents is remembered, so that a key is written when its value has changed and at no other
 *  time; with that, how events are cut into transactions does not change a byte. */
import type { Write } from '../../wire/documents.ts'
import type { Plein } from '../state.ts'

export type Document = 'board' | 'desk'
/** Says what should stand at a key now; `undefined`: nothing. */
export type Put = (document: Document, map: Write['map'], key: string, value: unknown) => void

/** All that stands in the documents now, their versions last: what a document begins with that is written anew. In the same order
 *  whenever the same log is replayed. */
export const standing = ({ documents }: Plein): Write[] =>
  (['board', 'desk'] as const).flatMap((document) => {
    const cells = [...documents[document].written].map(([cell, value]): Write => {
      const slash = cell.indexOf('/')
      return { document, map: cell.slice(0, slash) as Write['map'], key: cell.slice(slash + 1), value: JSON.parse(value) }
    })
    return cells.length === 0 ? [] : [...cells, { document, map: 'meta', key: 'v', value: documents[document].v }]
  })

/** Collects the writes of one event; `done` adds the new versions of the documents. */
export const cells = (plein: Plein): { put: Put; done: () => Write[] } => {
  const writes: Write[] = []
  const touched = new Set<Document>()
  const put: Put = (document, map, key, value) => {
    const { written } = plein.documents[document]
    const cell = `${map}/${key}`
    const before = written.get(cell)
    const now = value === undefined ? undefined : JSON.stringify(value)
    if (now === before) return
    if (now === undefined) written.delete(cell)
    else written.set(cell, now)
    touched.add(document)
    // A copy: the room goes on writing into its state, and a document holds values by reference.
    writes.push({ document, map, key, value: now === undefined ? undefined : JSON.parse(now) })
  }
  const done = () => {
    for (const document of ['board', 'desk'] as const) {
      if (touched.has(document)) writes.push({ document, map: 'meta', key: 'v', value: ++plein.documents[document].v })
    }
    return writes
  }
  return { put, done }
}

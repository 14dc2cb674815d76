import diff from 'fast-diff'
import type * as Y from 'yjs'

export type Edit = { at: number; remove: number; insert: string }

/** What was typed, as few edits as can be, from the end to the start so that places stay right. */
export const editsBetween = (before: string, after: string): Edit[] => {
  const edits: Edit[] = []
  let at = 0
  for (const [kind, text] of diff(before, after)) {
    if (kind === diff.EQUAL) at += text.length
    else if (kind === diff.DELETE) {
      edits.push({ at, remove: text.length, insert: '' })
      at += text.length
    } else {
      const last = edits.at(-1)
      if (last && last.at + last.remove === at && last.insert === '') last.insert = text
      else edits.push({ at, remove: 0, insert: text })
    }
  }
  return edits.reverse()
}

/** What others did to a text, in Yjs's own form. */
export type Delta = readonly { retain?: number | undefined; insert?: unknown; delete?: number | undefined }[]

/** Writes what was typed. `before`: the text as the field showed it; `missed`: what others did to it since, which must not be undone by it. */
export const typeInto = (
  text: Y.Text,
  after: string,
  { before = text.toString(), missed = [] }: { before?: string; missed?: readonly Delta[] } = {},
): void => {
  const edits = editsBetween(before, after).map((edit) => {
    const at = missed.reduce((place, delta) => moveCaret(place, delta), edit.at)
    const end = missed.reduce((place, delta) => moveCaret(place, delta), edit.at + edit.remove)
    return { at, remove: Math.max(0, end - at), insert: edit.insert }
  })
  if (edits.length === 0) return
  const apply = () => {
    for (const edit of edits) {
      if (edit.remove > 0) text.delete(edit.at, edit.remove)
      if (edit.insert !== '') text.insert(edit.at, edit.insert)
    }
  }
  if (text.doc) text.doc.transact(apply)
  else apply()
}

/** Where a caret goes when others' words arrive. */
export const moveCaret = (caret: number, delta: Delta): number => {
  let at = 0
  let moved = caret
  for (const part of delta) {
    if (at > moved) break
    if (part.retain !== undefined) at += part.retain
    else if (typeof part.insert === 'string') {
      if (at < moved) moved += part.insert.length
      at += part.insert.length
    } else if (part.delete !== undefined) moved -= Math.min(part.delete, Math.max(0, moved - at))
  }
  return moved
}

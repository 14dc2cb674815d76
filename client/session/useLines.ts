import { useEffect, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { type IntakeCircle, lineName, linesOf } from '../../shared/domain/intake/talk.ts'
import { circleText } from '../../shared/wire/messages.ts'
import { useWorks } from './SessionProvider.tsx'

/** Noted by the server beside an answer that came from a narrower circle. */
export type CameFrom = { from: IntakeCircle; at: number }
/** The answers of one circle by name, and where those came from that were not begun here. Empty until they have come. */
export type Lines = { words: ReadonlyMap<string, string>; notes: ReadonlyMap<string, CameFrom> }

const none: Lines = { words: new Map(), notes: new Map() }
const read = (doc: Y.Doc, circle: IntakeCircle): Lines => ({
  words: new Map(linesOf(circle).map((line) => [lineName(line), doc.getText(lineName(line)).toString()])),
  notes: new Map(Object.entries(doc.getMap('shared').toJSON() as Record<string, CameFrom>)),
})

export const useLines = (circle: IntakeCircle): Lines => {
  const { documents } = useWorks().connection
  const shared = useSyncExternalStore(documents.onText, () => documents.text(circleText(circle)))
  const doc = shared?.doc ?? null
  const [lines, setLines] = useState(none)
  useEffect(() => {
    if (doc === null) return setLines(none)
    const look = () => setLines(read(doc, circle))
    look()
    doc.on('update', look)
    return () => doc.off('update', look)
  }, [doc, circle])
  return lines
}

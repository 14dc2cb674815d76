/** Somebody who writes and strikes out in the draft all the while: what was struck out is what makes shared documents grow. */
import type { Connection } from '../../client/session/connection.ts'
import { pause } from '../../client/session/deliver.ts'

const words = (line: Connection): string | null => {
  const text = line.documents.text('text/draft')
  return text?.ready ? text.doc.getText('text').toString() : null
}

/** `false`: they still read otherwise after ten seconds. */
export const sameWords = async (line: Connection, other: Connection): Promise<boolean> => {
  for (let wait = 0; wait < 100; wait++) {
    const here = words(line)
    if (here !== null && here === words(other)) return true
    await pause(100)
  }
  return false
}

const every = 2000
const longest = 600

/** `hush`: nobody writes now. */
export const typist = (line: Connection, name: string, hush: () => boolean): { stop(): void } => {
  let written = 0
  const timer = setInterval(() => {
    const draft = line.documents.text('text/draft')
    if (!draft?.ready || hush()) return
    const text = draft.doc.getText('text')
    if (text.length > longest) text.delete(0, longest / 2)
    written += 1
    text.insert(text.length, `${name} schrijft zin ${written}. `)
  }, every)
  return { stop: () => clearInterval(timer) }
}

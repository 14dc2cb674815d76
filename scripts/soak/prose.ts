/** Somebody who writes and strikes out all the while, in the draft and before the room: what was struck out is what makes shared documents grow. */
import type { Connection } from '../../client/session/connection.ts'
import { pause } from '../../client/session/deliver.ts'

export const written = ['text/draft', 'text/stage'] as const
type Written = (typeof written)[number]

const words = (line: Connection, name: Written): string | null => {
  const text = line.documents.text(name)
  return text?.ready ? text.doc.getText('text').toString() : null
}

/** `false`: they still read otherwise after ten seconds. */
export const sameWords = async (line: Connection, other: Connection, name: Written): Promise<boolean> => {
  for (let wait = 0; wait < 100; wait++) {
    const here = words(line, name)
    if (here !== null && here === words(other, name)) return true
    await pause(100)
  }
  return false
}

const every = 2000
const longest = 600

/** `hush`: nobody writes now. */
export const typist = (line: Connection, name: string, hush: () => boolean): { stop(): void } => {
  let sentence = 0
  const timer = setInterval(() => {
    if (hush()) return
    sentence += 1
    for (const one of written) {
      const document = line.documents.text(one)
      if (!document?.ready) continue
      const text = document.doc.getText('text')
      if (text.length > longest) text.delete(0, longest / 2)
      text.insert(text.length, `${name} schrijft zin ${sentence}. `)
    }
  }, every)
  return { stop: () => clearInterval(timer) }
}

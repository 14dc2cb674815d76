import * as Y from 'yjs'
import type { DocumentName, Phone } from './phone.ts'

/** Whether all that was typed in this replica is told as saved. How many times is chance: a line that opens while somebody types brings the same
 *  letters twice, once as what the server asked for and once as what was typed, and each is told. One that opens is told, too, when nobody typed. */
export const saved = ({ told, opened }: Phone, name: DocumentName): boolean => {
  const { clientID, store } = opened(name).doc
  const typed = Y.getState(store, clientID)
  const vectors = told.saved.flatMap(({ document, vector }) => (document.startsWith(`${name}~`) ? [vector] : []))
  return typed > 0 && vectors.some((vector) => Y.decodeStateVector(Buffer.from(vector, 'base64')).get(clientID) === typed)
}

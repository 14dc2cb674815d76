import * as Y from 'yjs'
import type { Phone } from './phone.ts'

/** Whether all that was typed in this replica is told as saved. How many times is chance: a line that opens while somebody types brings the same
 *  letters twice, once as what the server asked for and once as what was typed, and each is told. */
export const saved = ({ told }: Phone, { clientID, store }: Y.Doc): boolean => {
  const typed = Y.getState(store, clientID)
  return typed > 0 && told.saved.some(({ vector }) => Y.decodeStateVector(Buffer.from(vector, 'base64')).get(clientID) === typed)
}

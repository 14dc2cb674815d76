/** Close codes of `/yjs/…`. The stock provider stops at 44xx and tries again after the others. */
export const closes = {
  /** The token is missing, unknown or revoked. */
  token: 4401,
  /** This role may not open this document, or may not write to it. */
  forbidden: 4403,
  /** There is no such document. */
  unknown: 4404,
  /** The document has a newer epoch: say hello again and open a fresh Y.Doc under the new name. */
  epoch: 4409,
  /** The frame was no message of the y-websocket protocol, or a write that is not allowed. */
  frame: 4400,
  /** The Plein was deleted. */
  deleted: 4410,
  /** A co-written text takes no more: it is as long as it may become, or it could not be read. What stands in it stays. */
  full: 4413,
  /** More connections of one seat than allowed; the oldest goes. */
  replaced: 4429,
  /** Too slow a reader: connect again and catch up. */
  slow: 1013,
  /** The server stops; come back. */
  restart: 1012,
} as const

/** Stands in, in the built pages (vite.config.ts), for two parts of libraries that are switched off here: WebTransport, which
 *  connection.ts does not name, and `lib0/broadcastchannel`, which provider.ts forbids; and for `lib0/environment`, which looks into the
 *  address and the storage of a page to know what it runs in. */
export const WT = undefined
export const isBrowser = true
export const isNode = false
export const getVariable = (): null => null

const never = (): never => {
  throw new Error('tabs do not exchange documents')
}

export { never as publish, never as subscribe, never as unsubscribe }

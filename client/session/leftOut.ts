/** Stands in, in the built pages (vite.config.ts), for two parts of libraries that are switched off here: WebTransport, which
 *  connection.ts does not name, and `lib0/broadcastchannel`, which provider.ts forbids. */
export const WT = undefined

const never = (): never => {
  throw new Error('tabs do not exchange documents')
}

export { never as publish, never as subscribe, never as unsubscribe }

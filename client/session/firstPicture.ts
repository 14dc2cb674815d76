/** All of a long document, packed by the server: its line is not packed, and would bring it in three times the bytes. */

/** Milliseconds until the answer begins / until it is all here. After that the line brings it. */
const waits = { begin: 3000, end: 20_000 }

export type Asked = { origin: string; plein: string; document: string; token: string }

/** A Yjs update; `null`: it does not come, for whatever reason. Never rejects. */
export const firstPicture = async ({ origin, plein, document, token }: Asked, left: AbortSignal): Promise<Uint8Array | null> => {
  const ask = new AbortController()
  const stop = () => ask.abort()
  left.addEventListener('abort', stop)
  let timer = setTimeout(stop, waits.begin)
  try {
    const answer = await fetch(`${origin}/api/v1/pleins/${plein}/documents/${encodeURIComponent(document)}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: ask.signal,
    })
    // A network that asks people to log in answers anything with a page of its own.
    if (!answer.ok || answer.headers.get('content-type') !== 'application/octet-stream') {
      stop()
      return null
    }
    clearTimeout(timer)
    timer = setTimeout(stop, waits.end)
    return new Uint8Array(await answer.arrayBuffer())
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

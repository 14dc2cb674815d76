/** Loading the page anew with the seat that only this page knows. Where a browser keeps nothing, its token would go with the page, and the next
 *  press would make a second seat. It goes along in the entry of the history: in no address and no request, and out of it when it was read. */
import { keepToken, onlyHere } from './tokens.ts'

type Carried = { plein: string; token: string }

const pleinHere = (): string | null => /^\/p\/([^/]+)\/?$/.exec(location.pathname)?.[1] ?? null

/** `plein`: where this device has a seat; the page that comes is the one of that seat. */
export const loadAgain = (plein: string | null = pleinHere()): void => {
  if (plein !== null) {
    const token = onlyHere('participant', plein)
    history.replaceState(token === null ? null : ({ plein, token } satisfies Carried), '', `/p/${plein}`)
  }
  location.reload()
}

/** Once, when the page begins. */
export const takeCarried = (): void => {
  const { plein, token } = (history.state ?? {}) as Partial<Carried>
  if (typeof plein !== 'string' || typeof token !== 'string') return
  history.replaceState(null, '')
  if (plein === pleinHere()) keepToken('participant', plein, token)
}

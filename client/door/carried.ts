/** Where a browser keeps nothing, a token would go with its page, and the next press would make a second seat. It stands in the entry of the
 *  history instead, as long as this seat is here: in no address and no request, and the page that is loaded anew finds it. */
import { keepToken, onlyHere } from '../session/tokens.ts'

type Carried = { plein: string; token: string }

/** This entry becomes that of the seat. */
export const carrySeat = (plein: string): void => {
  const token = onlyHere('participant', plein)
  history.replaceState(token === null ? null : ({ plein, token } satisfies Carried), '', `/p/${plein}`)
}

/** When the page begins. */
export const takeCarried = (): void => {
  const { plein, token } = (history.state ?? {}) as Partial<Carried>
  if (plein && token) keepToken('participant', plein, token)
}

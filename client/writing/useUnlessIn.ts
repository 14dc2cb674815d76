import { useState } from 'react'

/** What the next moment of the Plein puts elsewhere on the page, or nowhere, stays as it is for who is in it (L4), until the moment after it: going
 *  as soon as they leave it, it would shift the page under the press that they leave it with. `within`: a selector. */
export const useUnlessIn = (moment: string, now: boolean, within: string): boolean => {
  const [at, set] = useState({ moment, stands: now })
  if (at.moment === moment) return at.stands
  const stands = document.activeElement?.closest(within) ? at.stands : now
  set({ moment, stands })
  return stands
}

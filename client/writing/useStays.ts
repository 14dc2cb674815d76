import { useState } from 'react'

/** Whether a form stands, by right, or because somebody had begun in it when that ended: then it stays under their hands, emptied too (L4). */
export const useStays = (right: boolean, begun: boolean): boolean => {
  const [stays, set] = useState(false)
  const now = !right && (begun || stays)
  if (now !== stays) set(now)
  return right || now
}

import { useEffect } from 'react'
import { forgetJoined } from '../door/joining.ts'
import { useLater } from '../session/later.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { pagesLater } from './later.ts'
import { Wipe } from './Wipe.tsx'

/** What is still on this phone when the Plein no longer opens: the own texts, half-written ones too, and the way to be rid of them. */
export const Left = () => {
  const { plein, ending } = useSession()
  const over = ending === 'deleted' || ending === 'revoked' || ending === 'token-unknown'
  const come = useLater(pagesLater, over)
  useEffect(() => {
    // Or the same code would lead back to this page, instead of to a new seat.
    if (over) forgetJoined(plein)
  }, [over, plein])
  if (!over || come === null) return null
  return (
    <>
      <come.LeftTexts />
      <Wipe />
    </>
  )
}

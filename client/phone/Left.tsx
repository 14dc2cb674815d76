import { useEffect } from 'react'
import { forgetJoined } from '../door/joining.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useMine } from '../session/useMine.ts'
import { OwnTexts } from './OwnTexts.tsx'
import { Wipe } from './Wipe.tsx'
import { usePhoneWords } from './words.ts'

/** What is still on this phone when the Plein no longer opens: the own texts, and the way to be rid of them. */
export const Left = () => {
  const w = usePhoneWords()
  const { plein, ending } = useSession()
  const { lines } = useMine()
  const over = ending === 'deleted' || ending === 'revoked' || ending === 'token-unknown'
  useEffect(() => {
    // Or the same code would lead back to this page, instead of to a new seat.
    if (over) forgetJoined(plein)
  }, [over, plein])
  if (!over) return null
  return (
    <>
      {lines.length === 0 ? null : <OwnTexts heading={w.closed.left} texts={lines.map(({ text }) => text)} />}
      <Wipe help="" />
    </>
  )
}

import { Leave } from '../parts/Leave.tsx'
import { useLater } from '../session/later.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useWritingWords } from '../writing/words.ts'
import { partsLater } from './later.ts'
import { useOwnerWords } from './words.ts'

/** What was begun and is still on this device when the Plein no longer opens here, and the way to be rid of it. */
export const Left = () => {
  const w = useOwnerWords()
  const heading = useWritingWords().own.state.refused
  const { ending } = useSession()
  const over = ending === 'deleted' || ending === 'revoked' || ending === 'token-unknown'
  const come = useLater(partsLater, over)
  if (!over || come === null) return null
  return (
    <>
      <come.Unsent heading={heading} />
      <Leave start="/eigenaar" also={w.leaves} />
    </>
  )
}

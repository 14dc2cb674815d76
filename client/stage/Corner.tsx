import { Qr } from '../parts/Qr.tsx'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntry } from '../session/useDocument.ts'
import { bare, grouped, joinAddress } from './join.ts'
import { useScreenWords } from './words.ts'

/** The way in, in every phase: somebody always comes late. */
export const Corner = () => {
  const w = useScreenWords()
  const join = useSession().hello?.join
  const locked = useEntry('board', 'plein', 'doorLocked')
  if (!join) return null
  return (
    <div className="corner">
      <p>
        <span>{locked ? w.locked : bare(join.address)}</span>
        <strong>{grouped(join.code)}</strong>
      </p>
      <Qr text={joinAddress(join)} label={w.qr(bare(join.address))} light />
    </div>
  )
}

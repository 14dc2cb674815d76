import { useLater } from '../../session/later.ts'
import { useEntry } from '../../session/useDocument.ts'
import { useDeskWords } from '../deskWords.ts'
import { Fold } from '../Fold.tsx'
import { sheetsLater } from '../later.ts'
import { askedCode } from '../manage/askedCode.ts'
import { useRoomState } from './useRoomState.ts'

/** Before the opening the check stands there; after it, one folded line that says what is missing. */
export const Room = () => {
  const w = useDeskWords()
  const { screen, phone, fallback } = useRoomState()
  const stage = useEntry('board', 'plein', 'stage')
  const come = useLater(sheetsLater)
  const check = come === null ? null : <come.RoomCheck />
  const missing = [...(screen ? [] : [w.room.noScreen]), ...(phone ? [] : [w.room.noPhone]), ...(fallback === 0 ? [] : [w.room.slowLine])]
  return (
    <>
      {askedCode() === '' || come === null ? null : <come.AdmitForm heading roles={['screen', 'coach']} />}
      {stage === 'prepared' ? (
        <section>
          <h2>{w.room.check}</h2>
          {check}
        </section>
      ) : stage === 'open' ? (
        <Fold summary={w.room.folded(missing)}>{check}</Fold>
      ) : null}
    </>
  )
}

import { useEntry } from '../../session/useDocument.ts'
import { Fold } from '../Fold.tsx'
import { AdmitForm, askedCode } from '../manage/AdmitForm.tsx'
import { useCoachWords } from '../words.ts'
import { RoomCheck } from './RoomCheck.tsx'
import { useRoomState } from './useRoomState.ts'

/** Before the opening the check stands there; after it, one folded line that says what is missing. */
export const Room = () => {
  const w = useCoachWords()
  const { screen, phone, fallback } = useRoomState()
  const stage = useEntry('board', 'plein', 'stage')
  const missing = [...(screen ? [] : [w.room.noScreen]), ...(phone ? [] : [w.room.noPhone]), ...(fallback === 0 ? [] : [w.room.slowLine])]
  return (
    <>
      {askedCode() === '' ? null : <AdmitForm heading roles={['screen', 'coach']} />}
      {stage === 'prepared' ? (
        <section>
          <h2>{w.room.check}</h2>
          <RoomCheck />
        </section>
      ) : stage === 'open' ? (
        <Fold summary={w.room.folded(missing)}>
          <RoomCheck />
        </Fold>
      ) : null}
    </>
  )
}

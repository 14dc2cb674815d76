import { useCrowd } from '../session/useSeat.ts'
import { Action } from './Action.tsx'
import { useDeskWords } from './deskWords.ts'

/** Who stands before a door that asks: a number, and in or not. Nobody is told apart; the first is who came first. */
export const Waiting = () => {
  const w = useDeskWords()
  const waiting = useCrowd()?.waiting ?? 0
  return (
    <div className={waiting === 0 ? 'for-ears' : 'waiting'}>
      <p role="status">{waiting === 0 ? '' : w.manage.waiting(waiting)}</p>
      {waiting === 0 ? null : (
        <div className="row">
          <Action compact tone="main" command={{ type: 'door.admit', who: 'all' }}>
            {waiting === 1 ? w.manage.letIn : w.manage.letAllIn}
          </Action>
          {waiting === 1 ? null : (
            <Action compact command={{ type: 'door.admit', who: 'first' }}>
              {w.manage.letFirstIn}
            </Action>
          )}
          <Action compact command={{ type: 'door.refuse' }}>
            {waiting === 1 ? w.manage.sendAway : w.manage.sendFirstAway}
          </Action>
        </div>
      )}
    </div>
  )
}

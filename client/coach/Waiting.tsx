import type { Command } from '../../shared/domain/commands.ts'
import { useSettling } from '../parts/useSettling.ts'
import { useAct } from '../session/useAct.ts'
import { useCrowd } from '../session/useSeat.ts'
import { Button, Refused } from './Action.tsx'
import { useDeskWords } from './deskWords.ts'
import { isSo } from './isSo.ts'
import { useWhyNot } from './whyNot.ts'

/** Who stands before a door that asks: a number, and in or not. Nobody is told apart; the first is who came first. What is pressed is about those whom
 *  the page counted, and whoever comes meanwhile moves no button: *all* comes behind the two of the first. */
export const Waiting = () => {
  const w = useDeskWords()
  const crowd = useCrowd()
  const whyNot = useWhyNot()
  // Not of each button: a refusal is also said when nobody waits any more.
  const { act, busy, refusal } = useAct(isSo)
  const [waiting, line] = [crowd?.waiting ?? 0, crowd?.line ?? null]
  const seen = (mark: 'first' | 'last') => (line === null ? {} : { seen: line[mark] })
  // The next one stands first where the former one stood.
  const turning = useSettling(line?.first) ? w.rail.turning : null
  const does = (command: Command) => ({ compact: true, busy, turning, why: whyNot(command.type), onPress: () => void act(command) })
  const one = waiting === 1
  return (
    <div className={waiting === 0 && refusal === null ? 'for-ears' : 'waiting'}>
      <p role="status">{waiting === 0 ? '' : w.manage.waiting(waiting)}</p>
      {waiting === 0 ? null : (
        <div className="row">
          <Button {...does({ type: 'door.admit', who: 'first', ...seen('first') })}>{one ? w.manage.letIn : w.manage.letFirstIn}</Button>
          <Button {...does({ type: 'door.refuse', ...seen('first') })}>{one ? w.manage.sendAway : w.manage.sendFirstAway}</Button>
          {one ? null : <Button {...does({ type: 'door.admit', who: 'all', ...seen('last') })}>{w.manage.letAllIn}</Button>}
        </div>
      )}
      <Refused refusal={refusal} />
    </div>
  )
}

/** Before a door that asks: who is let in, who is not, and what each hears who asks again. */
import type { PleinId, SeatId } from '../../shared/domain/state.ts'
import type { Store, StoredSeat } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'
import type { PleinState } from './access.ts'
import type { Access, Joined, Refused } from './contract.ts'
import { listeners } from './listeners.ts'
import { type Entered, type Newcomer, newcomers } from './newcomers.ts'
import { isSecret } from './secrets.ts'

const refused = (code: Refused['code']): Refused => ({ ok: false, code })

type Parts = {
  store: Store
  world: ServerWorld
  state: PleinState
  inTurn: <T>(plein: PleinId, work: () => Promise<T>) => Promise<T>
  /** Of a participant; not stored yet. */
  newSeat: () => { seat: StoredSeat; token: string }
  makeSeat: (plein: PleinId) => Promise<{ ok: true; seat: SeatId; token: string } | Refused>
  /** The seat that the device has already. */
  again: (plein: PleinId, held: readonly string[]) => Promise<Joined | null>
}

export type Waiting = Pick<Access, 'awaited' | 'letIn' | 'sendAway' | 'forgetWaiting' | 'waiting' | 'line' | 'onWaiting'> & {
  /** The secret to ask again with; `null`: too many wait already. */
  ask: (plein: PleinId) => string | null
  forget: (plein: PleinId) => void
}

export const createWaiting = ({ store, world, state, inTurn, newSeat, makeSeat, again }: Parts): Waiting => {
  const before = newcomers(world)
  const changed = listeners<[plein: PleinId]>()

  /** A promise of it stands at the newcomer before anything waits: two questions of one phone make one seat. */
  const enter = (newcomer: Newcomer): Promise<Entered | null> => {
    const entering = makeSeat(newcomer.plein).then((seat) =>
      seat.ok ? { ok: true as const, plein: newcomer.plein, token: seat.token } : null,
    )
    before.settle(newcomer, entering)
    return entering.then((entered) => {
      if (entered) before.settle(newcomer, entered)
      else newcomer.outcome = null
      return entered
    })
  }
  const awaited: Access['awaited'] = async (secret, held = []) => {
    const newcomer = isSecret(secret) ? before.bySecret(secret) : null
    if (!newcomer) return refused('code-unknown')
    const { plein } = newcomer
    const now = await state(plein)
    if (now === null || now.stage === 'deleted') return refused('code-unknown')
    const own = await again(plein, held)
    if (newcomer.outcome === null) {
      if (own !== null) {
        before.leave(newcomer)
        changed.tell(plein)
        return own
      }
      if (now.stage === 'closed') return refused('plein-closed')
      if (now.doorLocked) return refused('door-locked')
      if (now.doorAsks) {
        before.stay(newcomer)
        return { ok: true, waiting: secret }
      }
      const entered = await enter(newcomer)
      changed.tell(plein)
      return entered ?? refused('storage-failed')
    }
    if (newcomer.outcome === 'refused') return refused('not-let-in')
    return (await newcomer.outcome) ?? refused('storage-failed')
  }

  /** Two coaches who press for the same person, or one whose line was slow, must not decide about the next in line. */
  const meant = (
    plein: PleinId,
    who: 'first' | 'all',
    seen: string | undefined,
  ): { seen: Newcomer | null; waits: Newcomer[] } | Refused => {
    const all = before.waiting(plein)
    if (seen === undefined)
      return all.length === 0 ? refused('nobody-waiting') : { seen: null, waits: who === 'all' ? all : all.slice(0, 1) }
    const upTo = before.upTo(plein, seen)
    const last = upTo?.at(-1)
    if (upTo === null || last === undefined) return refused('nobody-waiting')
    return { seen: last, waits: (who === 'all' ? upTo : [last]).filter(({ outcome }) => outcome === null) }
  }
  const letIn: Access['letIn'] = (plein, who, seen) =>
    inTurn(plein, async () => {
      const found = meant(plein, who, seen)
      if ('ok' in found) return found
      if (found.waits.length === 0) return refused(found.seen?.outcome === 'refused' ? 'nobody-waiting' : 'nothing-changed')
      const made = found.waits.map((newcomer) => ({ newcomer, ...newSeat() }))
      const entering = store.commit(plein, null, { seats: { put: made.map(({ seat }) => seat) } })
      for (const { newcomer, token } of made)
        before.settle(
          newcomer,
          entering.then(
            (result) => (result.ok ? { ok: true, plein, token } : null),
            () => null,
          ),
        )
      const result = await entering
      for (const { newcomer, token } of made) {
        if (result.ok) before.settle(newcomer, { ok: true, plein, token })
        else newcomer.outcome = null
      }
      changed.tell(plein)
      return result.ok ? { ok: true } : refused(result.reason === 'conflict' ? 'plein-unknown' : 'storage-failed')
    })
  const sendAway: Access['sendAway'] = async (plein, seen) => {
    const found = meant(plein, 'first', seen)
    if ('ok' in found) return found
    const [first] = found.waits
    if (!first) return refused(found.seen?.outcome === 'refused' ? 'nothing-changed' : 'nobody-waiting')
    before.settle(first, 'refused')
    changed.tell(plein)
    return { ok: true }
  }

  return {
    ask: (plein) => {
      const secret = before.ask(plein)
      if (secret !== null) changed.tell(plein)
      return secret
    },
    awaited,
    letIn,
    sendAway,
    forgetWaiting: (plein) => {
      if (before.dismiss(plein) > 0) changed.tell(plein)
    },
    waiting: (plein) => before.waiting(plein).length,
    line: (plein) => {
      const all = before.waiting(plein)
      const [first, last] = [all[0], all.at(-1)]
      return first && last ? { first: first.mark, last: last.mark } : null
    },
    forget: before.forget,
    onWaiting: changed.on,
  }
}

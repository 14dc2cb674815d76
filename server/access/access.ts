/** Who is who. Every change is on disk before it is answered. */
import type { PleinId, Role, SeatId, Stage } from '../../shared/domain/state.ts'
import { ownKey } from '../keys/own.ts'
import type { Limits } from '../limits.ts'
import type { Store, StoredLink, StoredSeat, StoredText } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'
import { bearers } from './bearers.ts'
import { carriedAlong } from './carried.ts'
import { type ClaimLimits, createClaiming } from './claiming.ts'
import type { Access, Bearer, LinkRole, Refused } from './contract.ts'
import { devices as createDevices } from './devices.ts'
import { formerSeats } from './former.ts'
import { knocks } from './knocks.ts'
import { listeners } from './listeners.ts'
import { createSeating, type SeatLimits } from './seating.ts'
import { isSecret, newJoin, newSecret, typedCode } from './secrets.ts'
import { turns } from './turns.ts'
import { createWaiting } from './waiting.ts'
import { wished } from './wished.ts'

/** What a Plein is now; `null` when there is none (any more). */
export type PleinState = (plein: PleinId) => Promise<{ stage: Stage; sealed?: boolean; doorLocked: boolean; doorAsks: boolean } | null>

const linkRoles: readonly LinkRole[] = ['coach', 'owner', 'screen']
const refused = (code: Refused['code']): Refused => ({ ok: false, code })

type Given = { store: Store; world: ServerWorld; limits: SeatLimits & ClaimLimits & Pick<Limits, 'devicesPerLink'>; state: PleinState }

export const access = ({ store, world, limits, state }: Given): Access => {
  const known = bearers(store, world)
  const devices = createDevices(store, world)
  const knocking = knocks(world)
  const seating = createSeating(limits, world.now)
  const claiming = createClaiming(limits, world.now)
  /** Claims and rotations of one Plein take turns: a claim that began with the old secret must not outlive it. */
  const inTurn = turns()
  const joins = new Map<PleinId, { code: string; ticket: string }>()
  const former = formerSeats(world.now)
  const revoked = listeners<[plein: PleinId, seats: SeatId[]]>()
  const claimed = listeners<[plein: PleinId, role: Role, seat: SeatId]>()
  const joinChanged = listeners<[plein: PleinId]>()
  const carried = listeners<[plein: PleinId, rows: StoredText[]]>()
  const devicesChanged = listeners<[plein: PleinId]>()

  const exists = async (plein: PleinId): Promise<boolean> => {
    const now = await state(plein)
    return now !== null && now.stage !== 'deleted'
  }
  const newSeat = (role: Role): { seat: StoredSeat; token: string } => {
    const token = newSecret(world)
    const since = role === 'participant' ? {} : { since: devices.minute() }
    const seat = { id: world.id(), role, tokenHash: world.hash(token), perspective: null, ready: null, hand: false, clients: [] }
    return { token, seat: { ...seat, ...since } }
  }
  const makeSeat = async (
    plein: PleinId,
    role: Role,
    unknown: Refused['code'],
  ): Promise<{ ok: true; seat: SeatId; token: string } | Refused> => {
    const { seat, token } = newSeat(role)
    const result = await store.commit(plein, null, { seats: { put: [seat] } })
    if (result.ok && role !== 'participant') tellCame(plein, seat)
    if (result.ok) return { ok: true, seat: seat.id, token }
    return refused(result.reason === 'conflict' ? unknown : 'storage-failed')
  }
  const tellCame = (plein: PleinId, seat: StoredSeat): void => {
    devices.came(plein, seat)
    devicesChanged.tell(plein)
  }
  const tellRevoked = (plein: PleinId, seats: SeatId[]): void => {
    if (seats.length === 0) return
    known.forget(seats)
    devices.went(plein, seats)
    devicesChanged.tell(plein)
    revoked.tell(plein, seats)
  }

  /** Only a token of that role in that Plein: a device may be in as coach and as owner, and in other Pleinen too. */
  const heldHere = async (
    plein: PleinId,
    role: Role,
    held: readonly string[],
    most = held.length,
  ): Promise<{ token: string; bearer: Bearer }[]> => {
    const here: { token: string; bearer: Bearer }[] = []
    // One after the other: what others store must not wait for the fifty tokens that anybody may say they hold.
    for (const token of held) {
      if (here.length === most) break
      const bearer = await known.find(token)
      if (bearer?.plein === plein && bearer.role === role) here.push({ token, bearer })
    }
    return here
  }
  /** The seat that this device has already, so that it gets no second one, with a second ballot. Whoever holds a token is in by it anyway. */
  const again = async (
    plein: PleinId,
    held: readonly string[],
  ): Promise<{ ok: true; plein: PleinId; token: string; again: true } | null> => {
    const [own] = await heldHere(plein, 'participant', held, 1)
    return own ? { ok: true, plein, token: own.token, again: true } : null
  }

  const before = createWaiting({
    store,
    world,
    state,
    inTurn,
    newSeat: () => newSeat('participant'),
    makeSeat: (plein) => makeSeat(plein, 'participant', 'code-unknown'),
    again,
  })

  /** A code can be guessed, so wrong, old and closed sound the same; a ticket cannot, so it may say that the Plein is over. */
  const join: Access['join'] = async (by, held = []) => {
    const link: StoredLink | null =
      'ticket' in by ? { kind: 'ticket', value: by.ticket } : { kind: 'code', value: typedCode(by.code) ?? '' }
    const plein = await store.pleinByLink(link)
    if (plein === null || !(await exists(plein))) return refused('code-unknown')
    const own = await again(plein, held)
    if (own !== null) return own
    // Only now, as a stranger says how many tokens are looked up before: the door may be locked, and the code another one.
    const still = (await store.pleinByLink(link)) === plein
    const now = await state(plein)
    if (!still || now === null || now.stage === 'deleted') return refused('code-unknown')
    if (now.stage === 'closed') return refused('ticket' in by ? 'plein-closed' : 'code-unknown')
    if (now.doorLocked) return refused('door-locked')
    // Only here, also for who is to wait: claims, and whom a coach lets in, always find a seat (R3).
    const giveBack = seating.take(plein)
    if (!giveBack) return refused('busy')
    if (now.doorAsks) {
      const secret = before.ask(plein)
      if (secret === null) {
        giveBack()
        return refused('busy')
      }
      return { ok: true, waiting: secret }
    }
    const seat = await makeSeat(plein, 'participant', 'code-unknown')
    if (seat.ok) return { ok: true, plein, token: seat.token }
    giveBack()
    return seat
  }

  const linked = async (value: string): Promise<{ plein: PleinId; role: LinkRole } | null> => {
    const pleins = await Promise.all(linkRoles.map((kind) => store.pleinByLink({ kind, value })))
    const place = pleins.findIndex((plein) => plein !== null)
    return place < 0 ? null : { plein: pleins[place] as PleinId, role: linkRoles[place] as LinkRole }
  }
  const claim: Access['claim'] = async (secret, held = []) => {
    if (!isSecret(secret)) return refused('link-unknown')
    const value = world.hash(secret)
    // Nobody waits in turn behind whoever claims by the thousand.
    if (claiming.isSpent(value)) return refused('busy')
    const first = await linked(value)
    if (!first) return refused('link-unknown')
    const giveBack = claiming.take(value)
    if (!giveBack) return refused('busy')
    return inTurn(first.plein, async () => {
      const found = await linked(value)
      if (!found || !(await exists(found.plein))) return refused('link-unknown')
      const { plein, role } = found
      // Each is a row for as long as the Plein is there. Nobody is put out for it: a new link puts all of them out.
      if ((await devices.count(plein, role)) >= limits.devicesPerLink) return refused('busy')
      const before = (await heldHere(plein, role, held)).map(({ bearer }) => bearer)
      const seats = before.map((one) => one.seat)
      former.leave(seats)
      const { seat, token } = newSeat(role)
      const texts = await carriedAlong(store, plein, before, { seat: seat.id, own: ownKey(token) })
      const result = await store.commit(plein, null, { seats: { put: [seat] }, ...(texts.length > 0 ? { texts } : {}) })
      if (!result.ok) {
        giveBack()
        former.stay(seats)
        return refused(result.reason === 'conflict' ? 'link-unknown' : 'storage-failed')
      }
      if (texts.length > 0) carried.tell(plein, texts)
      former.follow(seat.id, seats)
      tellCame(plein, seat)
      claimed.tell(plein, role, seat.id)
      return { ok: true, plein, role, token }
    })
  }

  /** Two coaches who put each other out at once: the second is nobody by then, so one always stays (R3). */
  const isOut = (plein: PleinId, seat: SeatId | null): boolean => seat !== null && known.isForgotten(plein, seat)
  const endFormer = (plein: PleinId, seat: SeatId): void => {
    const seats = former.end(seat)
    if (seats.length === 0) return
    inTurn(plein, () => store.commit(plein, null, { seats: { remove: seats } })).then(
      (result) => {
        if (result.ok) tellRevoked(plein, seats)
        else former.follow(seat, seats)
      },
      () => former.follow(seat, seats),
    )
  }

  const rotate: Access['rotate'] = (plein, role, secret, keep) =>
    inTurn(plein, async () => {
      if (!isSecret(secret)) return refused('link-unknown')
      if (isOut(plein, keep)) return refused('token-unknown')
      const loaded = (await exists(plein)) ? await store.load(plein) : null
      if (!loaded) return refused('plein-unknown')
      const value = world.hash(secret)
      // Asked a second time because the answer was lost: devices that came in by the new link stay.
      if (loaded.links.some((link) => link.kind === role && link.value === value)) return { ok: true }
      const remove = loaded.seats.filter((seat) => seat.role === role && seat.id !== keep).map((seat) => seat.id)
      const result = await store.commit(plein, null, { links: [{ kind: role, value }], seats: { remove } })
      if (!result.ok) return refused(result.reason === 'conflict' ? 'link-unknown' : 'storage-failed')
      for (const old of loaded.links) if (old.kind === role) claiming.forget(old.value)
      tellRevoked(plein, remove)
      return { ok: true }
    })

  const endDevice: Access['endDevice'] = (plein, device, by) =>
    inTurn(plein, async () => {
      if (!(await exists(plein))) return refused('plein-unknown')
      if (isOut(plein, by)) return refused('token-unknown')
      const seat = await devices.seat(plein, device)
      if (seat === null) return refused('device-unknown')
      if (seat === by) return refused('device-own')
      const result = await store.commit(plein, null, { seats: { remove: [seat] } })
      if (!result.ok) return refused(result.reason === 'conflict' ? 'plein-unknown' : 'storage-failed')
      tellRevoked(plein, [seat])
      return { ok: true }
    })

  const rotateJoin: Access['rotateJoin'] = (plein) =>
    inTurn(plein, async () => {
      if ((await state(plein))?.sealed) return refused('plein-sealed')
      for (let tries = 0; tries < 5; tries++) {
        if (!(await exists(plein))) return refused('plein-unknown')
        const drawn = newJoin(world)
        const result = await store.commit(plein, null, {
          links: [
            { kind: 'code', value: drawn.code },
            { kind: 'ticket', value: drawn.ticket },
          ],
        })
        if (result.ok) {
          joins.set(plein, drawn)
          seating.renew(plein)
          before.forgetWaiting(plein)
          joinChanged.tell(plein)
          return { ok: true, ...drawn }
        }
        if (result.reason === 'failed') return refused('storage-failed')
      }
      return refused('plein-unknown')
    })

  const knock: Access['knock'] = (network) => {
    const made = knocking.knock(network)
    return made ? { ok: true, ...made } : refused('busy')
  }
  const admit: Access['admit'] = (plein, code, role, by) =>
    inTurn(plein, async () => {
      // Put out while this waited behind a new link: a device that they let in now would stay.
      if (isOut(plein, by)) return refused('token-unknown')
      if (!(await exists(plein))) return refused('plein-unknown')
      const knock = knocking.take(plein, code)
      if (!knock) return refused('screen-code-unknown')
      const seat = await makeSeat(plein, role, 'plein-unknown')
      knocking.settle(knock, seat.ok ? { plein, role, seat: seat.seat, token: seat.token } : null)
      if (!seat.ok) return seat
      claimed.tell(plein, role, seat.seat)
      return { ok: true }
    })

  const knocked: Access['knocked'] = (secret) => {
    const knock = isSecret(secret) ? knocking.bySecret(secret) : null
    if (!knock) return refused('screen-code-unknown')
    if (!knock.admission) return 'waiting'
    const { plein, role, seat, token } = knock.admission
    return known.isForgotten(plein, seat) ? refused('screen-code-unknown') : { ok: true, plein, role, token }
  }

  const revoke: Access['revoke'] = async (plein, seat) => {
    tellRevoked(plein, [seat])
    const result = await store.commit(plein, null, { seats: { remove: [seat] } })
    // In this process the seat is nobody already; after a restart it would be somebody again, so the caller must know.
    if (!result.ok && result.reason === 'failed') throw new Error(`The seat could not be removed from the store: ${result.problem}`)
  }

  const retire: Access['retire'] = (plein, what) =>
    inTurn(plein, async () => {
      const loaded = await store.load(plein)
      if (!loaded) return refused('plein-unknown')
      const result = await store.commit(plein, null, { retire: what })
      if (!result.ok) return refused('storage-failed')
      if (what === 'links') joins.delete(plein)
      else {
        devices.forget(plein)
        tellRevoked(
          plein,
          loaded.seats.filter(({ role }) => role !== 'owner').map(({ id }) => id),
        )
      }
      return { ok: true }
    })

  const joinInfo: Access['joinInfo'] = async (plein) => {
    const cached = joins.get(plein)
    if (cached) return cached
    const links = (await store.load(plein))?.links ?? []
    const value = (kind: StoredLink['kind']): string | undefined => links.find((link) => link.kind === kind)?.value
    const [code, ticket] = [value('code'), value('ticket')]
    const rotated = joins.get(plein)
    if (rotated || code === undefined || ticket === undefined) return rotated ?? null
    joins.set(plein, { code, ticket })
    return { code, ticket }
  }

  return {
    bearer: async (token) => {
      const bearer = await known.find(token)
      if (bearer) endFormer(bearer.plein, bearer.seat)
      return bearer
    },
    join,
    awaited: before.awaited,
    letIn: before.letIn,
    sendAway: before.sendAway,
    forgetWaiting: before.forgetWaiting,
    waiting: before.waiting,
    line: before.line,
    claim,
    rotate,
    rotateJoin,
    knock,
    admit,
    devices: devices.of,
    device: devices.name,
    endDevice,
    knocked,
    revoke,
    mayWriteOwn: former.mayWriteOwn,
    retire,
    wished: wished(store, world),
    joinInfo,
    forget: (plein) => {
      known.forgetPlein(plein)
      before.forget(plein)
      devices.forget(plein)
      seating.renew(plein)
      joins.delete(plein)
    },
    onRevoked: revoked.on,
    onCarried: carried.on,
    onDevices: devicesChanged.on,
    onClaimed: claimed.on,
    onWaiting: before.onWaiting,
    onJoinChanged: joinChanged.on,
  }
}

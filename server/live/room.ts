/** The room of one Plein: a queue, and turns that are durable before they are visible and visible before they are answered. */
import { type Command, questions } from '../../shared/domain/commands.ts'
import { PROJECTION } from '../../shared/domain/project/project.ts'
import type { Refusal } from '../../shared/domain/refusals.ts'
import {
  type Locale,
  type Moment,
  newSeat,
  type PleinId,
  type Role,
  type RoundId,
  type SeatId,
  type Stage,
} from '../../shared/domain/state.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { CommitResult } from '../store/contract.ts'
import { perform, unfit } from './acts.ts'
import { asked, refusedAnswer } from './answers.ts'
import type { Circle, Outlet, Room, RoomParts, View } from './contract.ts'
import { type Documents, difference, forked } from './documents.ts'
import { createDue } from './due.ts'
import { type Inside, load, overgrown, renew, versionsFor } from './inside.ts'
import { namesFor } from './names.ts'
import { createPosted } from './posted.ts'
import { alone, createQueue, mostWaiting, type Waiting } from './queue.ts'
import { createSealing, type Found, find } from './sealing.ts'
import { createSoundness } from './sound.ts'
import { createStorm, type Storm } from './storm.ts'
import { createTelling } from './telling.ts'
import { refusedTurn, type Turn, takeTurn } from './turn.ts'

/** What was committed last. It stays while a turn is going on, and while the room is built anew. */
type Visible = {
  documents: Documents
  epoch: number
  locale: Locale
  state: { stage: Stage; sealed: boolean; doorLocked: boolean; doorAsks: boolean }
}

/** A conflict this often in a row is no coincidence. */
const attempts = 5
/** Nobody had anything decided for so many milliseconds. */
const quiet = 120_000

export const createRoom = (id: PleinId, found: Found, parts: RoomParts, outlet: Outlet): Room => {
  const { store, world, timers, limits, log, say, acts, noted } = parts
  const queue = createQueue(world.shuffle)
  const posted = createPosted()
  const due = createDue(limits.deskBatch, world)
  const storm: Storm = createStorm({ store, timers, notice: (notice) => outlet.notice('coach', notice) })
  const soundness = createSoundness(id, log, storm)
  const sealing = createSealing(id, parts, log)
  const tell = createTelling(id, outlet, noted)
  const gone = new Set<SeatId>()
  /** Who has been here since the room was loaded, so that a reload that was read too early loses nobody. */
  const here = new Map<SeatId, Role>()
  /** What broke a turn in which it was alone. */
  const breaking = new WeakSet<Waiting>()
  const looks: (() => void)[] = []
  const idlers: (() => void)[] = []
  /** Whose ballots could not be opened. Of a round that was counted without them, too: a coach should still read why it has so few. */
  const lost = new Map<RoundId, Set<string>>()

  /** `null`: thrown away, and not built anew yet. What is visible stays. */
  let inside: Inside | null = build(found)
  let visible: Visible = show(inside)
  let running = false
  let closed = false
  /** What is inside breaks a rule: nothing may be decided on it, and what it wrote into documents may be in no log. */
  let suspect = false
  /** The turn before, when more was waiting as it was stored: shown together with the next one, or a room that is busy would write to every
   *  reader twice. `shows`: as it was then. */
  let stored: { turn: Turn; shows: Visible } | null = null
  /** How often documents that had been sent turned out to be wrong. */
  let forks = 0
  /** Ballots may stand unsealed, or keys may be left of what is counted. */
  let unsettled = inside.unsealed.length > 0 || inside.keys.size !== found.keys.count
  let stopClock: (() => void) | null = null
  let quietUntil: Moment = 0
  /** When somebody last had something decided. */
  let actedAt: Moment = world.now()

  function build(from: Found): Inside {
    const built = load(id, from)
    for (const { id: round, status } of built.plein.rounds.values()) {
      const voters = built.lost.get(round)
      if (voters) log.error({ plein: id, round, ballots: voters.size }, 'ballots cannot be opened: their key is gone, or is not theirs')
      if (voters) lost.set(round, voters)
      else if (status !== 'counted') lost.delete(round)
    }
    const unread = from.secrets.filter(({ content }) => content === null).length
    if (unread > 0) log.error({ plein: id, rows: unread }, 'cards cannot be opened: their key is gone, or is not theirs')
    soundness.built(built, from)
    return built
  }
  function show({ documents, plein: { epoch, locale, stage, sealed, doorLocked, doorAsks } }: Inside): Visible {
    return { documents, epoch, locale, state: { stage, sealed, doorLocked, doorAsks } }
  }

  const refused = (refusal: Refusal): Answer => refusedAnswer(refusal, visible.locale, say)

  /** Builds the room anew from the store and shows what was missed. `false`: not now. */
  const reload = async (): Promise<boolean> => {
    const fresh = await find(id, parts).catch((problem: unknown) => {
      log.error({ plein: id, problem: String(problem) }, 'a Plein could not be loaded again')
      return null
    })
    if (fresh === null || closed) return false
    const rebuilt = build(fresh)
    unsettled = true
    for (const [seat, role] of here) if (!rebuilt.plein.seats.has(seat)) rebuilt.plein.seats.set(seat, newSeat(seat, role))
    for (const seat of gone) rebuilt.plein.seats.delete(seat)
    const before = visible
    inside = rebuilt
    visible = show(rebuilt)
    const wrong = suspect && forked(before.documents, rebuilt.documents)
    suspect = false
    if (wrong) forks += 1
    if (wrong || before.epoch !== visible.epoch) outlet.renamed()
    else for (const { circle, frame } of difference(before.documents, rebuilt.documents)) outlet.frame(circle, frame)
    return true
  }

  const barred = (waiting: Waiting): Refusal | null => {
    const { seat, command } = waiting
    if (seat !== null && gone.has(seat)) return { code: 'token-unknown' }
    if (storm.isBroken() && !questions.has(command.type)) return { code: 'storage-failed' }
    return breaking.has(waiting) ? { code: 'bad-command', problem: 'internal' } : null
  }

  const commit = async (now: Inside, expected: number, turn: Turn): Promise<CommitResult> => {
    if (turn.commit === null) return { ok: true }
    try {
      return await store.commit(id, expected, await sealing.complete(now, turn.commit, turn))
    } catch (problem) {
      return { ok: false, reason: 'failed', problem: String(problem) }
    }
  }

  type Outcome = 'done' | 'conflict' | 'failed' | 'broken'
  const attempt = async (batch: readonly Waiting[]): Promise<Outcome> => {
    if (suspect) inside = null
    if (inside === null) showStored()
    if (inside === null && !(await reload())) return 'failed'
    const now = inside
    if (now === null) return 'failed'
    const expected = now.plein.version
    let turn: Turn
    try {
      turn = takeTurn(now, batch, { world, say, log, posted, barred, unfit: (one) => unfit(one, acts) })
    } catch (problem) {
      // The state may be half written: it must not be decided on, and nothing of it was stored.
      log.error({ plein: id, commands: batch.map(({ command }) => command.type), problem: String(problem) }, 'a turn broke off')
      inside = null
      showStored()
      posted.takeBack()
      return 'broken'
    }
    // What takes longer than a commit holds up nobody else.
    if (turn.cast.length > 0 || batch.some(({ command }) => alone.has(command.type))) showStored()
    const refusal = await perform(turn, id, { acts, log })
    if (refusal !== null) {
      posted.takeBack()
      turn = refusedTurn(now, turn, refusal, say)
    }
    const result = await commit(now, expected, turn)
    if (closed || !result.ok) showStored()
    if (closed) return 'failed'
    if (result.ok) {
      posted.kept()
      if (turn.commit !== null) storm.passed()
      for (const { round, voter } of turn.cast) lost.get(round)?.delete(voter)
      // Before a result can be seen, nothing that could open its ballots is there any more.
      if (turn.commit?.ballots?.eraseRounds?.length || turn.commit?.sealed?.eraseAll) unsettled = !(await sealing.settle(now))
      if (stored === null && queue.size() > 0 && turn.writes.length > 0 && !turn.renewed && !turn.shortened)
        stored = { turn, shows: show(now) }
      else await publish(now, turn)
      return 'done'
    }
    inside = null
    posted.takeBack()
    if (result.reason === 'conflict') return 'conflict'
    log.error({ plein: id, problem: result.problem }, 'a commit failed')
    storm.began()
    await reload()
    return 'failed'
  }

  const showStored = (): void => {
    if (stored === null) return
    const { turn, shows } = stored
    stored = null
    visible = shows
    tell([turn], visible.documents)
  }

  const publish = async (now: Inside, turn: Turn): Promise<void> => {
    if (turn.renewed || turn.shortened) showStored()
    if (turn.renewed) {
      // Replicas of a log that was altered would differ for ever: everything is built anew, under a new name.
      inside = null
      await reload()
    } else if (turn.shortened) {
      renew(now)
      visible = show(now)
      outlet.renamed()
    } else {
      const turns = stored === null ? [turn] : [stored.turn, turn]
      stored = null
      visible = show(now)
      tell(turns, visible.documents)
      return
    }
    tell([turn], null)
  }

  const takeTurns = async (batch: readonly Waiting[]): Promise<void> => {
    let outcome: Outcome = 'conflict'
    for (let tried = 0; outcome === 'conflict' && tried < attempts; tried++) outcome = await attempt(batch)
    if (outcome === 'done') return
    if (outcome === 'broken') {
      const [only, other] = batch
      // One at a time: the one that breaks the turn must not take the others along. Alone it is refused, in a turn again, so that it stays so.
      if (only && !other && !breaking.has(only)) {
        breaking.add(only)
        await takeTurns(batch)
      } else if (other) for (const one of batch) await takeTurns([one])
    }
    // Those that were answered above keep their answer.
    for (const { answer } of batch) answer(refused({ code: 'storage-failed' }))
  }

  const look = (): void => {
    for (const one of looks.splice(0)) one()
  }

  const settle = async (): Promise<void> => {
    // Which keys may go would be read off the state.
    if (unsettled && inside !== null && !suspect && !closed && !storm.isBroken()) unsettled = !(await sealing.settle(inside))
  }

  const run = async (): Promise<void> => {
    await settle()
    while (queue.size() > 0 && !closed) {
      const batch = queue.take()
      if (batch.some(({ role }) => role !== 'server')) actedAt = world.now()
      await takeTurns(batch).catch((problem: unknown) => brokeOff(problem, batch))
      look()
      await settle()
    }
    showStored()
    if (suspect) inside = null
    if (inside === null && !closed && (await reload())) await settle()
    running = false
    look()
    setClock()
    if (queue.size() === 0) for (const one of idlers.splice(0)) one()
  }

  const brokeOff = (problem: unknown, batch: readonly Waiting[]): void => {
    log.error({ plein: id, problem: String(problem) }, 'the room broke off')
    inside = null
    // As above. What was stored is answered from the ledger when it is asked again.
    for (const { answer } of batch) answer(refused({ code: 'storage-failed' }))
  }

  const start = (): void => {
    if (running || closed) return
    running = true
    timers.soon(() => {
      run().catch((problem: unknown) => {
        brokeOff(problem, [])
        running = false
        // Whoever waits must not wait for the next command; not at once, since what broke it may break it again.
        timers.after(1000, start)
      })
    })
  }

  const setClock = (): void => {
    stopClock?.()
    stopClock = null
    const at = inside === null || closed ? null : due.next(inside.plein)
    if (at === null) return
    // Quiet for no longer than a second, also when the clock was set back meanwhile.
    quietUntil = Math.min(quietUntil, world.now() + 1000)
    stopClock = timers.after(Math.max(0, Math.max(at, quietUntil) - world.now()), () => {
      stopClock = null
      // When the rules leave something undone, asking again at once would spin.
      quietUntil = world.now() + 1000
      passTime({ type: 'time.passed' })
    })
  }
  const passTime = (command: Command): void => {
    due.listed()
    queue.put({ role: 'server', seat: null, command, asked: asked(null, world.id(), command, world.hash), answer: () => {} })
    start()
  }

  const view = (now: Inside): View => ({
    plein: now.plein,
    versions: (role) => versionsFor(now, role),
    written: posted.seats(now.plein.current),
    muted: posted.marked(),
    unopened: Object.fromEntries([...lost].flatMap(([round, voters]) => (voters.size > 0 ? [[round, voters.size]] : []))),
  })
  const names = (role: Role) =>
    namesFor(role, {
      generation: store.generation,
      epoch: `${store.generation}.${PROJECTION}.${visible.epoch}${forks > 0 ? `.${forks}` : ''}`,
      sealed: visible.state.sealed,
      sharesBlog: parts.sharesBlog?.() ?? false,
    })

  setClock()
  if (unsettled) start()
  const room: Room = {
    id,
    command: (who, commandId, command, until) =>
      new Promise((answer) => {
        if (closed || (who.seat !== null && queue.of(who.seat) >= mostWaiting(who.role, limits))) return answer(refused({ code: 'busy' }))
        queue.put({ ...who, command, asked: asked(who.seat, commandId, command, world.hash), until, answer })
        start()
      }),
    knows: (who, commandId, command) => {
      if (questions.has(command.type) || inside === null) return false
      return inside.answers.knows(asked(who.seat, commandId, command, world.hash))
    },
    read: (look) =>
      new Promise((resolve, reject) => {
        const now = (): void => {
          try {
            if (inside === null) reject(new Error('The Plein cannot be read now.'))
            else resolve(look(view(inside)))
          } catch (problem) {
            reject(problem)
          }
        }
        if (!running && inside !== null && !suspect) return now()
        looks.push(now)
        start()
      }),
    state: () => visible.state,
    locale: () => visible.locale,
    refuses: storm.rages,
    inspect: async () => {
      try {
        await room.read(({ plein }) => {
          // Thrown away only at the next turn, because others may be reading it in this moment.
          if (!closed && !suspect && !soundness.holds(plein)) suspect = true
        })
        // Reading waits until it is built anew.
        if (suspect && !closed) await room.read(() => undefined)
        // Keys that could not go before: after closing for good no command comes any more that would try again.
        if (unsettled) start()
      } catch {
        // It cannot be loaded now: the log has that, and the next command tries again.
      }
    },
    shorten: async () => {
      if (running || closed || inside === null || suspect || storm.isBroken() || storm.rages()) return
      if (world.now() - actedAt < quiet || !overgrown(inside)) return
      passTime({ type: 'time.passed', renew: true })
      await room.idle()
    },
    waits: () => stopClock !== null || unsettled,
    isBroken: storm.isBroken,
    wasRebuilt: soundness.wasRebuilt,
    isUnchecked: soundness.isUnchecked,
    documents: names,
    document: (circle: Circle) => visible.documents.snapshots[circle],
    seat: ({ seat, role }) => {
      if (gone.has(seat)) return false
      here.set(seat, role)
      if (inside && !inside.plein.seats.has(seat)) inside.plein.seats.set(seat, newSeat(seat, role))
      return true
    },
    revoked: (seats) => {
      for (const seat of seats) {
        gone.add(seat)
        here.delete(seat)
        inside?.plein.seats.delete(seat)
      }
    },
    idle: () => (queue.size() === 0 && !running ? Promise.resolve() : new Promise((resolve) => idlers.push(resolve))),
    close: () => {
      closed = true
      stopClock?.()
      storm.stop()
      for (const { answer } of queue.all()) answer(refused({ code: 'busy' }))
      look()
      for (const one of idlers.splice(0)) one()
    },
  }
  return room
}

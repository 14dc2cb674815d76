/** Guessing a join code is bounded by rationing the check itself. A delay of wrong answers alone bounds nothing: silence would mean wrong, and
 *  whoever listens on many lines for the one quick answer never waits. See docs/decisions/2026-11-26-the-check-of-a-code-is-rationed.md. */
import type { Limits } from '../limits.ts'
import type { Timers } from '../live/contract.ts'
import { networkOf } from './network.ts'

export type Throttle = {
  /** Runs `check` when it is the turn of this network: at once within the limits, else in a fair queue. Only a result that is `wrong` costs.
   *  `busy`: it was not looked at, because too much waits. Rejects as `check` does. */
  turn<T>(address: string, check: () => Promise<T>, wrong: (result: T) => boolean): Promise<T | 'busy'>
  /** Codes that wait to be looked at. */
  waiting(): number
}
type Rations = Pick<Limits, 'joinFailuresPerAddress' | 'joinFailuresTotal' | 'joinDelay'>

/** So many wait at one moment; of one network at most the second number. */
const most = { waiting: 2000, ofOne: 200, networks: 20_000 }
const MINUTE = 60_000
/** What a network spent fades by a tenth every so long: half of it counts an hour later. */
const fading = 10 * MINUTE

type Waiter = { start(): void; refuse(): void }
/** `left`: of its own ration of this minute. `spent`: wrong codes, fading; who spent least is next. */
type Network = { left: number; at: number; spent: number; line: Set<Waiter> }

export const createThrottle = (limits: Rations, now: () => number, timers: Pick<Timers, 'after'>): Throttle => {
  const networks = new Map<string, Network>()
  /** Those with somebody in line. */
  const queued = new Set<Network>()
  const total = { left: limits.joinFailuresTotal, at: now() }
  /** Milliseconds in which the ration of all grows by one. */
  const pace = Math.min(MINUTE, MINUTE / limits.joinFailuresTotal)
  let waiting = 0
  let patientAt = 0
  let fadedAt = now()
  let cancel: (() => void) | null = null

  const refill = (bucket: { left: number; at: number }, aMinute: number): void => {
    const at = now()
    bucket.left = Math.min(aMinute, bucket.left + (Math.max(0, at - bucket.at) * aMinute) / MINUTE)
    bucket.at = at
  }
  const fade = (): void => {
    // Set back, the clock would let nobody's ration fade for as long.
    fadedAt = Math.min(fadedAt, now())
    for (; now() - fadedAt >= fading; fadedAt += fading) {
      for (const [name, network] of networks) {
        network.spent *= 0.9
        if (network.spent < 0.3 && network.line.size === 0) networks.delete(name)
      }
    }
    for (const [name, { line }] of networks) {
      if (networks.size < most.networks) break
      if (line.size === 0) networks.delete(name)
    }
  }
  const networkAt = (address: string): Network => {
    const name = networkOf(address)
    const known = networks.get(name)
    if (known) return known
    fade()
    const made = { left: limits.joinFailuresPerAddress, at: now(), spent: 0, line: new Set<Waiter>() }
    networks.set(name, made)
    return made
  }
  const outOfLine = (network: Network, waiter: Waiter): boolean => {
    if (!network.line.delete(waiter)) return false
    waiting -= 1
    if (network.line.size === 0) queued.delete(network)
    return true
  }
  const extreme = (sooner: (a: Network, b: Network) => boolean): Network | undefined => {
    let found: Network | undefined
    for (const network of queued) if (!found || sooner(network, found)) found = network
    return found
  }

  const pump = (): void => {
    cancel?.()
    cancel = null
    for (;;) {
      // Who spent least: a thousand machines that guess stand behind a room that did not.
      const next = extreme((a, b) => a.spent < b.spent)
      if (!next) return
      refill(total, limits.joinFailuresTotal)
      refill(next, limits.joinFailuresPerAddress)
      const own = next.left >= 1
      const wait = Math.max(total.left >= 1 ? 0 : (1 - total.left) * pace, own ? 0 : Math.min(pace, patientAt - now()))
      if (wait > 0) {
        cancel = timers.after(Math.ceil(wait), pump)
        return
      }
      if (own) next.left -= 1
      else patientAt = now() + pace
      total.left -= 1
      next.spent += 1
      const [waiter] = next.line
      outOfLine(next, waiter!)
      waiter!.start()
    }
  }
  const giveBack = (network: Network): void => {
    total.left = Math.min(limits.joinFailuresTotal, total.left + 1)
    network.left = Math.min(limits.joinFailuresPerAddress, network.left + 1)
    network.spent = Math.max(0, network.spent - 1)
    if (waiting > 0) pump()
  }
  /** Somebody who spent more makes room. */
  const makeRoom = (newcomer: Network): boolean => {
    if (newcomer.line.size >= most.ofOne) return false
    if (waiting < most.waiting) return true
    const last = extreme((a, b) => a.spent > b.spent)
    if (!last || last.spent <= newcomer.spent) return false
    const waiter = [...last.line].at(-1)!
    outOfLine(last, waiter)
    waiter.refuse()
    return true
  }

  return {
    turn: async (address, check, wrong) => {
      const network = networkAt(address)
      if (!makeRoom(network)) return 'busy'
      const mine = await new Promise<boolean>((resolve) => {
        const waiter: Waiter = {
          start: () => {
            patience()
            resolve(true)
          },
          refuse: () => {
            patience()
            resolve(false)
          },
        }
        const patience = timers.after(limits.joinDelay, () => {
          if (outOfLine(network, waiter)) resolve(false)
        })
        network.line.add(waiter)
        queued.add(network)
        waiting += 1
        refill(total, limits.joinFailuresTotal)
        if (cancel === null || total.left >= 1) pump()
      })
      if (!mine) return 'busy'
      let costs = false
      try {
        const result = await check()
        costs = wrong(result)
        return result
      } finally {
        if (!costs) giveBack(network)
      }
    },
    waiting: () => waiting,
  }
}

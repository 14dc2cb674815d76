/** The room of one Oefen-Plein: people who come in when a coach is there, do what the phase asks, and go when nobody practises any more. */
import type { CommandOf } from '../../shared/domain/commands.ts'
import type { Dots, Plein, RoundId } from '../../shared/domain/state.ts'
import type { Timers } from '../live/contract.ts'
import type { Place } from '../live/place.ts'
import type { Store } from '../store/contract.ts'
import type { ServerWorld } from '../world.ts'
import { createAnswers } from './answers.ts'
import { ballot } from './ballot.ts'
import { type Act, planFor, type Step, votingPlan } from './plan.ts'
import { createPlayer, type Player } from './player.ts'
import type { Script } from './texts/script.ts'

export type CastParts = {
  store: Pick<Store, 'commit' | 'load'>
  world: ServerWorld
  timers: Timers
  /** How many times as fast as people. */
  speed: number
}
export type Cast = { leave(): void }

/** All in milliseconds of people, which pass `speed` times as fast. */
const comingIn = 20_000
const alone = 10 * 60_000
const look = 400
const shortest = 20
/** So many failures in a row are no hiccup of the disk. */
const patience = 10

type Plan = { steps: Step[]; elapsed: number }
type Voting = { votes: { at: number; name: string }[]; elapsed: number }

export const createCast = (place: Place, script: Script, { store, world, timers, speed }: CastParts, onOver: () => void): Cast => {
  const names = Object.keys(script.people)
  const plans = new Map<string, Plan>()
  const votings = new Map<string, Voting>()
  /** What each gave; only they know it when it is counted. */
  const given = new Map<RoundId, Map<string, Dots>>()
  /** By name, of all that they may write: with what a written idea can be placed. */
  const keys = new Map<string, string[]>()
  let over = false
  let failures = 0
  let last = world.now()
  let coached = last
  let since = 0
  let cancel: () => void = () => undefined

  const end = () => {
    if (over) return
    over = true
    cancel()
    for (const player of players.values()) player.leave()
    onOver()
  }
  const players = new Map<string, Player>(names.map((name, at) => [name, createPlayer(place, at + 1, { store, world }, end)]))
  const arrivals = world.shuffle(names).map((name, at) => ({ name, at: (comingIn * (at + 1)) / names.length }))

  const commandOf = (act: Act, name: string, player: Player, plein: Plein) => {
    const phase = plein.current
    if (phase === null) return null
    switch (act.do) {
      case 'perspective': {
        const offered = plein.settings.perspectives
        const wish = script.people[name] ?? ''
        const perspective = offered.includes(wish) ? wish : offered[names.indexOf(name) % offered.length]
        return perspective === undefined ? null : ({ type: 'seat.perspective', perspective } as const)
      }
      case 'write': {
        const { as, text, who, by } = act
        const key = player.key(`${as} ${text}`)
        return {
          type: 'idea.post',
          key,
          as,
          text,
          phase,
          ...(who === undefined ? {} : { who }),
          ...(by === undefined ? {} : { by }),
          // As a phone would tell whoever writes on it.
          open: plein.phases.get(phase)?.settings.hidden === false,
        } as const
      }
      case 'place': {
        const key = keys.get(name)?.find((one) => plein.keys.has(world.hash(one)))
        const cluster = world.shuffle([...plein.clusters.values()].filter(({ open, removed }) => open && !removed))[0]
        return key === undefined || cluster === undefined ? null : ({ type: 'idea.place', key, cluster: cluster.id } as const)
      }
      case 'hand':
        return { type: 'seat.hand', up: act.up } as const
      case 'tap':
        return { type: 'tap.set', on: act.on, value: act.value, ...(act.on === 'pulse' ? {} : { phase }) } as CommandOf<'tap.set'>
      case 'card': {
        return { type: 'card.seal', key: player.key(`card ${act.text}`), text: act.text } as const
      }
      case 'ready':
        return { type: 'seat.ready', phase, ready: true } as const
      default:
        return act satisfies never
    }
  }

  /** Takes what is due out of the list; what could not be done yet, or whose person is not in yet, stays. */
  const perform = async <T extends { at: number; name: string }>(
    list: T[],
    elapsed: number,
    run: (item: T, player: Player) => Promise<boolean>,
  ) => {
    for (const item of [...list]) {
      const player = players.get(item.name)
      if (item.at > elapsed || over || !player?.here()) continue
      if (await run(item, player)) list.splice(list.indexOf(item), 1)
    }
  }
  const answers = createAnswers({ place, script, world, players, given, keys, perform })
  /** Whoever comes in, also after a restart of the server, knows what is its own. */
  const enter = async (name: string, player: Player) => {
    await player.enter()
    if (!player.here()) return
    const own = [...script.ideas, ...script.conditions].filter(([by]) => by === name)
    keys.set(
      name,
      own.map(([, text]) => player.key(`idea ${text}`)),
    )
    const [author, text] = script.confides
    if (author === name) answers.confides(player.key(`card ${text}`), name)
  }
  const playPhase = async (passed: number) => {
    const plan = await place.room.read(({ plein }) => {
      const phase = plein.phases.get(plein.current ?? '')
      if (plein.stage !== 'open' || phase === undefined) return null
      const known = plans.get(phase.id) ?? { steps: planFor(phase, plein, script, world.shuffle), elapsed: 0 }
      plans.set(phase.id, known)
      return known
    })
    if (plan === null) return
    plan.elapsed += passed
    await perform(plan.steps, plan.elapsed, async ({ act, name }, player) => {
      const command = await place.room.read(({ plein }) => commandOf(act, name, player, plein))
      return command === null || (await player.say(command)) !== 'later'
    })
  }
  const playRound = async (passed: number) => {
    const open = await place.room.read(({ plein }) => {
      const round = [...plein.rounds.values()].find(({ status }) => status === 'open')
      return plein.stage === 'open' && round !== undefined ? { round: round.id, phase: plein.current } : null
    })
    if (open === null) return
    const voting = votings.get(open.round) ?? { votes: votingPlan(script, world.shuffle), elapsed: 0 }
    votings.set(open.round, voting)
    voting.elapsed += passed
    await perform(voting.votes, voting.elapsed, async ({ name }, player) => {
      const dots = await place.room.read(({ plein }) => {
        const round = plein.rounds.get(open.round)
        const nameOf = (id: string) => plein.clusters.get(id)?.name ?? plein.ideas.get(id)?.text ?? ''
        return round ? ballot(round, name, script, nameOf, world.shuffle) : {}
      })
      const said = await player.say({ type: 'ballot.cast', round: open.round, dots })
      if (said === 'done') given.set(open.round, (given.get(open.round) ?? new Map()).set(name, dots))
      if (said === 'done' && open.phase !== null) await player.say({ type: 'seat.ready', phase: open.phase, ready: true })
      return said !== 'later'
    })
  }
  const turn = async () => {
    const now = world.now()
    const passed = Math.max(0, now - last) * speed
    last = now
    since += passed
    if ([...place.hall.guests()].some(({ who }) => who.role === 'coach')) coached = now
    const { stage, sealed, doorLocked, doorAsks } = await place.room.read(({ plein }) => plein)
    // Taking back the closing may still bring the room to life again.
    if ((now - coached) * speed > alone || stage === 'deleted' || sealed) return end()
    if (!doorLocked && !doorAsks && stage !== 'closed')
      for (const { name } of arrivals.filter(({ at }) => at <= since)) {
        const player = players.get(name)
        if (player && !player.here()) await enter(name, player)
      }
    await playPhase(passed)
    await playRound(passed)
    await answers.play(passed)
  }
  const wait = () => {
    cancel = timers.after(Math.max(shortest, look / speed), () => {
      turn()
        .then(
          () => {
            failures = 0
          },
          () => {
            failures += 1
            if (failures > patience) end()
          },
        )
        .finally(() => over || wait())
    })
  }
  wait()
  return { leave: end }
}

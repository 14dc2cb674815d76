/** What the played people answer when a coach asks them something: after a vote, about the name of a group, and about what one of them wrote for
 *  the coaches alone. Like phones, each knows what is its own by its keys. */
import type { Dots, RoundId } from '../../shared/domain/state.ts'
import type { Place } from '../live/place.ts'
import type { ServerWorld } from '../world.ts'
import { type Answering, answeringPlan, asksIn } from './asking.ts'
import { type Naming, namesAsked, namingPlan } from './naming.ts'
import type { Player } from './player.ts'
import type { Script } from './texts/script.ts'

type Due = { at: number; name: string }
export type AnswersParts = {
  place: Place
  script: Script
  world: Pick<ServerWorld, 'id' | 'hash' | 'shuffle'>
  players: ReadonlyMap<string, Player>
  given: ReadonlyMap<RoundId, ReadonlyMap<string, Dots>>
  /** Of written ideas, by name. */
  keys: ReadonlyMap<string, readonly string[]>
  /** Takes what is due out of the list. */
  perform<T extends Due>(list: T[], elapsed: number, run: (item: T, player: Player) => Promise<boolean>): Promise<void>
}
export type Answers = {
  /** So many milliseconds of people have passed. */
  play(passed: number): Promise<void>
  /** With this key one of them wrote for the coaches alone. */
  confides(key: string, name: string): void
}

/** Milliseconds of people. */
const thinking = 8000

export const createAnswers = ({ place, script, world, players, given, keys, perform }: AnswersParts): Answers => {
  const answerings = new Map<string, { answers: Answering[]; elapsed: number }>()
  const namings = new Map<string, { cluster: string; called: string; answers: Naming[]; elapsed: number }>()
  let confided: { key: string; name: string } | null = null
  let thought = 0

  const playAsks = async (passed: number) => {
    const asks = await place.room.read(({ plein }) => (plein.stage === 'open' ? asksIn(plein) : []))
    for (const ask of asks) {
      const plan = answerings.get(ask.name) ?? { answers: answeringPlan(ask, given, script, world.shuffle), elapsed: 0 }
      answerings.set(ask.name, plan)
      plan.elapsed += passed
      await perform(plan.answers, plan.elapsed, async ({ round, item, text }, player) => {
        const said = await player.say({ type: 'condition.post', key: world.id(), round, item, text })
        return said !== 'later'
      })
    }
  }
  const playNames = async (passed: number) => {
    await place.room.read(({ plein }) => {
      if (plein.stage !== 'open') return
      const written = new Map(
        [...keys].flatMap(([name, own]) =>
          own.flatMap((key) => {
            const idea = plein.keys.get(world.hash(key))
            return idea === undefined ? [] : [[key, { name, idea }] as const]
          }),
        ),
      )
      for (const { asked, cluster } of namesAsked(plein)) {
        if (namings.has(asked)) continue
        const answers = namingPlan(cluster, plein, written, script, namings.size % 2 === 0, world.shuffle)
        namings.set(asked, { cluster: cluster.id, called: cluster.name, answers, elapsed: 0 })
      }
    })
    for (const plan of namings.values()) {
      plan.elapsed += passed
      const { cluster, called } = plan
      await perform(plan.answers, plan.elapsed, async ({ key, said }, player) => {
        return (await player.say({ type: 'cluster.verify', key, cluster, name: called, ...said })) !== 'later'
      })
    }
  }
  /** A coach may ask whether the room may have what was written for coaches alone; after a while its author says yes. */
  const playCard = async (passed: number) => {
    const mine = confided
    if (mine === null) return
    const card = await place.room.read(({ plein }) => plein.cards.get(world.hash(mine.key)))
    if (!card?.asked || card.answer !== null) return
    thought += passed
    if (thought < thinking) return
    const { words } = card.asked
    await players
      .get(mine.name)
      ?.say(
        words === null
          ? { type: 'card.allow', key: mine.key, as: 'own', words: card.text }
          : { type: 'card.allow', key: mine.key, as: 'coach', words },
      )
  }
  return {
    play: async (passed) => {
      await playAsks(passed)
      await playNames(passed)
      await playCard(passed)
    },
    confides: (key, name) => {
      confided = { key, name }
      thought = 0
    },
  }
}

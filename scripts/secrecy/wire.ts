/** T20: nobody hears what is not theirs to hear. */
import { dice } from '../players/dice.ts'
import { type Canaries, createCanaries } from './canaries.ts'
import { openInMemory } from './inMemory.ts'
import type { Row } from './row.ts'
import type { Hear, Scene } from './scene.ts'
import { type Played, playSession, wishOf } from './session.ts'

/** Everything that one listener has heard. */
export const listeners = (canaries: Canaries): { hear: Hear; heard: Map<string, Uint8Array[]> } => {
  const heard = new Map<string, Uint8Array[]>()
  return {
    heard,
    hear: (name, bytes) => {
      canaries.hear(name, bytes)
      const known = heard.get(name)
      if (known) known.push(bytes)
      else heard.set(name, [bytes])
    },
  }
}

/** Secrets that were heard by somebody else than who may. */
export const heardSecrets = (secrets: ReturnType<Scene['secrets']>, heard: Map<string, Uint8Array[]>): string[] =>
  [...heard].flatMap(([name, bytes]) => {
    const all = Buffer.concat(bytes)
    return secrets.flatMap(({ what, text, may }) => (!may.includes(name) && all.includes(text) ? [`${what} reached ${name}`] : []))
  })

export type Wire = { sessions: number; bytes: number; canaries: number; heard: number; played: Played; breaches: string[] }
export const nothing = (): Wire => ({ sessions: 0, bytes: 0, canaries: 0, heard: 0, played: { asked: 0, refused: 0 }, breaches: [] })

export const judgeWire = (
  sum: Wire,
  seed: number,
  scene: Scene,
  canaries: Canaries,
  heard: Map<string, Uint8Array[]>,
  played: Played,
): void => {
  sum.sessions++
  sum.canaries += canaries.all().length
  sum.heard += canaries.all().reduce((all, { heardBy }) => all + heardBy.size, 0)
  for (const bytes of heard.values()) sum.bytes += bytes.reduce((all, one) => all + one.length, 0)
  sum.played.asked += played.asked
  sum.played.refused += played.refused
  const found = new Set([...canaries.breaches, ...heardSecrets(scene.secrets(), heard)])
  sum.breaches.push(...[...found].map((breach) => `session ${seed}: ${breach}`))
}

export const wireRow = (where: string, { sessions, bytes, canaries, heard, played, breaches }: Wire): Row => ({
  test: 'T20',
  what: `what the wire says, ${where}`,
  measured: `${sessions} sessions, ${played.asked} commands (${played.refused} refused), ${canaries} canaries heard ${heard} times where they may, ${Math.round(bytes / 1e6)} MB heard, ${breaches.length} elsewhere`,
  goal: '0 where they may not',
  // Ears that hear nothing would find nothing.
  breaches: heard > canaries / 2 ? breaches : [...breaches, 'too few were heard where they may: the ears are deaf'],
})

/** `until`: as `performance.now()` has it. */
export const wireInMemory = async (
  sessions: number,
  seed: number,
  until = Number.POSITIVE_INFINITY,
  spoil = (hear: Hear): Hear => hear,
): Promise<Row> => {
  const sum = nothing()
  for (let one = 0; one < sessions && performance.now() < until; one++) {
    const chance = dice(seed + one)
    const canaries = createCanaries()
    const { hear, heard } = listeners(canaries)
    const scene = await openInMemory(wishOf(chance), spoil(hear))
    const played = await playSession(scene, chance, canaries)
    judgeWire(sum, seed + one, scene, canaries, heard, played)
    await scene.end()
  }
  return wireRow('in memory', sum)
}

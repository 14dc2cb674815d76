/** What the played people answer when they are asked whether the name of a group carries their idea: most say yes, and of every other group so
 *  many say no that a coach is warned. */
import type { NameVerdict } from '../../shared/domain/names/answer.ts'
import type { Cluster, IdeaId, Plein } from '../../shared/domain/state.ts'
import type { Shuffle } from './plan.ts'
import type { Script } from './texts/script.ts'

export type Naming = { at: number; name: string; key: string; said: { answer: NameVerdict; words?: string } }
/** Of one of them, by key. */
export type Written = ReadonlyMap<string, { name: string; idea: IdeaId }>

const seconds = 1000
const apart = 2 * seconds
/** With other words from each third, three in ten say no. */
const third = 3

/** Groups that are asked about now; another name asks anew. */
export const namesAsked = (plein: Plein): { asked: string; cluster: Cluster }[] =>
  [...plein.clusters.values()].flatMap((cluster) =>
    cluster.asked && !cluster.removed ? [{ asked: `${cluster.id}/${cluster.name}`, cluster }] : [],
  )

/** When each answers, counted from the moment at which it was asked. `doubted`: of this group. */
export const namingPlan = (
  { id }: Cluster,
  plein: Plein,
  written: Written,
  { otherNames }: Script,
  doubted: boolean,
  shuffle: Shuffle,
): Naming[] => {
  const authors = shuffle([...written].filter(([, { idea }]) => plein.ideas.get(idea)?.cluster === id))
  return authors.map(([key, { name }], at) => {
    const when = { at: (at + 1) * apart, name, key }
    if (!doubted) return { ...when, said: { answer: 'yes' } }
    // One takes an idea out, where others are left.
    if (at === 1 && authors.length > third) return { ...when, said: { answer: 'out' } }
    if (at % third !== 0) return { ...when, said: { answer: 'yes' } }
    return { ...when, said: { answer: 'words', words: otherNames[(at / third) % otherNames.length]! } }
  })
}

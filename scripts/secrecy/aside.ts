/** What is said beside the board in a random Plein: cards for the coaches alone, and what authors say of the name of a group. */
import type { Canary } from './canaries.ts'
import type { Scene, Somebody } from './scene.ts'
import type { Idea } from './session.ts'
import type { Voices } from './voices.ts'

type Parts = Voices & {
  scene: Scene
  /** Who writes: the owner too. */
  writers: readonly Somebody[]
  /** Names of coaches. */
  desk: readonly string[]
  ideas(): readonly Idea[]
}
type Card = { key: string; author: Somebody; words: Canary; over: boolean }

export const aside = ({ scene, chance, canaries, ask, coaches, writers, desk, ideas }: Parts): (() => Promise<unknown>)[] => {
  const cards: Card[] = []
  const [joost] = coaches as [Somebody]
  const seal = async (): Promise<void> => {
    const author = chance.pick(writers)
    const words = canaries.plant('a card for the coaches', [...desk, author.name])
    const key = canaries.plant('the key of a card', [author.name]).words
    const sealed = await ask(author, { type: 'card.seal', key, text: words.words })
    if (sealed.ok) cards.push({ key, author, words, over: false })
  }
  const deal = async (): Promise<unknown> => {
    const card = cards.find(({ over }) => !over)
    if (!card) return seal()
    const { key, author, words } = card
    const told = () => joost.cards().find(({ text }) => text === words.words)
    await scene.until('coaches have a card', () => told() !== undefined)
    const { card: id } = told()!
    const drawn = chance.below(4)
    if (drawn === 0) return ask(chance.pick(coaches), { type: 'card.aside', card: id, aside: true })
    if (drawn === 1) {
      const proposed = canaries.plant('what a coach proposes for a card', [...desk, author.name])
      await ask(joost, { type: 'card.ask', card: id, words: proposed.words })
      await ask(author, { type: 'mine', keys: [key] })
      if (chance.one(2)) return ask(author, { type: 'card.allow', key, as: 'no' })
      return ask(author, { type: 'card.allow', key, as: 'coach', words: proposed.words })
    }
    card.over = true
    if (drawn === 2) return ask(author, { type: 'card.withdraw', key })
    const own = canaries.plant('what its author lets be shared', [...desk, author.name])
    const allowed = await ask(author, { type: 'card.allow', key, as: 'own', words: own.words })
    // A coach may have stopped who wrote it.
    if (!allowed.ok) return allowed
    await scene.until('coaches have the answer', () => told()?.allowed?.as === 'own')
    canaries.open(own)
    return ask(chance.pick(coaches), { type: 'card.release', card: id, words: own.words })
  }
  const verify = async (): Promise<unknown> => {
    const shared = ideas().filter((idea) => idea.shared && !idea.hidden && !idea.gone)
    if (shared.length === 0) return
    const known = [...joost.map('board', 'ideas')]
    const ids = shared.flatMap(({ words, edit }) =>
      known.flatMap(([id, idea]) =>
        JSON.stringify(idea).includes(words.words) || (edit && JSON.stringify(idea).includes(edit.words)) ? [id] : [],
      ),
    )
    if (ids.length === 0) return
    const made = await ask(joost, { type: 'cluster.create', name: 'Groen', ideas: ids })
    if (!made.ok) return
    const cluster = String(made['cluster'])
    await ask(joost, { type: 'cluster.ask', clusters: [cluster], asking: true })
    for (const idea of shared) {
      const author = writers.find(({ name }) => name === idea.author)
      if (!author) continue
      const answer = chance.pick(['yes', 'words', 'out'] as const)
      const words = canaries.plant('another name for a group', [...desk, author.name]).words
      await ask(author, { type: 'cluster.verify', key: idea.key, cluster, name: 'Groen', answer, ...(answer === 'words' ? { words } : {}) })
    }
  }
  return [seal, deal, deal, verify]
}

/** A Plein in which everybody does something, drawn from a seed: whatever may not be heard by all is a canary. */
import { randomBytes } from 'node:crypto'
import type { Command } from '../../shared/domain/commands.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import type { Dice } from '../players/dice.ts'
import { aside } from './aside.ts'
import type { Canaries, Canary } from './canaries.ts'
import { ownerSays } from './ownerSays.ts'
import type { Scene, Somebody } from './scene.ts'
import { talk } from './talk.ts'

const names = ['Fatma', 'Ria', 'Samir', 'Hanna', 'Teun', 'Mo'] as const

/** An idea of the session. */
export type Idea = { key: string; author: string; words: Canary; edit: Canary | null; shared: boolean; hidden: boolean; gone: boolean }

export const wishOf = (chance: Dice) => ({
  title: 'Plein over het groen',
  dilemma: 'Wie zorgt er voor het groen?',
  programme: [
    { kind: 'ideas' as const, settings: { hidden: true } },
    { kind: 'ideas' as const, settings: { hidden: chance.one(2) } },
    { kind: 'harvest' as const },
    { kind: 'vote' as const },
    { kind: 'write' as const },
  ],
  settings: { perspectives: ['bewoner', 'ondernemer'] },
})

export type Played = { asked: number; refused: number }

export const playSession = async (scene: Scene, chance: Dice, canaries: Canaries): Promise<Played> => {
  const played = { asked: 0, refused: 0 }
  const joost = await scene.come('Joost', 'coach')
  const coaches = chance.one(2) ? [joost, await scene.come('Anneke', 'coach')] : [joost]
  const desk = coaches.map(({ name }) => name)
  const wim = await scene.come('Wim', 'owner')
  const others = [wim, await scene.come('Beamer', 'screen')]
  if (chance.one(3)) others.push(await scene.come('the other device of Wim', 'owner'))
  const people: Somebody[] = []
  for (const name of names.slice(0, 3 + chance.below(3))) people.push(await scene.come(name, 'participant'))
  const everybody = (): Somebody[] => [...coaches, ...others, ...people]
  const present = (): string[] => everybody().map(({ name }) => name)
  const ask = async (who: Somebody, command: Command): Promise<Answer> => {
    const answer = await who.ask(command)
    played.asked++
    if (!answer.ok) played.refused++
    return answer
  }

  const prose = talk({ scene, chance, canaries, ask, coaches, owner: wim, present, anybody: () => chance.pick(everybody()) })
  for (let left = chance.below(5); left > 0; left--) await chance.pick(prose.before)()
  await ask(joost, { type: 'plein.open' })
  await scene.until('the Plein is open', () => joost.map('board', 'plein').get('current') !== null)
  const phases = [...(joost.map('board', 'plein').get('programme') as string[])] as [string, string, string, string, string]
  const [, second, harvest, vote, write] = phases
  const hiddenIn = new Set([phases[0]])
  const ideas: Idea[] = []
  let current: string = phases[0]
  let harvested = false
  const settings = (joost.map('board', 'phases').get(second) as { settings?: { hidden?: boolean } } | undefined)?.settings
  if (settings?.hidden !== false) hiddenIn.add(second)

  /** As the desk knows it. */
  const idOf = ({ words, edit }: Idea): string | null =>
    [...joost.map('desk', 'ideas'), ...joost.map('board', 'ideas')].find(([, idea]) => {
      const text = JSON.stringify(idea)
      return text.includes(words.words) || (edit !== null && text.includes(edit.words))
    })?.[0] ?? null
  const listed = async (idea: Idea): Promise<string> => {
    await scene.until('the desk has heard of an idea', () => idOf(idea) !== null)
    return idOf(idea)!
  }
  const some = (which: (idea: Idea) => boolean): Idea | null => {
    const fitting = ideas.filter((idea) => !idea.gone && which(idea))
    return fitting.length > 0 ? chance.pick(fitting) : null
  }
  const author = (idea: Idea): Somebody => people.find(({ name }) => name === idea.author)!

  const post = async (): Promise<Idea> => {
    const who = chance.pick(people)
    const phase = chance.one(5) || current === vote || current === write ? phases[0] : current
    const commitment = phase === harvest
    const waits = hiddenIn.has(phase) || phase !== current || commitment || chance.one(3)
    const words = canaries.plant(`an idea that ${waits ? 'the coach reads first' : 'the room reads at once'}`, [...desk, who.name])
    const key = canaries.plant('the key of an idea', [who.name]).words
    if (!waits) canaries.open(words)
    const name = commitment ? canaries.plant('a name in a commitment that waits', [...desk, who.name]).words : null
    const sent = await ask(who, {
      type: 'idea.post',
      key,
      as: commitment ? 'commitment' : 'idea',
      text: words.words,
      phase,
      ...(name ? { who: name } : {}),
      open: !waits,
    })
    const idea: Idea = { key, author: who.name, words, edit: null, shared: !waits, hidden: false, gone: false }
    // A commitment stays where it is: it shows that names wait too.
    if (!commitment && sent.ok) ideas.push(idea)
    return idea
  }
  const deeds: (() => Promise<unknown>)[] = [
    post,
    post,
    post,
    async () => {
      const idea = some(({ shared, hidden }) => !shared && !hidden)
      if (!idea) return
      const id = await listed(idea)
      canaries.open(idea.words)
      if (idea.edit) canaries.open(idea.edit)
      idea.shared = true
      await ask(chance.pick(coaches), { type: 'ideas.release', ideas: [id] })
    },
    async () => {
      const idea = some(({ edit }) => edit === null)
      if (!idea) return
      // Before the desk has heard of it, a new wording replaces the old one, also where the room hears it in the same batch.
      await listed(idea)
      idea.edit = canaries.plant('a new wording that waits', [...desk, idea.author])
      await ask(author(idea), { type: 'idea.edit', key: idea.key, text: idea.edit.words })
    },
    async () => {
      const idea = some(() => true)
      if (!idea) return
      idea.gone = true
      canaries.shut(idea.words, present())
      if (idea.edit) canaries.shut(idea.edit, present())
      await ask(author(idea), { type: 'idea.withdraw', key: idea.key })
    },
    async () => {
      const who = chance.pick(people)
      const words = canaries.plant('an idea that was withdrawn before the desk heard of it', [who.name])
      const key = canaries.plant('the key of an idea', [who.name]).words
      await Promise.all([
        ask(who, { type: 'idea.post', key, as: 'idea', text: words.words, phase: phases[0] }),
        ask(who, { type: 'idea.withdraw', key }),
      ])
    },
    async () => {
      const idea = some(({ hidden }) => !hidden)
      if (!idea) return
      const id = await listed(idea)
      idea.hidden = true
      canaries.shut(idea.words, present())
      if (idea.edit) canaries.shut(idea.edit, present())
      await ask(chance.pick(coaches), { type: 'idea.hide', ideas: [id] })
    },
    async () => {
      const idea = some(({ shared, hidden }) => !shared && !hidden)
      if (!idea || hiddenIn.size === 1) return
      const id = await listed(idea)
      // The idea may be shared later, and its group with it.
      const group = canaries.plant('the name of a group of ideas that wait', desk)
      const shutBefore = await ask(joost, { type: 'cluster.create', name: group.words, ideas: [id] })
      if (shutBefore.ok) await ask(joost, { type: 'undo' })
    },
    async () => {
      const idea = some(({ shared }) => !shared)
      if (idea) await ask(joost, { type: 'seat.mute', idea: await listed(idea), muted: !chance.one(3) })
    },
    async () => {
      const idea = some(() => true)
      if (idea) await ask(author(idea), { type: 'mine', keys: [idea.key] })
    },
    async () => {
      if (people.some(({ name }) => name === 'Noor')) return
      people.push(await scene.come('Noor', 'participant'))
    },
    async () => {
      const who = chance.pick([...people, ...others])
      const words = canaries.plant('what somebody may not do', [who.name]).words
      await ask(who, { type: 'plein.set', title: words })
    },
    async () => {
      current = chance.pick([phases[0], second, harvest, write])
      harvested ||= current === harvest
      await ask(joost, { type: 'phase.enter', phase: current })
    },
    async () => scene.outcomes(chance.pick(everybody())),
    async () => ask(joost, { type: 'outcome.set', shared: chance.one(2) }),
    async () => ask(chance.pick(people), { type: 'seat.hand', up: chance.one(2) }),
    async () =>
      ask(chance.pick(people), { type: 'tap.set', on: 'pulse', value: chance.pick(['calm', 'tense', 'leaving', 'unsaid', null] as const) }),
  ]
  deeds.push(...aside({ scene, chance, canaries, ask, coaches, writers: [wim, ...people], desk, ideas: () => ideas }))
  deeds.push(...prose.during)
  const owners = ownerSays({ chance, canaries, ask, coaches, owner: wim, present, harvested: () => harvested })
  deeds.push(...owners)
  await post()
  for (let deed = 0; deed < 24; deed++) await chance.pick(deeds)()
  if (chance.one(2)) {
    harvested = true
    await ask(joost, { type: 'phase.enter', phase: harvest })
    for (let deed = 0; deed < 5; deed++) await chance.pick(owners)()
  }
  await votes({ scene, chance, canaries, ask, joost, people, vote, desk })
  await ask(joost, { type: 'outcome.set', shared: true })
  if (chance.one(3)) {
    const secret = `${canaries.plant('the new secret of a link', [joost.name]).words}${randomBytes(16).toString('base64url').slice(0, 21)}`
    await ask(joost, { type: 'link.rotate', role: 'owner', secret })
  }
  for (const who of everybody()) await scene.outcomes(who)
  await ask(joost, { type: 'plein.close', confirmed: true })
  await scene.seal()
  for (const who of [joost, people[0]!]) await scene.outcomes(who)
  await prose.publish(ideas)
  // Whoever comes to the Plein that was taken in was not here: only what all may hear.
  await scene.again('a reader of the Plein that was taken in')
  return played
}

type Voting = {
  scene: Scene
  chance: Dice
  canaries: Canaries
  ask(who: Somebody, command: Command): Promise<Answer>
  joost: Somebody
  people: Somebody[]
  vote: string
  desk: string[]
}

const votes = async ({ chance, scene, canaries, ask, joost, people, vote, desk }: Voting): Promise<void> => {
  await ask(joost, { type: 'phase.enter', phase: vote })
  await scene.until('the vote can begin', () => joost.map('board', 'plein').get('current') === vote)
  const items = [...joost.map('board', 'ideas').keys()]
  if (items.length < 2) return
  const opened = await ask(joost, { type: 'round.open', over: 'ideas' })
  if (!opened.ok) return
  const round = String(opened['round'])
  for (const who of people) {
    if (chance.one(2)) await ask(who, { type: 'seat.perspective', perspective: chance.pick(['bewoner', 'ondernemer', null]) })
    if (!chance.one(4)) await ask(who, { type: 'ballot.cast', round, dots: { [chance.pick(items)]: 1 } })
  }
  await scene.outcomes(joost)
  await ask(joost, { type: 'round.close', round, confirmed: true })
  if (!chance.one(4)) await ask(joost, { type: 'round.reveal', round, revealed: true })
  // Of some questions three or more are heard, of others fewer than that: those reach nobody but their authors, not even in an outcome.
  const listed: Canary[] = []
  for (const item of items) {
    const asked = await ask(joost, { type: 'round.ask', round, item })
    if (!asked.ok) continue
    const authors = people.slice(0, chance.below(people.length + 1))
    const enough = authors.length >= 3
    const answers = authors.map(({ name }) =>
      canaries.plant(`one of ${enough ? 'enough' : 'too few'} answers after a vote`, enough ? [...desk, name] : [name]),
    )
    for (const [at, who] of authors.entries()) {
      const key = canaries.plant('the key of an answer', [who.name]).words
      await ask(who, { type: 'condition.post', key, round, item, text: answers[at]!.words })
      if (chance.one(2)) await ask(who, { type: 'mine', keys: [key] })
      await scene.outcomes(chance.pick([joost, ...people]))
    }
    if (enough) listed.push(...answers)
    const ends = !chance.one(3)
    if (ends) await ask(joost, { type: 'round.ask', round, item, asked: false })
    // While it stands, a fourth one waits for others.
    if (!enough || (!ends && authors.length > 3) || chance.one(2)) continue
    await scene.until('the desk has heard of the answers', () =>
      answers.every(({ words }) => [...joost.map('desk', 'ideas').values()].some((idea) => JSON.stringify(idea).includes(words))),
    )
    // Those about another item too.
    for (const answer of listed) canaries.open(answer)
    await ask(joost, { type: 'ideas.release', ideas: 'all', as: 'condition' })
  }
}

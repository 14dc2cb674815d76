/** What is written in a random Plein in texts of more than one hand: the intake in its circles, what stands before the room, the draft of the
 *  next wording, and the blog of the day after. */
import { intakeAuthors, intakeCircles, intakeQuestions, lineName } from '../../shared/domain/intake/talk.ts'
import { circleText, stageText } from '../../shared/wire/messages.ts'
import type { Canary } from './canaries.ts'
import type { Scene, Somebody } from './scene.ts'
import type { Idea } from './session.ts'
import type { Voices } from './voices.ts'

type Parts = Voices & {
  scene: Scene
  owner: Somebody
  /** Names of all who are here. */
  present(): string[]
  anybody(): Somebody
}
type Deed = () => Promise<unknown>
export type Talk = {
  before: Deed[]
  during: Deed[]
  /** Of a Plein that is closed for good. */
  publish(ideas: readonly Idea[]): Promise<void>
}

const root = 'text'
const blog = 'text/blog'
const own = 'what the owner wrote for nobody else'
const named = { own, coaches: 'an answer of the intake for the coaches', room: 'an answer of the intake for the room' }

export const talk = ({ scene, chance, canaries, ask, coaches, owner, present, anybody }: Parts): Talk => {
  const desk = coaches.map(({ name }) => name)
  const both = [owner.name, 'the other device of Wim', ...desk]
  const of = (words: string): Canary[] => canaries.all().filter((one) => words.includes(one.words))
  const writer = (): Somebody => chance.pick([owner, ...coaches])
  const inChain = new Set<Canary>()
  const inBlog: Canary[] = []
  let shared = false

  const tell = async (): Promise<unknown> => {
    const circle = chance.pick(intakeCircles)
    const by = circle === 'own' ? 'owner' : chance.pick(intakeAuthors)
    const who = circle === 'own' ? owner : writer()
    const words = canaries.plant(named[circle], circle === 'own' ? [owner.name] : both).words
    return who.write(circleText(circle), lineName({ question: chance.pick(intakeQuestions.slice(0, 2)), by }), words, chance.one(4))
  }
  const widen = async (): Promise<unknown> => {
    const by = chance.pick(intakeAuthors)
    const from = by === 'owner' ? chance.pick(['own', 'coaches'] as const) : 'coaches'
    const to = from === 'own' ? chance.pick(['coaches', 'room'] as const) : 'room'
    const line = { question: chance.pick(intakeQuestions.slice(0, 2)), by }
    const words = (by === 'owner' ? owner : coaches[0]!).words(circleText(from), lineName(line)).trim()
    if (words === '') return tell()
    const command = { type: 'intake.widen', ...line, from, to, words } as const
    // Not theirs to move, and asked without having read who will read it.
    const other = chance.pick([...coaches, anybody()])
    if (chance.one(4) && other !== owner) await ask(other, { ...command, by: 'owner', from: 'own', confirmed: true })
    if (chance.one(3)) return ask(owner, command)
    for (const one of of(words)) one.may = new Set([...one.may, ...both])
    return ask(by === 'owner' ? owner : chance.pick(coaches), { ...command, confirmed: true })
  }
  const link = async (): Promise<unknown> => {
    const line = { question: chance.pick(intakeQuestions.slice(0, 2)), by: chance.pick(intakeAuthors) }
    const text = coaches[0]!.words(circleText('room'), lineName(line)).trim()
    if (text === '') return tell()
    for (const one of of(text)) canaries.open(one)
    return ask(coaches[0]!, { type: 'framing.adopt', text, sources: [], form: 'intake', whose: line.by })
  }
  const stage = async (): Promise<void> => {
    const who = writer()
    const stood = who.words(stageText, root)
    const words = canaries.plant('words before the room', [who.name])
    canaries.open(words)
    const instead = chance.one(3)
    if (!(await who.write(stageText, root, words.words, instead)) || !instead) return
    for (const one of of(stood)) if (!inChain.has(one)) canaries.shut(one, present())
    await ask(who, { type: 'text.earlier', stage: true })
  }
  const adopt = async (): Promise<unknown> => {
    const text = coaches[0]!.words(stageText, root).trim()
    if (text === '') return stage()
    const adopted = await ask(chance.pick(coaches), { type: 'framing.adopt', text, sources: [], form: 'room' })
    if (adopted.ok) for (const one of of(text)) inChain.add(one)
  }
  const draft = async (): Promise<unknown> => {
    const words = canaries.plant('a draft of the next wording', both).words
    return writer().write('text/draft', root, words, chance.one(3))
  }
  const write = async (): Promise<unknown> => {
    const words = canaries.plant('a draft of the blog', shared ? both : both.filter((name) => !desk.includes(name)))
    inBlog.push(words)
    return (shared ? writer() : owner).write(blog, root, words.words, chance.one(3))
  }
  const share = async (): Promise<void> => {
    shared = !shared
    // Also of what they were before.
    if (shared) for (const one of inBlog) one.may = new Set([...one.may, ...desk])
    await scene.shareBlog(owner, shared)
  }
  const earlier = async (): Promise<unknown> => {
    const of = chance.pick([
      ...intakeCircles.map((circle) => ({ line: { question: intakeQuestions[0], by: 'owner' as const, circle } })),
      { stage: true as const },
      { blog: true as const },
      {},
    ])
    return ask(chance.pick([writer(), anybody()]), { type: 'text.earlier', ...of })
  }
  /** Whoever knows the name of a document that is not theirs. */
  const knock = async (): Promise<unknown> => {
    const names = Object.entries(owner.documents()).flatMap(([name, full]) => (full && name.startsWith('text/') ? [full] : []))
    return names.length > 0 ? anybody().knock(chance.pick(names)) : undefined
  }

  return {
    before: [tell, tell, widen, link],
    during: [tell, widen, stage, adopt, draft, write, share, earlier, knock],
    publish: async (ideas) => {
      const withdrawn = ideas.find((idea) => idea.shared && (idea.hidden || idea.gone))
      if (withdrawn) {
        // A quote of what the room saw and sees no more: nothing leaves, not the words around it either.
        await owner.write(blog, root, `\n> ${withdrawn.words.words}\n`)
        await scene.publishBlog(owner, owner.words(blog, root))
      }
      const words = canaries.plant('a blog that was published', both)
      await owner.write(blog, root, words.words, true)
      canaries.open(words)
      await scene.publishBlog(owner, owner.words(blog, root))
    },
  }
}

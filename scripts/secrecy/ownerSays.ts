/** What the owner of a random Plein says from a seat of their own: what touches them, and what they take along. */
import type { Canary } from './canaries.ts'
import type { Somebody } from './scene.ts'
import type { Voices } from './voices.ts'

type Parts = Voices & {
  owner: Somebody
  present(): string[]
  /** It may be said now what the owner takes along. */
  harvested(): boolean
}

export const ownerSays = ({ chance, canaries, ask, coaches, owner, present, harvested }: Parts): (() => Promise<unknown>)[] => {
  const may = [owner.name, 'the other device of Wim', ...coaches.map(({ name }) => name)]
  let said: Canary | null = null
  let hidden = false
  const mark = async (): Promise<unknown> => {
    const ideas = [...owner.map('board', 'ideas').keys()]
    return ideas.length > 0 ? ask(owner, { type: 'owner.mark', idea: chance.pick(ideas), marked: !chance.one(3) }) : undefined
  }
  const say = async (): Promise<unknown> => {
    if (!harvested()) {
      if (!chance.one(3)) return mark()
      const early = canaries.plant('a last word that came too early', [owner.name]).words
      return ask(owner, { type: 'owner.word', text: early })
    }
    if (said) canaries.shut(said, present())
    said = chance.one(4) ? null : canaries.plant(`a last word that ${hidden ? 'is kept from the room' : 'was said'}`, may)
    if (said && !hidden) canaries.open(said)
    return ask(owner, { type: 'owner.word', text: said?.words ?? null })
  }
  const hide = async (): Promise<unknown> => {
    if (!said) return say()
    hidden = !hidden
    if (hidden) canaries.shut(said, present())
    else canaries.open(said)
    return ask(chance.pick(coaches), { type: 'word.hide', hidden })
  }
  return [mark, say, hide]
}

import { keepDraft } from '../session/drafts.ts'

/** What an own text is to be. Of a commitment also who does it and by which day; an empty one takes it away. */
export type Changed = { text: string; who: string; day: string }

/** "Als …, dan …": the two halves of a commitment as one sentence. */
export type Promised = { when: string; act: string }

/** The words that begin each half, in the language of the page: whoever types them too does not say them twice. */
export type Begins = { when: string; act: string }

const tidy = (half: string, begins: string): string => {
  const text = half.trim().replace(/\s+/gu, ' ')
  const [first, ...rest] = text.split(' ')
  return first?.toLowerCase() === begins.toLowerCase() && rest.length > 0 ? rest.join(' ') : text
}

/** One half alone stands as it is: a plan without an occasion is a plan too. Nothing typed is nothing. */
export const sentence = ({ when, act: given }: Promised, begins: Begins): string => {
  const occasion = tidy(when, begins.when).replace(/[\s,.;:]+$/u, '')
  const act = tidy(given, begins.act)
  if (occasion === '') return act
  return act === '' ? `${begins.when} ${occasion}` : `${begins.when} ${occasion}, ${begins.act} ${act}`
}

/** A sentence in its halves again, where it was put together like this; else all of it is what somebody does. */
export const halvesOf = (text: string, begins: Begins): Promised => {
  const [start, middle] = [`${begins.when} `, `, ${begins.act} `]
  const at = text.indexOf(middle)
  const halves = { when: text.slice(start.length, at), act: text.slice(at + middle.length) }
  return at !== -1 && sentence(halves, begins) === text ? halves : { when: '', act: text }
}

export const forgetHalves = (plein: string, name: string): void => {
  for (const half of ['/if', '/then']) keepDraft(plein, name + half, '')
}

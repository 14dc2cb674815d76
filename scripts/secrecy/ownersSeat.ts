/** T24, of the owner's seat: two Pleinen are the same to the letter but for what touched the owner, and for what they said that a coach keeps
 *  from the room. Whoever is neither owner nor coach tells none apart, whatever they hear until the Plein is closed for good. */
import { createHash } from 'node:crypto'
import { openInMemory } from './inMemory.ts'
import type { Row } from './row.ts'
import type { Hear } from './scene.ts'
import { still } from './still.ts'

const room = ['Mo', 'Beamer', 'the log']
const texts = ['Bomen', 'Banken', 'Bloemen']

/** `marked`: places of ideas; `said`: one after another, while a coach keeps it from the room. */
export type Says = { marked: readonly number[]; said: readonly (string | null)[] }

const hearSays = async ({ marked, said }: Says, spoil: (hear: Hear) => Hear): Promise<{ room: string; coach: string }> => {
  const streams = { room: createHash('sha256'), coach: createHash('sha256') }
  const hear = spoil((name, bytes) => {
    if (room.includes(name)) streams.room.update(`${name} ${bytes.length} `).update(bytes)
    if (name === 'Joost') streams.coach.update(`${bytes.length} `).update(bytes)
  })
  const programme = [{ kind: 'ideas' as const }, { kind: 'harvest' as const }]
  const scene = await openInMemory({ title: 'Plein', dilemma: 'Wie zorgt er?', programme }, hear, { world: still })
  const joost = await scene.come('Joost', 'coach')
  const wim = await scene.come('Wim', 'owner')
  const mo = await scene.come('Mo', 'participant')
  const beamer = await scene.come('Beamer', 'screen')
  await joost.ask({ type: 'plein.open' })
  const [phase, harvest] = joost.map('board', 'plein').get('programme') as [string, string]
  for (const text of texts) await joost.ask({ type: 'idea.enter', as: 'idea', text, phase })
  await joost.ask({ type: 'ideas.release', ideas: 'all' })
  const ideas = [...joost.map('board', 'ideas').keys()].sort()
  const look = async (): Promise<void> => {
    await mo.ask({ type: 'mine', keys: [] })
    for (const who of [mo, beamer]) await scene.outcomes(who)
    await scene.pass(6000)
  }
  for (const place of marked) {
    await wim.ask({ type: 'owner.mark', idea: ideas[place]!, marked: true })
    await look()
  }
  // What is hidden keeps its mark, and shows it to nobody.
  await joost.ask({ type: 'idea.hide', ideas: [ideas[0]!] })
  await look()
  await joost.ask({ type: 'phase.enter', phase: harvest })
  await wim.ask({ type: 'owner.word', text: 'Ik neem het mee.' })
  await joost.ask({ type: 'word.hide', hidden: true })
  await look()
  for (const text of said) {
    await wim.ask({ type: 'owner.word', text })
    await look()
  }
  await joost.ask({ type: 'outcome.set', shared: true })
  await look()
  await joost.ask({ type: 'plein.close', confirmed: true })
  await scene.seal()
  await look()
  // Whoever comes afterwards reads everything anew.
  await scene.come('Beamer', 'screen')
  await scene.end()
  return { room: streams.room.digest('hex'), coach: streams.coach.digest('hex') }
}

/** In as many commands, so that looking is all that could tell. */
const pairs: Record<string, readonly [Says, Says]> = {
  'one mark or another': [
    { marked: [0], said: [] },
    { marked: [1], said: [] },
  ],
  'three marks in another order': [
    { marked: [0, 1, 2], said: [] },
    { marked: [2, 1, 0], said: [] },
  ],
  'another last word that a coach keeps from the room': [
    { marked: [], said: ['Ik bel de wijkagent.', null, 'Volgende week begin ik.'] },
    { marked: [], said: ['Ik weet het niet meer.', 'Het spijt me heel erg voor jullie allemaal.', null] },
  ],
}

export const ownersSeat = async (spoil: (hear: Hear) => Hear): Promise<Row> => {
  const breaches: string[] = []
  let told = 0
  for (const [what, [one, other]] of Object.entries(pairs)) {
    const [first, second] = [await hearSays(one, spoil), await hearSays(other, spoil)]
    if (first.room !== second.room) breaches.push(`the room tells ${what} apart`)
    if (first.coach !== second.coach) told++
  }
  const all = Object.keys(pairs).length
  return {
    test: 'T24',
    what: 'what touches the owner, and a last word that is kept from the room',
    measured: `${all} pairs, ${breaches.length} told apart by who is neither owner nor coach; coaches told ${told} apart`,
    goal: '0 bits',
    breaches: told === all ? breaches : [...breaches, 'a coach was told nothing: the ears are deaf'],
  }
}

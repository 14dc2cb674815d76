/** T24, of answers about the name of a group: two Pleinen are the same to the letter but for what authors answered. Whoever is no coach tells
 *  none apart; a coach only after three more answers. */
import { createHash } from 'node:crypto'
import { fewestAnswers } from '../../shared/domain/names/counted.ts'
import { openInMemory } from './inMemory.ts'
import type { Row } from './row.ts'
import type { Hear, Somebody } from './scene.ts'
import { still } from './still.ts'

const most = 7
const others = ['Wim', 'Beamer', 'Mo', 'the log']

/** What is heard when these answer, one after another: by who is no coach, and by a coach. */
const hearAnswers = async (
  answers: readonly ('yes' | 'words' | null)[],
  spoil: (hear: Hear) => Hear,
): Promise<{ room: string; coach: string }> => {
  const [room, coach] = [createHash('sha256'), createHash('sha256')]
  const hear = spoil((name, bytes) => {
    if (others.includes(name)) room.update(`${name} ${bytes.length} `).update(bytes)
    if (name === 'Joost') coach.update(`${bytes.length} `).update(bytes)
  })
  const wish = { title: 'Plein', dilemma: 'Wie zorgt er?', programme: [{ kind: 'ideas' as const }], settings: {} }
  const scene = await openInMemory(wish, hear, { world: still })
  const joost = await scene.come('Joost', 'coach')
  await scene.come('Wim', 'owner')
  await scene.come('Beamer', 'screen')
  await scene.come('Mo', 'participant')
  const authors: Somebody[] = []
  for (let place = 0; place < most; place++) authors.push(await scene.come(`author ${place}`, 'participant'))
  await joost.ask({ type: 'plein.open' })
  const [phase] = joost.map('board', 'plein').get('programme') as [string]
  const key = (place: number): string => createHash('sha256').update(`${place}`).digest('base64url').slice(0, 22)
  for (const [place, author] of authors.entries())
    await author.ask({ type: 'idea.post', key: key(place), as: 'idea', text: `Idee ${place}`, phase })
  await scene.until('the desk has them', () => joost.map('desk', 'ideas').size === most)
  await joost.ask({ type: 'ideas.release', ideas: 'all' })
  const made = await joost.ask({ type: 'cluster.create', name: 'Groen', ideas: [...joost.map('board', 'ideas').keys()] })
  if (!made.ok) throw new Error(JSON.stringify(made))
  const cluster = String(made['cluster'])
  await joost.ask({ type: 'cluster.ask', clusters: 'all', asking: true })
  for (const [place, author] of authors.entries()) {
    const answer = answers[place] ?? null
    if (answer !== null)
      await author.ask({
        type: 'cluster.verify',
        key: key(place),
        cluster,
        name: 'Groen',
        answer,
        ...(answer === 'words' ? { words: 'Bomen' } : {}),
      })
    // A batch for the desk, and the counts of the room.
    await scene.pass(6000)
  }
  await scene.end()
  return { room: room.digest('hex'), coach: coach.digest('hex') }
}

export const answersAboutNames = async (spoil: (hear: Hear) => Hear): Promise<Row> => {
  const heard = []
  for (let count = 0; count <= most; count++)
    heard.push(
      await hearAnswers(
        Array.from({ length: count }, () => 'yes' as const),
        spoil,
      ),
    )
  const breaches: string[] = []
  for (const [count, { room, coach }] of heard.entries()) {
    if (room !== heard[0]!.room) breaches.push(`${count} answers can be told from none by who is no coach`)
    const told = count - (count % fewestAnswers)
    if (coach !== heard[told]!.coach) breaches.push(`a coach tells ${count} answers from ${told}`)
    if (told > 0 && told === count && coach === heard[0]!.coach) breaches.push(`nothing was told of ${count} answers`)
  }
  // Other words are told, so a coach may tell them from a yes; nobody else may.
  const mixed = await hearAnswers(['words', 'yes', 'words', 'yes', 'yes', 'words', 'yes'], spoil)
  if (mixed.room !== heard[0]!.room) breaches.push('other words can be told from a yes by who is no coach')
  return {
    test: 'T24',
    what: 'answers about the name of a group, looked at after each',
    measured: `0 to ${most} answers, ${breaches.length} told apart`,
    goal: 'nothing to who is no coach, to a coach three at a time',
    breaches,
  }
}

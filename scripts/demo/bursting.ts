/** Four minutes in which only questions count, how the question felt before and after them, and the one that is chosen. */
import { type Name, onPaper } from '../../server/practice/texts/nl/people.ts'
import { newId } from '../players/person.ts'
import { go, ideaOf, must, phoneOf, type Room, share, sourcesOf, write } from './room.ts'
import { catalyst, moods, questions, turnedAway } from './texts/questions.ts'
import { asked } from './texts/reframings.ts'

const feelings = { h: 'heavy', n: 'neutral', l: 'light' } as const

const feel = async (room: Room, phase: string, on: 'mood-before' | 'mood-after', given: string): Promise<void> => {
  for (const [at, phone] of [...room.phones.values()].entries())
    await must(phone, { type: 'tap.set', on, phase, value: feelings[given[at] as keyof typeof feelings] ?? 'neutral' })
}

export const bursting = async (room: Room): Promise<void> => {
  const phase = await go(room, 'Vragenregen: vier minuten, alleen vragen.')
  await feel(room, phase, 'mood-before', moods.before)
  await must(room.coach, { type: 'timer.start', seconds: 240 })
  const [who, opinion] = turnedAway
  const refused = await phoneOf(room, who).inOrder({ type: 'idea.post', key: newId(), as: 'question', text: opinion, phase })
  if (refused.ok || refused.error.code !== 'not-a-question') throw new Error('An opinion went for a question.')
  room.say('Iemand schrijft een mening. De telefoon vraagt of het ook als vraag kan.')
  for (const [name, text] of questions) {
    await write(room, name as Name, 'question', phase, text)
    await room.rest(0.5, name === onPaper ? 3 : 2)
  }
  await must(room.coach, { type: 'timer.stop' })
  await feel(room, phase, 'mood-after', moods.after)
  await share(
    room,
    'question',
    questions.map(([, text]) => text),
  )
  room.say(`${questions.length} vragen gedeeld, in één keer.`)
  await room.rest(10, 14)
  await must(room.owner, { type: 'framing.adopt', text: catalyst, proposal: ideaOf(room, catalyst), sources: sourcesOf(room, asked) })
  room.say(`De vraag is nu: ${catalyst}`)
  await room.rest(14, 18)
}

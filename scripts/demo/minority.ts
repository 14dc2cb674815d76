/** After the dots: whoever gave none to what most chose is asked what they need. Not in the programme; the vote asked for it. */
import { conditions } from '../../server/practice/texts/nl/ideas.ts'
import { newId } from '../players/person.ts'
import { marks } from './listening.ts'
import { must, phoneOf, type Room, share } from './room.ts'
import { marksLater } from './texts/owner.ts'

export const whatTheFewNeed = async (room: Room, round: string): Promise<void> => {
  const item = room.clusters.get('staying')
  await must(room.coach, { type: 'round.ask', round, item })
  room.say('Iedere telefoon heeft de vraag; alleen wie hier geen stip gaf, ziet haar: wat hebt u nodig om mee te gaan?')
  for (const [name, text] of conditions) {
    const { idea } = await must(phoneOf(room, name), { type: 'condition.post', key: newId(), round, item, text })
    room.ideas.set(text, String(idea))
    await room.rest(3, 7)
  }
  await must(room.coach, { type: 'round.ask', round, item, asked: false })
  await share(
    room,
    'condition',
    conditions.map(([, text]) => text),
  )
  room.say(`${conditions.length} voorwaarden staan nu bij de groep die de meeste stippen kreeg.`)
  await marks(room, marksLater)
  await room.rest(10, 14)
}

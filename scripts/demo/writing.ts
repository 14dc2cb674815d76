/** Writing in silence, all at the same time; nobody sees anything until the coach shares it. */

import { groups, hidden, loose, type Written, withdrawn } from '../../server/practice/texts/nl/ideas.ts'
import { marks, triesToAnswer } from './listening.ts'
import { go, ideaOf, must, phoneOf, type Room, share, write } from './room.ts'
import { marks as touched } from './texts/owner.ts'

const allIdeas = (): Written[] => [...Object.values(groups).flatMap((group) => group.ideas as Written[]), ...loose]

export const writing = async (room: Room): Promise<string> => {
  const phase = await go(room, 'Schrijven in stilte. De ideeën blijven verborgen.')
  await must(room.coach, { type: 'timer.start', seconds: 900 })
  await triesToAnswer(room, phase)
  const list = room.shuffle([...allIdeas(), hidden, withdrawn])
  for (const [place, [name, text]] of list.entries()) {
    await write(room, name, 'idea', phase, text)
    if (place === Math.floor(list.length / 2)) await must(room.coach, { type: 'timer.add', seconds: 60 })
    await room.rest(0.5, 4.5)
  }
  const [name, text] = withdrawn
  await must(phoneOf(room, name), { type: 'idea.withdraw', key: room.keys.get(text) })
  room.say('Iemand haalt een idee zelf weer weg.')
  await room.coach.desk?.until(
    () => !!room.coach.desk?.map('ideas').has(ideaOf(room, hidden[1])),
    'the desk has heard of the idea that must be hidden',
  )
  await must(room.coach, { type: 'idea.hide', ideas: [ideaOf(room, hidden[1])] })
  room.say('De pleincoach verbergt een idee dat naar één gezin wijst.')
  const texts = allIdeas().map((one) => one[1])
  await share(room, 'idea', texts)
  await must(room.coach, { type: 'timer.stop' })
  room.say(`${texts.length} ideeën gedeeld, in één keer en door elkaar.`)
  await marks(room, touched)
  await room.rest(12, 15)
  return phase
}

/** The question changes twice: by the room, and by the owner who listened to the few. */

import { conditions } from '../../server/practice/texts/nl/ideas.ts'
import { prompts } from '../../server/practice/texts/nl/matter.ts'
import { proposals } from '../../server/practice/texts/nl/proposals.ts'
import { go, ideaOf, must, play, type Room, share, write } from './room.ts'
import { first, type Reframing, second } from './texts/reframings.ts'

const sourcesOf = (room: Room, { groups, ideas, round }: Reframing) => [
  ...groups.map((name) => ({ kind: 'cluster', id: room.clusters.get(name) })),
  ...ideas.map((text) => ({ kind: 'idea', id: ideaOf(room, text) })),
  ...(round ? room.rounds.map((id) => ({ kind: 'round', id })) : []),
]

export const byTheRoom = async (room: Room): Promise<void> => {
  const phase = await go(room, 'Wat is nu eigenlijk de vraag?')
  for (const [name, text] of proposals) {
    await write(room, name, 'proposal', phase, text)
    await room.rest(3, 8)
  }
  await share(
    room,
    'proposal',
    proposals.map(([, text]) => text),
  )
  await room.rest(10, 14)
  await must(room.coach, { type: 'framing.adopt', text: first.text, proposal: ideaOf(room, first.text), sources: sourcesOf(room, first) })
  room.say(`De vraag is nu: ${first.text}`)
  await room.rest(14, 18)
}

/** Not in the programme: the coach plays it because the vote asked for it. */
export const whatTheFewNeed = async (room: Room): Promise<void> => {
  const phase = await play(room, 'ideas', prompts.minority, 'De pleincoach speelt iets dat niet in het draaiboek stond.')
  for (const [name, text] of conditions) {
    await write(room, name, 'idea', phase, text)
    await room.rest(3, 7)
  }
  await share(
    room,
    'idea',
    conditions.map(([, text]) => text),
  )
  await must(room.coach, {
    type: 'ideas.assign',
    ideas: conditions.map(([, text]) => ideaOf(room, text)),
    cluster: room.clusters.get('safety'),
  })
  await room.rest(10, 14)
}

export const byTheOwner = async (room: Room): Promise<void> => {
  await play(room, 'reframe', prompts.reframeAgain, 'De vraagstukeigenaar schrijft de vraag opnieuw.')
  await room.rest(10, 14)
  await must(room.owner, { type: 'framing.adopt', text: second.text, sources: sourcesOf(room, second) })
  room.say(`De vraag is nu: ${second.text}`)
  await room.rest(16, 20)
}

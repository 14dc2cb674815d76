/** The question changes by the room, which proposes, groups and votes twice, and by the owner, who writes while everybody reads. */

import { proposals } from '../../server/practice/texts/nl/proposals.ts'
import { takePen } from '../players/pen.ts'
import { go, ideaOf, must, patiently, type Room, share, sourcesOf, write } from './room.ts'
import { firstTry } from './texts/owner.ts'
import { asked } from './texts/programme.ts'
import { proposed, written } from './texts/reframings.ts'
import { firstTime, proposalGroups, secondTime } from './texts/wordings.ts'
import { dots } from './voting.ts'

export const proposing = async (room: Room): Promise<void> => {
  const phase = await go(room, 'Ik zie de vraag nu als … Iedereen schrijft.')
  for (const [name, text] of proposals) {
    await write(room, name, 'proposal', phase, text)
    await room.rest(3, 8)
  }
  await share(
    room,
    'proposal',
    proposals.map(([, text]) => text),
  )
  for (const { name, from } of proposalGroups) {
    const ideas = proposals.filter(([who]) => from.includes(who)).map(([, text]) => ideaOf(room, text))
    const { cluster } = await must(room.coach, { type: 'cluster.create', name, ideas, of: 'proposal' })
    room.wordings.set(name, String(cluster))
    room.say(`Voorstellen bij elkaar: ${name}`)
    await room.rest(3, 5)
  }
}

export const votingOnWordings = async (room: Room): Promise<void> => {
  await go(room, 'Welke vraag is van ons? Twee stippen voor ieder.')
  const framings = room.coach.board.map<{ order: number }>('framings')
  const now = [...framings].reduce((last, one) => (one[1].order > last[1].order ? one : last))[0]
  const item = (wording: string): string => {
    const proposal = proposals.find(([who]) => who === wording)
    return proposal ? ideaOf(room, proposal[1]) : now
  }
  const first = await dots(
    room,
    firstTime.map(([name, on]) => [name, Object.fromEntries(on.map((one) => [item(one), 1]))]),
    {
      over: 'framings',
      question: asked.wordings,
    },
  )
  room.say('Dan een gesprek. Bilal zegt: u zoekt iemand die belt. Ik zocht iemand om het voor te laten.')
  await room.rest(10, 14)
  await dots(
    room,
    secondTime.map(([name, on]) => [name, Object.fromEntries(on.map((one) => [item(one), 1]))]),
    {
      again: first,
      question: asked.again,
    },
  )
  room.say('De tweede ronde staat naast de eerste: te zien is wat verschoof.')
  await room.rest(8, 12)
  const text = proposed.text
  await must(room.coach, {
    type: 'framing.adopt',
    text,
    proposal: ideaOf(room, text),
    sources: sourcesOf(room, proposed, room.rounds.slice(-2)),
  })
  room.say(`De vraag is nu: ${text}`)
  await room.rest(14, 18)
}

export const byTheOwner = async (room: Room, server: string): Promise<void> => {
  const phase = await go(room, 'De vraagstukeigenaar schrijft de vraag, en de zaal leest mee.')
  const pen = await takePen(server, room.owner, 'text/stage')
  const slowly = () => room.rest(0.1, 0.4)
  const people = [...room.phones.values()]
  const answer = async (touches: number): Promise<void> => {
    for (const [at, phone] of people.entries())
      await must(phone, { type: 'tap.set', on: 'resonance', phase, value: at < touches ? 'touches' : 'off' })
  }
  await pen.write(firstTry, 'text', slowly)
  await answer(8)
  room.say('Acht mensen zeggen: raakt. Vijftien zeggen: klopt niet. Zij veegt het uit en begint opnieuw.')
  await room.rest(4, 6)
  pen.clear()
  await pen.write(written.text, 'text', slowly)
  await answer(20)
  room.say('Nu zeggen de meesten: raakt.')
  const sources = sourcesOf(room, written, room.rounds.slice(0, 1))
  await patiently(room.owner, { type: 'framing.adopt', text: written.text, sources, form: 'room' }, 'stage-differs')
  pen.put()
  room.say(`De vraag is nu: ${written.text}`)
  await room.rest(16, 20)
}

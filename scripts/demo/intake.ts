/** A week before: owner and coach talk, on two devices, and one answer becomes the first step of the chain. */
import { lineName } from '../../shared/domain/intake/talk.ts'
import { takePen } from '../players/pen.ts'
import { patiently, type Room } from './room.ts'
import { step, talk } from './texts/intake.ts'

export const intake = async (room: Room, server: string): Promise<void> => {
  room.say('Een week eerder: de vraagstukeigenaar en de pleincoach voeren het intakegesprek.')
  for (const by of ['owner', 'coach'] as const) {
    const pen = await takePen(server, room[by], 'text/intake-coaches')
    for (const line of talk.filter((one) => one.by === by)) {
      await pen.write(line.words, lineName(line))
      await room.rest(1, 3)
    }
    pen.put()
  }
  const pen = await takePen(server, room.owner, 'text/intake-room')
  await pen.write(step.words, lineName(step))
  const first = room.coach.board.map('framings').keys().next().value
  const sources = [{ kind: 'framing', id: String(first) }]
  await patiently(room.coach, { type: 'framing.adopt', text: step.words, sources, form: 'intake', whose: step.by }, 'line-not-shared')
  pen.put()
  room.say(`Onder de vraag lag een vraag: ${step.words}`)
  await room.rest(4, 6)
}

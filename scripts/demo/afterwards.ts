/** The day after: the owner writes what really happened, and publishes it. */
import { publishBlog } from '../players/http.ts'
import { takePen } from '../players/pen.ts'
import type { Room } from './room.ts'
import { blog } from './texts/blog.ts'

export const theDayAfter = async (room: Room, server: string): Promise<string> => {
  const { board } = room.owner
  await board.until(() => board.map('plein').get('sealed') === true, 'closing can be taken back no more', 120_000)
  const pen = await takePen(server, room.owner, 'text/blog')
  await pen.write(blog)
  const { address } = await publishBlog(server, room.made.id, room.owner.token, pen.words())
  pen.put()
  room.say(`De volgende dag schrijft de vraagstukeigenaar een blog: ${address}`)
  return address
}

/** One seat asks as fast as a line carries, beside many who ask as people do. */

import { claimWith, joinWith, makePlein } from '../players/http.ts'
import type { Figures } from '../players/latency.ts'
import { newId } from '../players/person.ts'
import { startServer } from '../players/server.ts'
import { bystand } from './bystanders.ts'
import { enter } from './wire.ts'

export type FloodReport = {
  seats: number
  seconds: number
  sent: number
  answered: number
  accepted: number
  answers: Figures | null
  refused: number
}

export const flood = async ({ seats, seconds }: { seats: number; seconds: number }): Promise<FloodReport> => {
  const server = await startServer({})
  try {
    const { url, key } = server
    const made = await makePlein(url, key, { title: 'Plein', dilemma: 'Wat nu?', locale: 'nl', programme: [{ kind: 'ideas' }] })
    const coach = await claimWith(url, made.links.coach)
    const tokens = [coach.token]
    for (let seat = 0; seat < seats; seat++) tokens.push((await joinWith(url, made.links.join)).token)
    const bystanders = await bystand(url, tokens, 1000)
    const [desk] = bystanders.people
    await desk!.ask({ type: 'plein.open' })
    await desk!.board.until(() => desk!.board.map('plein').get('current') !== undefined, 'the first phase')
    const phase = desk!.board.map('plein').get('current')
    const wire = await enter(url, (await joinWith(url, made.links.join)).token)
    if (wire === null) throw new Error('The one who floods was not let in.')
    let accepted = 0
    let answered = 0
    wire.onText((text) => {
      if (!text.startsWith('43')) return
      answered += 1
      if (text.includes('"ok":true')) accepted += 1
    })
    const end = performance.now() + seconds * 1000
    let sent = 0
    while (performance.now() < end) {
      for (let burst = 0; burst < 100; burst++, sent++)
        wire.send(
          `42${sent}${JSON.stringify(['command', { id: newId(), type: 'idea.post', key: newId(), as: 'idea', text: `Reclame ${sent}`, phase }])}`,
        )
      // As fast as the line takes it, and no faster: memory of this process is not what is tested.
      const over = new Promise((resolve) => setTimeout(resolve, Math.max(0, end - performance.now())))
      if (wire.socket.writableNeedDrain) await Promise.race([new Promise((resolve) => wire.socket.once('drain', resolve)), over])
      else await new Promise((resolve) => setImmediate(resolve))
    }
    // What is still on its way when the time is over would be answered at two a second, for ever.
    const looked = { accepted, answered }
    wire.end()
    const { figures, refused } = await bystanders.stop()
    return { seats, seconds, sent, ...looked, answers: figures, refused }
  } finally {
    await server.stop()
  }
}

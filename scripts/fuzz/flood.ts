/** One seat asks as fast as a line carries, beside many who ask as people do. */

import { claimWith, joinWith, makePlein } from '../players/http.ts'
import type { Figures } from '../players/latency.ts'
import { newId } from '../players/person.ts'
import { startServer } from '../players/server.ts'
import { bystand } from './bystanders.ts'
import { enterPoll, type Poll } from './polls.ts'
import { enter } from './wire.ts'

export type FloodReport = {
  by: 'websocket' | 'polling'
  seats: number
  seconds: number
  /** For how many seconds it was heard in the end. */
  lasted: number
  sent: number
  answered: number
  accepted: number
  /** Lines that the server ended. */
  cut: number
  answers: Figures | null
  refused: number
}
type Attack = { url: string; token: string; seconds: number; message: (place: number) => string }
type Flooded = Pick<FloodReport, 'sent' | 'answered' | 'accepted' | 'cut'>
/** A processor that others need in these seconds would leave no flood. */
const least = 2000

const messageOf = (place: number, phase: unknown): string =>
  `42${place}${JSON.stringify(['command', { id: newId(), type: 'idea.post', key: newId(), as: 'idea', text: `Reclame ${place}`, phase }])}`

const heard = (flooded: Flooded, text: string): void => {
  if (!text.startsWith('43')) return
  flooded.answered += 1
  if (text.includes('"ok":true')) flooded.accepted += 1
}

const byWebSocket = async ({ url, token, seconds, message }: Attack): Promise<Flooded> => {
  const wire = await enter(url, token)
  if (wire === null) throw new Error('The one who floods was not let in.')
  const flooded: Flooded = { sent: 0, answered: 0, accepted: 0, cut: 0 }
  wire.onText((text) => heard(flooded, text))
  const end = performance.now() + seconds * 1000
  while (performance.now() < end || flooded.sent < least) {
    for (let burst = 0; burst < 100; burst++) wire.send(message(flooded.sent++))
    // As fast as the line takes it, and no faster: memory of this process is not what is tested.
    const over = new Promise((resolve) => setTimeout(resolve, Math.max(0, end - performance.now())))
    if (wire.socket.writableNeedDrain) await Promise.race([new Promise((resolve) => wire.socket.once('drain', resolve)), over])
    else await new Promise((resolve) => setImmediate(resolve))
  }
  // What is still on its way when the time is over would be answered at two a second, for ever.
  const looked = { ...flooded }
  wire.end()
  return looked
}

/** Each request as full as it may be; who is put out comes in again at once. */
const byPolling = async ({ url, token, seconds, message }: Attack): Promise<Flooded> => {
  const flooded: Flooded = { sent: 0, answered: 0, accepted: 0, cut: 0 }
  const end = performance.now() + seconds * 1000
  const read = async (line: Poll): Promise<void> => {
    for (let said = await line.get(); said !== null; said = await line.get()) for (const packet of said) heard(flooded, packet)
  }
  while (performance.now() < end || flooded.sent < least) {
    const line = await enterPoll(url, token)
    if (line === null) continue
    const reading = read(line)
    for (let status = 200; status === 200 && performance.now() < end; ) {
      const packets: string[] = []
      for (let size = 0; size < 64_000; size += packets.at(-1)!.length + 1) packets.push(message(flooded.sent++))
      status = await line.post(packets)
      if (status !== 200) flooded.cut += 1
    }
    line.end()
    await reading
  }
  return flooded
}

const floods = { websocket: byWebSocket, polling: byPolling }

export type FloodWish = { seats: number; seconds: number; by: FloodReport['by'] }

export const flood = async ({ seats, seconds, by }: FloodWish): Promise<FloodReport> => {
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
    const { token } = await joinWith(url, made.links.join)
    const since = performance.now()
    const flooded = await floods[by]({ url, token, seconds, message: (place) => messageOf(place, phase) })
    const lasted = (performance.now() - since) / 1000
    const { figures, refused } = await bystanders.stop()
    return { by, seats, seconds, lasted, ...flooded, answers: figures, refused }
  } finally {
    await server.stop()
  }
}

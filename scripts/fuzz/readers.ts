/** Phones that follow a board and stop reading, while much changes on it. */
import { step1Frame } from '../../server/live/frames.ts'
import { claimWith, joinWith, makePlein } from '../players/http.ts'
import type { Figures } from '../players/latency.ts'
import { startServer } from '../players/server.ts'
import { asToken } from './attacks/raw.ts'
import { bystand } from './bystanders.ts'
import { memoryAtRest, memoryOf } from './watch.ts'
import { dial, type Wire } from './wire.ts'

export type ReadersReport = {
  stalled: number
  /** Bytes that each of them was sent, as a phone that reads got them. */
  updates: number
  /** Still open at the end. */
  left: number
  memory: { before: number; peak: number; after: number }
  answers: Figures | null
  refused: number
}

const readersOf = async (url: string): Promise<number> =>
  Number(/^pleinbord_document_readers (\S+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1])

export const stall = async ({ stalled, megabytes }: { stalled: number; megabytes: number }): Promise<ReadersReport> => {
  const server = await startServer({ LIMIT_RATE_COACH: '1000', LIMIT_BURST_COACH: '5000' })
  try {
    const { url, key } = server
    const made = await makePlein(url, key, { title: 'Plein', dilemma: 'Wat nu?', locale: 'nl', programme: [{ kind: 'ideas' }] })
    const coach = await claimWith(url, made.links.coach)
    const tokens = [coach.token]
    for (let phone = 0; phone < 10; phone++) tokens.push((await joinWith(url, made.links.join)).token)
    const bystanders = await bystand(url, tokens, 700)
    const desk = bystanders.people[0]!
    await desk.ask({ type: 'plein.open' })
    await desk.board.until(() => desk.board.map('plein').get('current') !== undefined, 'the first phase')
    const phase = desk.board.map('plein').get('current')
    const many = megabytes * 30
    const texts = Array.from({ length: many }, (_, idea) => `${idea} ${'meer bankjes '.repeat(38)}`)
    for (let from = 0; from < many; from += 50)
      await Promise.all(texts.slice(from, from + 50).map((text) => desk.ask({ type: 'idea.enter', as: 'idea', phase, text })))
    await desk.ask({ type: 'ideas.release', ideas: 'all' })
    await desk.board.until(() => desk.board.map('ideas').size === many, 'all ideas are shared')
    const ideas = [...desk.board.map('ideas').keys()]

    const path = `/yjs/${made.id}/${desk.hello.documents.board}`
    const lines: Wire[] = []
    for (let phone = 0; phone < stalled; phone++) {
      const { token } = await joinWith(url, made.links.join)
      const line = await dial(url, path, asToken(token))
      line.socket.setTimeout(0)
      line.send(step1Frame(Uint8Array.of(0)), { opcode: 2 })
      lines.push(line)
    }
    const open = await readersOf(url)
    for (const { socket } of lines) socket.pause()
    const before = await memoryAtRest(url, 2)
    let updates = 0
    const counter = await dial(url, path, asToken(tokens[1]!))
    counter.socket.setTimeout(0)
    counter.socket.on('data', ({ length }: Buffer) => {
      updates += length
    })
    counter.send(step1Frame(Uint8Array.of(0)), { opcode: 2 })
    let peak = 0
    const end = performance.now() + 120_000
    for (let round = 0; updates < megabytes * 1e6 && performance.now() < end; round++) {
      await desk.ask({ type: round % 2 === 0 ? 'idea.hide' : 'idea.show', ideas })
      if (round % 4 === 0) peak = Math.max(peak, await memoryOf(url))
    }
    // The last ones are ended two seconds after they were found too slow.
    const healthy = open - stalled + 1
    let left = stalled
    for (let waited = 0; left > 0 && waited < 40; waited++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      left = Math.max(0, (await readersOf(url)) - healthy)
      peak = Math.max(peak, await memoryOf(url))
    }
    const after = await memoryAtRest(url, 5)
    counter.end()
    const { figures: answers, refused } = await bystanders.stop()
    for (const line of lines) line.end()
    return { stalled, updates, left, memory: { before, peak, after }, answers, refused }
  } finally {
    await server.stop()
  }
}

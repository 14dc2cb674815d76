/** A network between people and the server: its lines can be cut, or die without a word, so that nothing comes through any more and neither side is told. */
import { once } from 'node:events'
import { createServer, connect as dial } from 'node:net'

export type Network = {
  origin: string
  /** Lines that are there now and began with this say nothing any more; later ones work. */
  dies(which: RegExp): void
  /** The next line that begins with this gets no answer; resolves when it is there. */
  swallows(which: RegExp): Promise<void>
  /** From now on no line that asks for a WebSocket gets an answer. */
  swallowsWebSockets(): void
  /** Lines that are there now and are chosen end at once on both sides; answers how many. */
  cut(chosen: () => boolean): number
  close(): void
}

export const network = async (port: number): Promise<Network> => {
  let strict = false
  let hungry: { which: RegExp; fed(): void } | null = null
  const lines = new Set<{ began: string; dead: boolean; end(): void }>()
  const server = createServer((from) => {
    const to = dial(port, '127.0.0.1')
    const line = {
      began: '',
      dead: false,
      end: () => {
        from.destroy()
        to.destroy()
      },
    }
    lines.add(line)
    for (const side of [from, to]) side.on('error', () => undefined)
    from.on('data', (data) => {
      if (line.began === '') {
        line.began = data.toString('latin1')
        line.dead ||= strict && /^upgrade: websocket/im.test(line.began)
        if (hungry?.which.test(line.began)) {
          line.dead = true
          hungry.fed()
          hungry = null
        }
      }
      if (!line.dead) to.write(data)
    })
    to.on('data', (data) => void (!line.dead && from.writable && from.write(data)))
    // A line that is dead passes on no goodbye either.
    from.once('close', () => void (!line.dead && to.destroy()))
    to.once('close', () => void (!line.dead && from.destroy()))
    from.once('close', () => void (!line.dead && lines.delete(line)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    dies: (which) => {
      for (const line of lines) line.dead ||= which.test(line.began)
    },
    swallows: (which) =>
      new Promise((fed) => {
        hungry = { which, fed }
      }),
    swallowsWebSockets: () => {
      strict = true
    },
    cut: (chosen) => {
      const cut = [...lines].filter(chosen)
      for (const { end } of cut) end()
      return cut.length
    },
    close: () => {
      server.close()
      for (const { end } of lines) end()
    },
  }
}

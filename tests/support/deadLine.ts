/** A network between browser and server whose lines die without a word: nothing comes through any more, and neither side is told. */
import { once } from 'node:events'
import { createServer, connect as dial } from 'node:net'
import { onTestFinished } from 'vitest'

export type DeadLine = {
  origin: string
  /** Lines that are there now and began with this say nothing any more; later ones work. */
  dies(which: RegExp): void
}

export const deadLine = async (port: number): Promise<DeadLine> => {
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
      line.began ||= data.toString('latin1')
      if (!line.dead) to.write(data)
    })
    to.on('data', (data) => void (!line.dead && from.writable && from.write(data)))
    // A line that is dead passes on no goodbye either.
    from.once('close', () => void (!line.dead && to.destroy()))
    to.once('close', () => void (!line.dead && from.destroy()))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const { end } of lines) end()
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    dies: (which) => {
      for (const line of lines) line.dead ||= which.test(line.began)
    },
  }
}

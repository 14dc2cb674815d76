/** A network between people and the server that lets no WebSocket through, as some proxies do: everything has to go by long-poll. */
import { once } from 'node:events'
import { createServer, connect as dial } from 'node:net'

export type NoUpgrades = {
  origin: string
  /** How many were asked for and refused. */
  refused(): number
  close(): void
}

const forbidden = 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'

export const noUpgrades = async (port: number): Promise<NoUpgrades> => {
  let refused = 0
  const server = createServer((from) => {
    const to = dial(port, '127.0.0.1')
    for (const side of [from, to]) side.on('error', () => undefined)
    from.on('data', (data) => {
      if (!/^upgrade: *websocket/im.test(data.toString('latin1'))) return void to.write(data)
      refused += 1
      from.end(forbidden)
    })
    to.on('data', (data) => void (from.writable && from.write(data)))
    from.once('close', () => to.destroy())
    to.once('close', () => from.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    refused: () => refused,
    close: () => void server.close(),
  }
}

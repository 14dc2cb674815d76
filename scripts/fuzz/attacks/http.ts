/** HTTP: bytes that are no request, heads that lie, and bodies of every wrong shape on every route. */
import { connect } from 'node:net'
import { type Chance, oddValue } from '../chance.ts'
import { hungUp } from '../wire.ts'
import type { Attack, Target } from './attack.ts'

const close = (port: number, hostname: string, bytes: string | Uint8Array, patience = 300): Promise<boolean> => {
  const socket = connect(port, hostname)
  socket.on('error', () => undefined)
  socket.resume()
  socket.write(bytes)
  return hungUp({ socket, closed: new Promise((resolve) => socket.once('close', () => resolve())) }, patience)
}

const heads: ((chance: Chance) => string | Uint8Array)[] = [
  ({ bytes }) => bytes(2000),
  () => 'GET / HTTP/9.9\r\n\r\n',
  () => 'GET /\r\n\r\n',
  () => `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  () => `GET / HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(4000)}\r\n`,
  () => 'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
  () => 'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhallo',
  () => 'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nzzzz\r\n\r\n',
  () => 'POST /api/v1/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n{',
  () => 'POST /api/v1/claim HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 209715200\r\n\r\n{',
  () => 'GET /yjs/x/y HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 7\r\n\r\n',
  () => 'GET /socket.io/?EIO=3&transport=telepathy HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  () => 'GET / HTTP/1.1\r\nHost: x\r\nX: \u0000\r\n\r\n',
]

export const crookedHeads: Attack = async ({ url }, chance) => {
  const { hostname, port } = new URL(url)
  await close(Number(port), hostname, chance.pick(heads)(chance))
  return 1
}

const paths = (id: string): [string, string][] => [
  ['POST', '/api/v1/pleins'],
  ['PATCH', `/api/v1/pleins/${id}`],
  ['DELETE', `/api/v1/pleins/${id}`],
  ['POST', `/api/v1/pleins/${id}/links`],
  ['POST', `/api/v1/pleins/${id}/blog`],
  ['PATCH', `/api/v1/pleins/${id}/blog`],
  ['POST', `/api/v1/pleins/${id}/reminder`],
  ['GET', '/blog/__proto__'],
  ['POST', '/api/v1/claim'],
  ['POST', '/api/v1/leave'],
  ['POST', '/api/v1/knocks/claim'],
  ['POST', '/api/v1/__proto__'],
  ['PUT', '/api/v1/join'],
  ['GET', `/api/v1/pleins/${id}/outcome.exe`],
  ['POST', '/socket.io/?EIO=4&transport=polling'],
  ['POST', '/socket.io/?EIO=4&transport=polling&sid=xxxxxxxx'],
]

/** Never a right one: each has a field that no schema knows. */
const body = (chance: Chance): string | Uint8Array => {
  const { one, bytes, pick } = chance
  if (one(6)) return bytes(3000)
  if (one(6)) return pick(['{"a":', '[', '"x"', 'null', '{"__proto__":{"x":1}}', `${'['.repeat(2000)}`, '\ufeff{}', '{"a":1}}'])
  const made: Record<string, unknown> = { 'te veel': 1 }
  for (const field of ['title', 'dilemma', 'secret', 'role', 'confirm', 'programme']) if (one(2)) made[field] = oddValue(chance)
  return JSON.stringify(made)
}

export const crookedBodies: Attack = async ({ url, key, room, accepted }: Target, chance) => {
  const { pick, one } = chance
  const [method, path] = pick(paths(room.made.id))
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {
      'content-type': one(5) ? 'text/plain' : 'application/json',
      ...(one(3) ? {} : { authorization: `Bearer ${one(4) ? 'x' : key}` }),
    },
    ...(method === 'GET' ? {} : { body: body(chance) as BodyInit }),
  }).catch(() => null)
  await answer?.arrayBuffer().catch(() => null)
  if (answer && (answer.status < 400 || answer.status === 500)) accepted(`${method} ${path}: ${answer.status}`)
  return 1
}

/** Head first, and the rest of a request when its role has ended. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { bearer, town } from './asking.ts'

it('S5 a request whose body comes after its device was put out is refused', async () => {
  const it = await town()
  const made = await it.makePlein()
  const [owner, coach] = [await it.claim(made.links.owner), await it.claim(made.links.coach)]
  const path = `/api/v1/pleins/${made.id}/blog`
  const body = JSON.stringify({ shared: true })
  const socket = connect(Number(new URL(it.origin).port), '127.0.0.1')
  const head = [
    `PATCH ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Authorization: Bearer ${owner}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Expect: 100-continue',
    'Connection: close',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  // Said when the head has been read.
  expect(String((await once(socket, 'data'))[0])).toContain('100 Continue')
  expect((await it.ask('GET', path, undefined, bearer(owner))).status).toBe(200)
  expect((await it.ask('POST', `/api/v1/pleins/${made.id}/links`, { role: 'owner' }, it.organiser)).status).toBe(201)
  socket.write(body)
  expect(await text(socket)).toMatch(/^HTTP\/1.1 401 /)
  expect((await it.ask('GET', path, undefined, bearer(coach))).status).toBe(403)
})

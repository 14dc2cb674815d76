import { io } from 'socket.io-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { expectProblem, town } from './asking.ts'

describe('a screen without a keyboard', () => {
  it('shows a code, waits, and is let in by a coach once', async () => {
    const { origin, ask, makePlein, claim } = await town()
    const { id, links } = await makePlein()
    const knock = await ask('POST', '/api/v1/knocks')
    expect(knock.status).toBe(201)
    const { code, secret } = knock.body
    const waiting = await ask('POST', '/api/v1/knocks/claim', { secret })
    expect(waiting.status).toBe(202)
    expect(waiting.body).toEqual({ waiting: true })

    const desk = io(origin, { auth: { token: await claim(links.coach), protocol: 1 }, transports: ['websocket'] })
    onTestFinished(() => void desk.close())
    expect(await desk.emitWithAck('command', { id: 'a'.repeat(22), type: 'screen.admit', code, role: 'screen' })).toMatchObject({
      ok: true,
    })
    const admitted = await ask('POST', '/api/v1/knocks/claim', { secret })
    expect(admitted.status).toBe(201)
    expect(admitted.body).toMatchObject({ plein: id, role: 'screen', token: expect.stringMatching(/^[\w-]{43}$/) })
    expect(await desk.emitWithAck('command', { id: 'b'.repeat(22), type: 'screen.admit', code, role: 'coach' })).toMatchObject({
      ok: false,
      error: { code: 'screen-code-unknown' },
    })
  })

  it('with a wrong secret learns nothing', async () => {
    const { ask } = await town()
    const { body } = await ask('POST', '/api/v1/knocks')
    expectProblem(await ask('POST', '/api/v1/knocks/claim', { secret: body.code }), 404, 'screen-code-unknown')
  })

  it('R4 beyond fifty that wait in one network the next is told that it is busy; elsewhere one gets its code', async () => {
    const { ask } = await town({ TRUST_PROXY: 'loopback' })
    const knock = (address: string) => ask('POST', '/api/v1/knocks', undefined, { 'X-Forwarded-For': address })
    for (let time = 0; time < 50; time++) expect((await knock(`2001:db8::${time + 1}`)).status).toBe(201)
    expectProblem(await knock('2001:db8::99'), 503, 'busy')
    expect((await knock('192.0.2.1')).status).toBe(201)
  })
})

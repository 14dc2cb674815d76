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
})

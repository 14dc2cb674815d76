import { describe, expect, it } from 'vitest'
import { claim, connect, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

describe('ready, and a raised hand', () => {
  it('A12 told as counts of those who are here; they survive a restart, and readiness says nothing about another phase', async () => {
    const server = await startServer()
    const made = await server.makePlein([{ kind: 'ideas' }, { kind: 'vote' }])
    const joost = await claim(server, 'Joost', made.links.coach)
    const fatma = await join(server, 'Fatma', made)
    const samir = await join(server, 'Samir', made)
    const opened = await joost.ask({ type: 'plein.open' })
    const phase = (opened as unknown as { phase: string }).phase
    const counts = () => {
      const { ready, hands } = joost.told.crowds.at(-1) ?? {}
      return { ready, hands }
    }
    await fatma.ask({ type: 'seat.ready', phase, ready: true })
    await samir.ask({ type: 'seat.ready', phase, ready: true })
    await samir.ask({ type: 'seat.hand', up: true })
    await expect.poll(counts).toEqual({ ready: 2, hands: 1 })

    await server.restart()
    await expect.poll(() => samir.hello().own.hand).toBe(true)
    await expect.poll(counts).toEqual({ ready: 2, hands: 1 })
    samir.leave()
    await expect.poll(counts).toEqual({ ready: 1, hands: 0 })

    // A hand was about what was going on: who raised it is told that it is down, also who was away.
    await fatma.ask({ type: 'seat.hand', up: true })
    await expect.poll(counts).toEqual({ ready: 1, hands: 1 })
    await joost.ask({ type: 'phase.next' })
    await expect.poll(counts).toEqual({ ready: 0, hands: 0 })
    await expect.poll(() => fatma.told.own.findLast(({ own }) => own !== undefined)?.own?.hand).toBe(false)
    expect((await connect(server, 'Samir', samir)).hello().own.hand).toBe(false)
    expect(JSON.stringify(fatma.told.crowds)).not.toContain('seat')
  })

  it('S5 who reads documents without a WebSocket is counted, so that the coach knows the network blocks it', async () => {
    const server = await startServer()
    const made = await server.makePlein()
    const joost = await claim(server, 'Joost', made.links.coach)
    const fatma = await join(server, 'Fatma', made)
    const fallback = () => joost.told.crowds.at(-1)?.fallback
    await expect.poll(fallback).toBe(0)
    const document = fatma.hello().documents.board ?? ''
    await fatma.socket.emitWithAck('doc', { document, data: null })
    await expect.poll(fallback).toBe(1)
    fatma.leave()
    await expect.poll(fallback).toBe(0)
  })
})

import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Connection, openConnection } from '../../client/session/connection.ts'
import { deliver } from '../../client/session/deliver.ts'
import { makePace } from '../../client/session/pace.ts'
import { deadLine } from '../support/deadLine.ts'
import { claim, join } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

// Each waits for one or two of these, with a server that is started before.
vi.setConfig({ testTimeout: 60_000 })

/** Longer than five seconds and a new line take, shorter than either side notices by itself when nothing is said (22 s and more). */
const found = { timeout: 12_000 }

const meeting = async () => {
  const server = await startServer()
  const made = await server.makePlein([{ kind: 'ideas' }])
  const between = await deadLine(server.port)
  const joost = await claim(server, 'Joost', made.links.coach)
  const { plein, token } = await join(server, 'Fatma', made)
  const fatma = openConnection({ makePace, origin: between.origin, plein, token })
  onTestFinished(fatma.close)
  await fatma.whenLive()
  await expect.poll(() => stage(fatma), found).toBe('prepared')
  return { server, between, joost, fatma }
}
const stage = (connection: Connection) => connection.documents.replica('board').snapshot('plein').get('stage')

describe('L3 L4 a line that died without a word', () => {
  test('is found when something that was sent is not answered, which then arrives', async () => {
    const { between, joost, fatma } = await meeting()
    await joost.ask({ type: 'plein.open' })
    await expect.poll(() => fatma.told().hello?.may.commands, found).toContain('seat.hand')
    between.dies(/./)
    expect(await deliver(fatma, { type: 'seat.hand', up: true })).toMatchObject({ ok: true })
    await expect.poll(() => fatma.told().hello?.own.hand, found).toBe(true)
    await joost.ask({ type: 'phase.play', kind: 'pause', title: 'Koffie' })
    await expect.poll(() => fatma.documents.replica('board').snapshot('plein').get('played'), found).toHaveLength(2)
  })

  test('is found when somebody looks at the phone, also shortly after the last time', async () => {
    const { between, joost, fatma } = await meeting()
    // As `focus` and `online` do.
    fatma.check()
    expect(await deliver(fatma, { type: 'mine', keys: [] })).toMatchObject({ ok: false })
    between.dies(/./)
    await joost.ask({ type: 'plein.open' })
    expect(stage(fatma)).toBe('prepared')
    const looking = setInterval(fatma.check, 500)
    onTestFinished(() => clearInterval(looking))
    await expect.poll(() => stage(fatma), found).toBe('open')
  })

  test('is found when that of the documents was never answered, and nobody looks', async () => {
    const server = await startServer()
    const made = await server.makePlein([{ kind: 'ideas' }])
    const between = await deadLine(server.port)
    const { plein, token } = await join(server, 'Fatma', made)
    const swallowed = between.swallows(/^GET \/yjs\//)
    const fatma = openConnection({ makePace, origin: between.origin, plein, token })
    onTestFinished(fatma.close)
    await swallowed
    await expect.poll(() => stage(fatma), { timeout: 20_000 }).toBe('prepared')
  })

  test('is found when only that of the documents died', async () => {
    const { between, joost, fatma } = await meeting()
    between.dies(/^GET \/yjs\//)
    await joost.ask({ type: 'plein.open' })
    await expect.poll(() => fatma.told().hello?.may.versions.board, found).toBeDefined()
    fatma.check()
    await expect.poll(() => stage(fatma), found).toBe('open')
    expect(fatma.told().connection).toBe('live')
  })

  test('and one that is away is taken at once when somebody looks', async () => {
    const { server, fatma } = await meeting()
    await server.stop()
    await expect.poll(() => fatma.told().connection, found).toBe('away')
    await server.restart()
    fatma.check()
    await expect.poll(() => fatma.told().connection, found).toBe('live')
  })
})

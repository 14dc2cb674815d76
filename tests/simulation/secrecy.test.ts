import { expect, it, vi } from 'vitest'
import { dumps } from '../../scripts/secrecy/dump.ts'
import { releaseOrder } from '../../scripts/secrecy/order.ts'
import { plantedRows } from '../../scripts/secrecy/planted.ts'
import { pulses } from '../../scripts/secrecy/pulses.ts'
import { exitCode } from '../../scripts/secrecy/row.ts'
import { thresholds } from '../../scripts/secrecy/thresholds.ts'
import { wireInMemory } from '../../scripts/secrecy/wire.ts'

const seed = Number(process.env['SEED'] ?? 1)
// A quiet machine takes half a minute for the longest, one that does much else four times as long.
vi.setConfig({ testTimeout: 900_000 })

it('S1 S5 R2 300 random Pleinen: no byte reaches anybody whose it is not', async () => {
  expect(await wireInMemory(300, seed)).toMatchObject({ breaches: [], unjudged: undefined })
})

it('S1 I8 I9 the order of release says nothing of the order of sending, and nothing is said of one idea alone', async () => {
  expect((await releaseOrder(2000, seed, { most: 0.05 })).flatMap(({ breaches }) => breaches)).toEqual([])
})

it('S3 S4 V9 E2 looking after each ballot tells nothing, and neither do results of small groups, nor what only the owner and coaches know', async () => {
  expect((await thresholds({ every: 6 })).flatMap(({ breaches }) => breaches)).toEqual([])
})

it('S4 H3 H4 H6 looking after each tap tells nothing of fewer people than a picture may be of, and of the pulse nothing to anybody but coaches', async () => {
  expect((await pulses()).flatMap(({ breaches }) => breaches)).toEqual([])
})

it('S2 S3 S5 who holds database, log of writes, backups, log and metrics links no idea and no ballot to anybody', async () => {
  // Five sigmas: chance alone goes beyond them once in a few million.
  const rows = await dumps(6, 12, seed, { sigmas: 5 })
  expect(rows.flatMap(({ what, breaches }) => breaches.map((breach) => `${what}: ${breach}`))).toEqual([])
  expect(exitCode(rows)).toBe(0)
})

it('S1 S2 S3 S5 each planted leak is found', async () => {
  expect((await plantedRows(seed)).flatMap(({ what, breaches }) => breaches.map((breach) => `${what}: ${breach}`))).toEqual([])
})

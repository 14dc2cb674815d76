import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { bearers } from '../../server/access/bearers.ts'
import type { StoredSeat } from '../../server/store/contract.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

it('whose a token is costs one read, and however many come only the last ten thousand are remembered', async () => {
  let reads = 0
  const seats = new Map<string, StoredSeat & { plein: string }>()
  const seatByToken = async (token: string) => {
    reads += 1
    return seats.get(token) ?? null
  }
  const known = bearers({ seatByToken }, { hash })
  const come = async (seat: string): Promise<string> => {
    const token = randomBytes(32).toString('base64url')
    seats.set(hash(token), { id: seat, role: 'participant', tokenHash: hash(token), plein: 'bos' } as StoredSeat & { plein: string })
    await known.find(token)
    return token
  }
  const fatma = await come('fatma')
  expect(await known.find(fatma)).toMatchObject({ plein: 'bos', seat: 'fatma', role: 'participant' })
  expect(reads).toBe(1)

  for (let other = 0; other < 9_999; other++) await come(`seat-${other}`)
  await known.find(fatma)
  expect(reads).toBe(10_000)
  const last = await come('samir')
  await known.find(last)
  expect(reads).toBe(10_001)
  // She is the one that was forgotten, and comes in all the same.
  expect(await known.find(fatma)).toMatchObject({ seat: 'fatma' })
  expect(reads).toBe(10_002)
  // Whom a coach put out is nobody, remembered or not.
  known.forget(['fatma'])
  expect(await known.find(fatma)).toBeNull()
})

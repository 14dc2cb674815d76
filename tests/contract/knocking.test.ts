import { expect, it } from 'vitest'
import { knocks } from '../../server/access/knocks.ts'
import { world } from '../../server/world.ts'
import { domainLimits } from '../../shared/domain/world.ts'

const hall = () => {
  const clock = { now: 1_000_000 }
  const { knock, take, settle, bySecret } = knocks(world(domainLimits, () => clock.now))
  /** A coach types what is shown; whether the device is let in by it. */
  const admits = ({ code }: { code: string }): boolean => {
    const taken = take('bos', code)
    if (taken) settle(taken, { plein: 'bos', role: 'screen', seat: 'scherm', token: 'sleutel' })
    return taken !== null
  }
  const shown = (network: string) => {
    const made = knock(network)
    if (made === null) throw new Error(`May not knock from ${network}`)
    return made
  }
  return { clock, knock, shown, admits, bySecret }
}

it('R4 a network that knocks all the time is refused, and pushes nobody out: neither a projector elsewhere nor the one beside it', () => {
  const { clock, knock, shown, admits } = hall()
  const [beside, elsewhere] = [shown('192.0.2.1'), shown('198.51.100.1')]
  const flood = Array.from({ length: 3000 }, () => knock('192.0.2.1'))
  expect(flood.filter((made) => made !== null)).toHaveLength(49)
  expect(flood.at(-1)).toBeNull()
  expect([admits(beside), admits(elsewhere)]).toEqual([true, true])
  // Whoever was let in waits no more.
  expect(knock('192.0.2.1')).not.toBeNull()
  expect(knock('192.0.2.1')).toBeNull()
  clock.now += 600_000
  expect(knock('192.0.2.1')).not.toBeNull()
})

it('R4 when all places are taken, the network with most of them makes room, and a code that is shown elsewhere still works', () => {
  const { knock, shown, admits, bySecret } = hall()
  const early = shown('203.0.113.9')
  const flood = Array.from({ length: 3000 }, (_, nth) => knock(`198.51.100.${nth % 60}`))
  const late = shown('203.0.113.10')
  expect([admits(early), admits(late)]).toEqual([true, true])
  expect(flood.filter((made) => made !== null && bySecret(made.secret) !== null).length).toBeLessThanOrEqual(1998)
  expect(bySecret(flood[0]!.secret)).not.toBeNull()
})

it('R4 when each of two thousand networks has one, the next is refused: what is shown keeps its place', () => {
  const { clock, knock, shown, admits } = hall()
  const first = shown('de zaal')
  for (let nth = 1; nth < 2000; nth++) shown(`netwerk ${nth}`)
  expect(knock('nog een')).toBeNull()
  expect(admits(first)).toBe(true)
  clock.now += 600_000
  expect(knock('nog een')).not.toBeNull()
})

it('who is let in at the last moment has ten minutes from then to fetch its token, and the same again when the answer was lost', () => {
  const { clock, shown, admits, bySecret } = hall()
  const projector = shown('de zaal')
  clock.now += 300_000
  const beside = shown('de zaal')
  clock.now += 299_000
  expect(admits(projector)).toBe(true)
  clock.now += 2000
  expect(bySecret(projector.secret)?.admission).toMatchObject({ token: 'sleutel' })
  // It goes behind whoever knocked later, so that these still go in their time.
  clock.now += 300_000
  expect(bySecret(beside.secret)).toBeNull()
  expect(bySecret(projector.secret)?.admission).toMatchObject({ token: 'sleutel' })
  clock.now += 298_000
  expect(bySecret(projector.secret)).toBeNull()
})

import { describe, expect, it } from 'vitest'
import { insist } from '../../client/session/insist.ts'
import { dice } from '../../scripts/players/dice.ts'

const busy = (after: string | null = '2', status = 503): Response =>
  new Response(null, { status, headers: after === null ? {} : { 'Retry-After': after } })
const inside = (): Response => new Response('{}', { status: 201 })

/** Asks a door that gives these answers in turn; what was waited for stands in `waits`, in milliseconds. */
const doorThatSays = (answers: (Response | Error)[], chance: () => number = () => 0.5) => {
  const waits: number[] = []
  const stop = new AbortController()
  let told = 0
  const send = async (): Promise<Response> => {
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof Error) throw answer
    return answer!
  }
  const at = {
    waits,
    stop,
    told: () => told,
    onPause: () => {},
    ask: (longest = 60_000) =>
      insist(send, {
        longest,
        signal: stop.signal,
        chance,
        onBusy: () => {
          told += 1
        },
        pause: async (milliseconds) => {
          waits.push(milliseconds)
          at.onPause()
        },
      }),
  }
  return at
}

describe('a door that is too busy', () => {
  it('R4 is asked again after what it said and more, longer each time, and its person is told once', async () => {
    const door = doorThatSays([busy(), busy('5'), busy(null, 429), inside()])
    expect((await door.ask())?.status).toBe(201)
    expect(door.waits).toEqual([2000 + 1000, 5000 + 2000, 2000 + 4000])
    expect(door.told()).toBe(1)
  })

  it('R4 a thousand who were refused in the same moment do not come back in the same moment', async () => {
    const chance = dice(20261127)
    const first = await Promise.all(
      Array.from({ length: 1000 }, async () => {
        const door = doorThatSays([busy(), inside()], () => chance.below(1_000_000) / 1_000_000)
        await door.ask()
        return door.waits[0]!
      }),
    )
    const perTenth = new Map<number, number>()
    for (const wait of first) perTenth.set(Math.floor(wait / 100), (perTenth.get(Math.floor(wait / 100)) ?? 0) + 1)
    expect(Math.min(...first)).toBeGreaterThanOrEqual(2000)
    expect(Math.max(...perTenth.values())).toBeLessThan(120)
  })

  it('is not asked for ever: then the last refusal is said', async () => {
    const door = doorThatSays([busy()])
    expect((await door.ask())?.status).toBe(503)
    const waited = door.waits.reduce((sum, wait) => sum + wait, 0)
    expect(waited).toBeGreaterThan(30_000)
    expect(waited).toBeLessThanOrEqual(60_000)
    const nobody = doorThatSays([busy()])
    expect([(await nobody.ask(0))?.status, nobody.told(), nobody.waits]).toEqual([503, 0, []])
  })

  it('is left alone when its person stops, and a seat that was given meanwhile is kept', async () => {
    const door = doorThatSays([busy(), inside()])
    door.onPause = () => door.stop.abort()
    expect(await door.ask()).toBe(null)
    const given = doorThatSays([inside()])
    given.stop.abort()
    expect((await given.ask())?.status).toBe(201)
  })

  it('that goes away for a moment is asked on, but only by who was told to wait', async () => {
    const door = doorThatSays([busy(), new Error('no line'), inside()])
    expect((await door.ask())?.status).toBe(201)
    await expect(doorThatSays([new Error('no line')]).ask()).rejects.toThrow('no line')
  })

  it('any other refusal is told at once', async () => {
    const door = doorThatSays([new Response(null, { status: 403 })])
    expect([(await door.ask())?.status, door.waits]).toEqual([403, []])
  })
})

import { expect, it } from 'vitest'
import { newSecret } from '../../server/access/secrets.ts'
import { inMemory } from '../support/stores.ts'
import { hall, real, token, waitingFor } from './hall.ts'

it('A15 a phone that comes in again has the seat it had: by the code, the ticket, a new code, a door that asks or is locked, and after closing', async () => {
  const { door, links, states, store, told } = await hall(inMemory)
  const ria = token(await door.join({ code: links.bos.code }))
  const seats = async () => (await store.load('bos'))?.seats.length
  const same = { ok: true, plein: 'bos', token: ria, again: true }
  expect(await door.join({ ticket: links.bos.ticket }, [ria])).toEqual(same)
  const rotated = await door.rotateJoin('bos')
  const code = rotated.ok ? rotated.code : ''
  const ticket = rotated.ok ? rotated.ticket : ''
  expect(await door.join({ code }, [ria])).toEqual(same)
  for (const state of [
    { stage: 'open', doorLocked: false, doorAsks: true },
    { stage: 'open', doorLocked: true },
    { stage: 'closed', doorLocked: false },
  ] as const) {
    states.set('bos', state)
    expect(await door.join({ ticket }, [ria])).toEqual(same)
  }
  expect([await seats(), told.waiting, door.waiting('bos')]).toEqual([1, [], 0])
})

it('A15 S5 a token opens nothing by itself: a wrong code, another Plein, another role, one that ended and one that never was', async () => {
  const { door, links, states, store } = await hall(inMemory)
  const ria = token(await door.join({ code: links.bos.code }))
  const coach = token(await door.claim(links.markt.secrets.coach))
  expect(await door.join({ code: '234-5678' }, [ria])).toEqual({ ok: false, code: 'code-unknown' })
  const elsewhere = await door.join({ code: links.markt.code }, [ria, coach, newSecret(real), 'x'])
  expect(elsewhere).toMatchObject({ ok: true, plein: 'markt' })
  expect(elsewhere).not.toHaveProperty('again')
  expect([ria, coach]).not.toContain(token(elsewhere))

  const [seat] = (await store.load('bos'))?.seats ?? []
  await door.revoke('bos', seat!.id)
  const anew = await door.join({ code: links.bos.code }, [ria])
  expect(anew).not.toHaveProperty('again')
  expect(token(anew)).not.toBe(ria)
  states.set('bos', { stage: 'closed', doorLocked: false })
  expect(await door.join({ ticket: links.bos.ticket }, [ria])).toEqual({ ok: false, code: 'plein-closed' })
})

it('A15 a phone that waits twice before a door is let in once: the other page goes on with its seat, and stands before the door no more', async () => {
  const { door, links, states, store } = await hall(inMemory)
  states.set('bos', { stage: 'open', doorLocked: false, doorAsks: true })
  const [typed, scanned] = [
    waitingFor(await door.join({ code: links.bos.code })),
    waitingFor(await door.join({ ticket: links.bos.ticket })),
  ]
  await door.letIn('bos', 'first')
  const ria = token(await door.awaited(typed))
  expect(await door.awaited(scanned, [ria])).toEqual({ ok: true, plein: 'bos', token: ria, again: true })
  expect(door.waiting('bos')).toBe(0)
  expect((await store.load('bos'))?.seats).toHaveLength(1)
})

it('R4 of the tokens that a device says it holds one is looked up at a time: what others store does not wait for fifty', async () => {
  const looking = { now: 0, most: 0, all: 0 }
  const { door, links } = await hall(async () => {
    const store = await inMemory()
    const seatByToken: typeof store.seatByToken = async (hash) => {
      looking.now += 1
      looking.all += 1
      looking.most = Math.max(looking.most, looking.now)
      await new Promise<void>((resolve) => setImmediate(resolve))
      looking.now -= 1
      return store.seatByToken(hash)
    }
    return { ...store, seatByToken }
  })
  const ria = token(await door.join({ code: links.bos.code }))
  const strange = Array.from({ length: 49 }, () => newSecret(real))
  expect(await door.join({ code: links.bos.code }, [...strange.slice(0, 10), ria, ...strange.slice(10)])).toMatchObject({ token: ria })
  expect(looking).toEqual({ now: 0, most: 1, all: 11 })
  expect(await door.claim(links.bos.secrets.screen, strange)).toMatchObject({ ok: true })
  expect(looking.most).toBe(1)
})

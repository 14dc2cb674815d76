/** What people do in the same moment reaches the room in as few frames as it has commits to wait for. */
import { describe, expect, it } from 'vitest'
import type { CommitResult, Store } from '../../server/store/contract.ts'
import { anneke, joost } from '../support/people.ts'
import { maps } from '../support/replica.ts'
import { openRoom } from '../support/room.ts'

/** A disk on which a commit takes as long as is said. */
const slowDisk = () => {
  const waiting: ((refusal?: CommitResult) => void)[] = []
  return {
    store: (store: Store): Store => ({
      ...store,
      commit: async (...commit) => {
        const refusal = await new Promise<CommitResult | undefined>((resolve) => waiting.push(resolve))
        return refusal ?? store.commit(...commit)
      },
    }),
    waits: async () => expect.poll(() => waiting.length).toBe(1),
    done: (refusal?: CommitResult) => waiting.shift()?.(refusal),
  }
}
const name = (number: number) => ({ type: 'plein.set', title: `Titel ${number}` }) as const

describe('a room that is busy', () => {
  it('L1 shows what was stored while more waited together with that, in one frame, and answers nobody before', async () => {
    const disk = slowDisk()
    const room = await openRoom({ store: disk.store })
    const answered: string[] = []
    const ask = (who: typeof joost, number: number) =>
      room.ask(who, name(number)).then(({ ok }) => answered.push(`${number} ${ok} ${room.frames.length}`))
    const all = [ask(joost, 1)]
    await disk.waits()
    all.push(ask(anneke, 2), ask(joost, 3))
    disk.done()
    await disk.waits()
    expect([answered, room.frames]).toEqual([[], []])
    disk.done()
    await Promise.all(all)
    expect(answered).toEqual(['1 true 1', '2 true 1', '3 true 1'])
    expect(maps(room.follower('board'))['plein']).toMatchObject({ title: 'Titel 3' })
  })

  it('L1 L3 what was stored is shown and answered also when the disk refuses what came after it', async () => {
    const disk = slowDisk()
    const room = await openRoom({ store: disk.store })
    const first = room.ask(joost, name(1))
    await disk.waits()
    const second = room.ask(anneke, name(2))
    disk.done()
    await disk.waits()
    disk.done({ ok: false, reason: 'failed', problem: 'The disk is full.' })
    expect(await first).toMatchObject({ ok: true })
    expect(await second).toMatchObject({ ok: false, error: { code: 'storage-failed' } })
    await room.room.idle()
    expect(maps(room.follower('board'))['plein']).toMatchObject({ title: 'Titel 1' })
    expect(maps(room.newcomer('board'))).toEqual(maps(room.follower('board')))
  })

  it('waits for one commit and not for a row of them', async () => {
    const disk = slowDisk()
    const room = await openRoom({ store: disk.store })
    const answered: number[] = []
    const ask = (number: number) => room.ask(joost, name(number)).then(() => answered.push(number))
    const all = [ask(1)]
    await disk.waits()
    for (const number of [2, 3]) {
      all.push(ask(number))
      disk.done()
      await disk.waits()
    }
    expect(answered).toEqual([1, 2])
    disk.done()
    await Promise.all(all)
  })

  it('what is decided alone holds up nobody who was before it', async () => {
    const disk = slowDisk()
    const room = await openRoom({ store: disk.store })
    const first = room.ask(joost, name(1))
    await disk.waits()
    const secret = 'm'.repeat(43)
    const second = room.ask(anneke, { type: 'link.rotate', role: 'owner', secret })
    disk.done()
    expect(await first).toMatchObject({ ok: true })
    await disk.waits()
    disk.done()
    expect(await second).toMatchObject({ ok: true })
  })
})

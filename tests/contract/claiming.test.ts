import { describe, expect, it } from 'vitest'
import { newSecret } from '../../server/access/secrets.ts'
import { inMemory, onNewDisk } from '../support/stores.ts'
import { full, hall, knocks, real, storageFailed, token, unknownLink } from './hall.ts'

const busy = { ok: false, code: 'busy' }

describe.each([
  ['in memory', inMemory],
  ['on SQLite', onNewDisk],
] as const)('claims of one link, with a store %s', (_, make) => {
  it('R3 R5 so many at once, then one a second; who spends the link of the screen keeps no coach outside, nor anybody of another Plein', async () => {
    const { door, links, clock, told, trouble } = await hall(make)
    const screen = () => door.claim(links.bos.secrets.screen)
    trouble.always = full
    for (let time = 0; time < 30; time++) expect(await screen()).toEqual(storageFailed)
    trouble.always = null
    const all = await Promise.all(Array.from({ length: 200 }, screen))
    expect(all.filter(({ ok }) => ok)).toHaveLength(20)
    expect(all.filter((one) => !one.ok && one.code === 'busy')).toHaveLength(180)
    expect(told.claimed).toHaveLength(20)
    for (const secret of [links.bos.secrets.coach, links.bos.secrets.owner, links.markt.secrets.screen])
      expect(await door.claim(secret)).toMatchObject({ ok: true })
    expect(await screen()).toEqual(busy)
    clock.now += 1000
    expect(await screen()).toMatchObject({ ok: true })
    expect(await screen()).toEqual(busy)
  })

  it('R3 R5 one link has so many devices in at most, however slowly they come and after a restart too; nobody goes for it, and who leaves, or a new link, makes room', async () => {
    const { door, links, clock, store, restarted } = await hall(make, { devicesPerLink: 3 })
    const { screen, coach, owner } = links.bos.secrets
    const joost = token(await door.claim(coach))
    const first = token(await door.claim(screen))
    const later = async (at = door) => {
      clock.now += 60_000
      return at.claim(screen)
    }
    for (let more = 0; more < 2; more++) expect(await later()).toMatchObject({ ok: true })
    expect([await later(), await later(restarted())]).toEqual([busy, busy])
    for (const secret of [coach, owner, links.markt.secrets.screen]) expect(await door.claim(secret)).toMatchObject({ ok: true })
    // A coach lets in a screen by its code all the same.
    const { code } = knocks(door)
    expect(await door.admit('bos', code, 'screen', null)).toEqual({ ok: true })
    const seats = async () => (await store.load('bos'))?.seats.filter(({ role }) => role === 'screen').length
    expect([await seats(), await door.bearer(first)]).toMatchObject([4, { role: 'screen' }])

    const leave = async (nth: number) => {
      const screens = (await door.devices('bos')).filter(({ role }) => role === 'screen')
      expect(await door.endDevice('bos', screens[nth]!.device, null)).toEqual({ ok: true })
    }
    await leave(0)
    expect(await later()).toEqual(busy)
    await leave(0)
    expect([await later(), await later()]).toMatchObject([{ ok: true }, busy])
    const anew = newSecret(real)
    expect(await door.rotate('bos', 'screen', anew, null)).toEqual({ ok: true })
    expect(await door.claim(anew)).toMatchObject({ ok: true })
    expect(await door.bearer(joost)).toMatchObject({ role: 'coach' })
  })

  it('R3 a new link begins anew, and a secret that is none is as unknown as ever', async () => {
    const { door, links } = await hall(make)
    await Promise.all(Array.from({ length: 21 }, () => door.claim(links.bos.secrets.screen)))
    const anew = newSecret(real)
    expect(await door.rotate('bos', 'screen', anew, null)).toEqual({ ok: true })
    expect(await door.claim(links.bos.secrets.screen)).toEqual(unknownLink)
    expect(await door.claim(anew)).toMatchObject({ ok: true })
    for (let time = 0; time < 30; time++) expect(await door.claim(newSecret(real))).toEqual(unknownLink)
  })

  it('A18 the list of devices stays in the order in which they came in, whoever goes', async () => {
    const { door, links, clock, restarted } = await hall(make)
    const seats: string[] = []
    for (const role of ['owner', 'screen', 'coach', 'screen'] as const) {
      seats.push((await door.bearer(token(await door.claim(links.bos.secrets[role]))))!.seat)
      await door.devices('bos')
      clock.now += 60_000
    }
    const names = seats.map(door.device)
    expect((await door.devices('bos')).map(({ device }) => device)).toEqual(names)
    await door.revoke('bos', seats[1]!)
    for (const now of [door, restarted()])
      expect((await now.devices('bos')).map(({ device }) => device)).toEqual([names[0], names[2], names[3]])
  })
})

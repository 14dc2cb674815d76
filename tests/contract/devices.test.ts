import { describe, expect, it } from 'vitest'
import { newSecret } from '../../server/access/secrets.ts'
import { inMemory, onNewDisk } from '../support/stores.ts'
import { full, hall, knocks, real, storageFailed, token } from './hall.ts'

describe.each([
  ['in memory', inMemory],
  ['on SQLite', onNewDisk],
] as const)('the devices that are in, with a store %s', (_, make) => {
  it('A18 S2 tells which devices are in as coach, owner and screen and since which minute, nothing of participants, and the same after a restart', async () => {
    const { door, links, clock, store, told, restarted } = await hall(make)
    clock.now = 9 * 3_600_000 + 41 * 60_000 + 12_345
    for (const role of ['coach', 'owner', 'screen'] as const) await door.claim(links.bos.secrets[role])
    await door.join({ ticket: links.bos.ticket })
    await door.claim(links.markt.secrets.coach)
    clock.now += 120_000
    const { code } = knocks(door)
    await door.admit('bos', code, 'coach', null)
    const minute = 9 * 3_600_000 + 41 * 60_000
    const devices = await door.devices('bos')
    expect(devices.map(({ role, since }) => [role, since]).sort()).toEqual([
      ['coach', minute],
      ['coach', minute + 120_000],
      ['owner', minute],
      ['screen', minute],
    ])
    expect(new Set(devices.map(({ device }) => device)).size).toBe(4)
    const stored = (await store.load('bos'))?.seats ?? []
    expect(stored.find(({ role }) => role === 'participant')).not.toHaveProperty('since')
    for (const { id } of stored) expect(JSON.stringify(devices)).not.toContain(id)
    expect(told.devices).toEqual(['bos', 'bos', 'bos', 'markt', 'bos'])
    expect(await restarted().devices('bos')).toEqual(devices)
    await door.retire('bos', 'persons')
    expect(await door.devices('bos')).toEqual([{ device: expect.any(String), role: 'owner', since: null }])
  })

  it('A18 S5 a coach ends one device: it is nobody at once and after a restart, and the others stay', async () => {
    const { door, links, told, trouble, restarted } = await hall(make)
    const [joost, anneke] = [token(await door.claim(links.bos.secrets.coach)), token(await door.claim(links.bos.secrets.coach))]
    const wim = token(await door.join({ ticket: links.bos.ticket }))
    const seat = async (of: string) => (await door.bearer(of))?.seat ?? ''
    const own = await seat(joost)
    const gone = await seat(anneke)
    expect(await door.endDevice('bos', door.device(own), own)).toEqual({ ok: false, code: 'device-own' })
    for (const nobody of [door.device(await seat(wim)), 'f'.repeat(16)])
      expect(await door.endDevice('bos', nobody, own)).toEqual({ ok: false, code: 'device-unknown' })
    expect(await door.endDevice('markt', door.device(gone), own)).toEqual({ ok: false, code: 'device-unknown' })
    trouble.always = full
    expect(await door.endDevice('bos', door.device(gone), own)).toEqual(storageFailed)
    expect(await door.bearer(anneke)).not.toBeNull()
    trouble.always = null
    expect(await door.endDevice('bos', door.device(gone), own)).toEqual({ ok: true })
    expect(told.revoked).toEqual([gone])
    for (const now of [door, restarted()]) {
      expect(await now.bearer(anneke)).toBeNull()
      for (const staying of [joost, wim]) expect(await now.bearer(staying)).not.toBeNull()
      expect((await now.devices('bos')).map(({ device }) => device)).toEqual([door.device(own)])
    }
    expect(await door.endDevice('bos', door.device(gone), own)).toEqual({ ok: false, code: 'device-unknown' })
  })

  it('R3 A18 of two coaches who put each other out at one moment, by the list or by a new link, one stays', async () => {
    const { door, links } = await hall(make)
    const moves = ['list', 'link'] as const
    for (const [first, second] of moves.flatMap((a) => moves.map((b) => [a, b] as const))) {
      const tokens = [token(await door.claim(links.bos.secrets.coach)), token(await door.claim(links.bos.secrets.coach))]
      const [joost, anneke] = (await Promise.all(tokens.map((each) => door.bearer(each)))).map((bearer) => bearer?.seat ?? '') as [
        string,
        string,
      ]
      const secret = newSecret(real)
      const out = (how: (typeof moves)[number], by: string, of: string) =>
        how === 'list' ? door.endDevice('bos', door.device(of), by) : door.rotate('bos', 'coach', secret, by)
      const answers = await Promise.all([out(first, joost, anneke), out(second, anneke, joost)])
      expect(answers).toEqual([{ ok: true }, { ok: false, code: 'token-unknown' }])
      expect(await Promise.all(tokens.map(async (each) => (await door.bearer(each)) !== null))).toEqual([true, false])
      if (first === 'link') links.bos.secrets.coach = secret
    }
  })

  it('S5 R3 a link that is opened again on one device ends what the device had, once the new token is used; other roles, Pleinen and devices stay', async () => {
    const { door, links, told, trouble, restarted } = await hall(make)
    const before = token(await door.claim(links.bos.secrets.coach))
    const others = await Promise.all(
      [links.bos.secrets.coach, links.bos.secrets.owner, links.markt.secrets.coach].map(async (secret) => token(await door.claim(secret))),
    )
    const wim = token(await door.join({ ticket: links.bos.ticket }))
    const held = [before, others[1]!, others[2]!, wim, 'x', newSecret(real)]
    trouble.always = full
    expect(await door.claim(links.bos.secrets.coach, held)).toEqual(storageFailed)
    trouble.always = null
    // The answer is lost: the device still has what it had.
    await door.claim(links.bos.secrets.coach, held)
    expect(await door.bearer(before)).not.toBeNull()
    const after = token(await door.claim(links.bos.secrets.coach, held))
    const seat = (await door.bearer(before))?.seat
    expect(await door.bearer(after)).toMatchObject({ plein: 'bos', role: 'coach' })
    await expect.poll(() => told.revoked).toEqual([seat])
    for (const now of [door, restarted()]) {
      expect(await now.bearer(before)).toBeNull()
      for (const staying of [after, ...others, wim]) expect(await now.bearer(staying)).not.toBeNull()
    }
    expect((await door.devices('bos')).map(({ device }) => device)).not.toContain(door.device(seat ?? ''))
  })
})

import { describe, expect, it, vi } from 'vitest'
import { access } from '../../server/access/access.ts'
import type { LinkRole } from '../../server/access/contract.ts'
import { newSecret } from '../../server/access/secrets.ts'
import { defaultLimits } from '../../server/limits.ts'
import type { Store } from '../../server/store/contract.ts'
import { inMemory, onNewDisk } from '../support/stores.ts'
import { full, hall, knocks, real, storageFailed, token, unknownLink, waitingFor } from './hall.ts'

const unknownCode = { ok: false, code: 'code-unknown' }
const unknownKnock = { ok: false, code: 'screen-code-unknown' }

describe.each([
  ['in memory', inMemory],
  ['on SQLite', onNewDisk],
] as const)('access with a store %s', (_, make) => {
  it('S5 joins Fatma by the code as she types it, and by the ticket of the QR', async () => {
    const { door, links } = await hall(make)
    const { code, ticket } = links.bos
    expect(code).toMatch(/^[2-9B-DF-HJKMNP-TV-XZ]{3}-[2-9B-DF-HJKMNP-TV-XZ]{4}$/)
    const spaced = code.replace('-', '').toLowerCase().split('').join(' ')
    for (const by of [{ code }, { code: `  ${spaced}\u2013 ` }, { code: code.replace('-', '') }, { ticket }]) {
      const joined = await door.join(by)
      expect(joined).toMatchObject({ ok: true, plein: 'bos' })
      expect(await door.bearer(token(joined))).toMatchObject({ plein: 'bos', role: 'participant' })
    }
  })

  it('S5 gives tokens of 256 bits and stores none of them', async () => {
    const { door, store, links } = await hall(make)
    const tokens = [token(await door.join({ ticket: links.bos.ticket })), token(await door.claim(links.bos.secrets.coach))]
    const stored = JSON.stringify(await store.load('bos'))
    for (const secret of [...tokens, ...Object.values(links.bos.secrets)]) {
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
      expect(stored).not.toContain(secret)
    }
    expect(Buffer.from(links.bos.ticket, 'base64url')).toHaveLength(12)
  })

  it('S5 answers the same to a wrong, an old, a closed and a deleted code', async () => {
    const { door, links, states } = await hall(make)
    const old = links.bos.code
    await door.rotateJoin('bos')
    const current = (await door.joinInfo('bos'))?.code ?? ''
    for (const code of [old, '234-5678', '', 'BCD-234', 'x'.repeat(10_000), 'AEI-OULY', "' OR 1=1 --"])
      expect(await door.join({ code })).toEqual(unknownCode)
    states.set('bos', { stage: 'closed', doorLocked: true })
    expect(await door.join({ code: current })).toEqual(unknownCode)
    states.delete('bos')
    expect(await door.join({ code: current })).toEqual(unknownCode)
    expect(await door.join({ ticket: 'wrong' })).toEqual(unknownCode)
  })

  it('tells the holder of a right code that the door is locked, and of a right ticket that the Plein is over', async () => {
    const { door, links, states } = await hall(make)
    states.set('bos', { stage: 'open', doorLocked: true })
    expect(await door.join({ code: links.bos.code })).toEqual({ ok: false, code: 'door-locked' })
    expect(await door.join({ ticket: links.bos.ticket })).toEqual({ ok: false, code: 'door-locked' })
    expect(await door.join({ code: '234-5678' })).toEqual(unknownCode)
    states.set('bos', { stage: 'closed', doorLocked: false })
    expect(await door.join({ ticket: links.bos.ticket })).toEqual({ ok: false, code: 'plein-closed' })
    states.set('bos', { stage: 'prepared', doorLocked: false })
    expect(await door.join({ code: links.bos.code })).toMatchObject({ ok: true })
  })

  it('A15 a door that asks: nobody has a seat before a coach lets them in, one by one in order of arrival or all at once', async () => {
    const { door, links, states, store, told } = await hall(make)
    states.set('bos', { stage: 'open', doorLocked: false, doorAsks: true })
    const secrets = await Promise.all([1, 2, 3, 4].map(() => door.join({ code: links.bos.code }).then(waitingFor)))
    expect(told.waiting).toEqual(['bos', 'bos', 'bos', 'bos'])
    expect(door.waiting('bos')).toBe(4)
    expect((await store.load('bos'))?.seats).toEqual([])
    for (const secret of secrets) expect(await door.awaited(secret)).toEqual({ ok: true, waiting: secret })

    const first = secrets[0] ?? ''
    expect(await door.letIn('bos', 'first')).toEqual({ ok: true })
    expect(door.waiting('bos')).toBe(3)
    const fatma = token(await door.awaited(first))
    expect(token(await door.awaited(first))).toBe(fatma)
    expect(await door.bearer(fatma)).toMatchObject({ plein: 'bos', role: 'participant' })

    expect(await door.sendAway('bos')).toEqual({ ok: true })
    expect(await door.awaited(secrets[1] ?? '')).toEqual({ ok: false, code: 'not-let-in' })
    expect(await door.letIn('bos', 'all')).toEqual({ ok: true })
    const others = await Promise.all(secrets.slice(2).map((secret) => door.awaited(secret).then(token)))
    expect(new Set([fatma, ...others]).size).toBe(3)
    expect((await store.load('bos'))?.seats).toHaveLength(3)
    for (const nobody of [door.letIn('bos', 'all'), door.letIn('bos', 'first'), door.sendAway('bos')])
      expect(await nobody).toEqual({ ok: false, code: 'nobody-waiting' })
    expect(await door.awaited(newSecret(real))).toEqual(unknownCode)
    expect(JSON.stringify(await store.load('bos'))).not.toContain(first)
  })

  it('A15 a door that is opened meanwhile lets in who waited, once; a locked one sends them away; who stays away is forgotten', async () => {
    const { door, links, states, store, clock } = await hall(make)
    const asks = { stage: 'open', doorLocked: false, doorAsks: true } as const
    states.set('bos', asks)
    const knock = (): Promise<string> => door.join({ ticket: links.bos.ticket }).then(waitingFor)
    const [ria, samir] = [await knock(), await knock()]
    states.set('bos', { stage: 'open', doorLocked: true })
    expect(await door.awaited(ria)).toEqual({ ok: false, code: 'door-locked' })
    states.set('bos', { stage: 'open', doorLocked: false })
    const twice = await Promise.all([door.awaited(samir), door.awaited(samir)])
    expect(token(twice[0]!)).toBe(token(twice[1]!))
    expect((await store.load('bos'))?.seats).toHaveLength(1)
    states.set('bos', { stage: 'closed', doorLocked: false })
    expect(await door.awaited(ria)).toEqual({ ok: false, code: 'plein-closed' })
    states.set('bos', asks)
    expect(door.waiting('bos')).toBe(1)
    clock.now += 200_000
    expect(door.waiting('bos')).toBe(0)
    expect(await door.awaited(ria)).toEqual(unknownCode)
    await knock()
    door.forget('bos')
    expect(door.waiting('bos')).toBe(0)
  })

  it('A15 with a disk that is full nobody is let in, and everybody still waits', async () => {
    const { door, links, states, trouble } = await hall(make)
    states.set('bos', { stage: 'open', doorLocked: false, doorAsks: true })
    const secret = waitingFor(await door.join({ code: links.bos.code }))
    trouble.always = full
    expect(await door.letIn('bos', 'all')).toEqual(storageFailed)
    expect(door.waiting('bos')).toBe(1)
    trouble.always = null
    expect(await door.letIn('bos', 'all')).toEqual({ ok: true })
    expect(await door.awaited(secret)).toMatchObject({ ok: true, plein: 'bos' })
  })

  it('R4 before one door wait at most five hundred; the next one hears that it is busy', async () => {
    const { door, links, states } = await hall(make)
    states.set('bos', { stage: 'open', doorLocked: false, doorAsks: true })
    for (let come = 0; come < 500; come++) await door.join({ code: links.bos.code })
    expect(await door.join({ code: links.bos.code })).toEqual({ ok: false, code: 'busy' })
    expect(await door.letIn('bos', 'all')).toEqual({ ok: true })
    expect(await door.join({ code: links.bos.code })).toMatchObject({ ok: true })
  })

  it('S5 new join code: the old one and its ticket are dead, who is in stays in', async () => {
    const { door, links, told } = await hall(make)
    const joost = token(await door.join({ code: links.bos.code }))
    expect(await door.joinInfo('bos')).toEqual({ code: links.bos.code, ticket: links.bos.ticket })
    const rotated = await door.rotateJoin('bos')
    expect(rotated).toMatchObject({ ok: true })
    expect(told.joins).toEqual(['bos'])
    expect(await door.join({ code: links.bos.code })).toEqual(unknownCode)
    expect(await door.join({ ticket: links.bos.ticket })).toEqual(unknownCode)
    expect({ ok: true, ...(await door.joinInfo('bos')) }).toEqual(rotated)
    expect(await door.join({ code: (await door.joinInfo('bos'))?.code ?? '' })).toMatchObject({ ok: true })
    expect(await door.bearer(joost)).not.toBeNull()
    expect(await door.rotateJoin('nergens')).toEqual({ ok: false, code: 'plein-unknown' })
    expect(await door.joinInfo('nergens')).toBeNull()
  })

  it('R3 a role link may be claimed on several devices, each told to the others', async () => {
    const { door, links, told, states } = await hall(make)
    for (const role of ['coach', 'owner', 'screen', 'coach'] as LinkRole[]) {
      const claimed = await door.claim(links.bos.secrets[role])
      expect(claimed).toMatchObject({ ok: true, plein: 'bos', role })
      expect(await door.bearer(token(claimed))).toMatchObject({ plein: 'bos', role })
    }
    expect(told.claimed).toEqual(['coach', 'owner', 'screen', 'coach'])
    states.set('bos', { stage: 'closed', doorLocked: false })
    expect(await door.claim(links.bos.secrets.owner)).toMatchObject({ ok: true })
    states.delete('bos')
    for (const secret of [links.bos.secrets.owner, newSecret(real), '', 'x', links.bos.code])
      expect(await door.claim(secret)).toEqual(unknownLink)
  })

  it('S5 a rotated link is dead, its seats are nobody at once, the one who rotated and other roles stay', async () => {
    const { door, links, told, restarted } = await hall(make)
    const ria = token(await door.claim(links.bos.secrets.coach))
    const samir = token(await door.claim(links.bos.secrets.coach))
    const owner = token(await door.claim(links.bos.secrets.owner))
    const elsewhere = token(await door.claim(links.markt.secrets.coach))
    const [riaSeat, samirSeat] = [(await door.bearer(ria))?.seat ?? '', (await door.bearer(samir))?.seat ?? '']
    const secret = newSecret(real)
    expect(await door.rotate('bos', 'coach', secret, riaSeat)).toEqual({ ok: true })
    expect(told.revoked).toEqual([samirSeat])
    for (const now of [door, restarted()]) {
      expect(await now.bearer(samir)).toBeNull()
      for (const staying of [ria, owner, elsewhere]) expect(await now.bearer(staying)).not.toBeNull()
      expect(await now.claim(links.bos.secrets.coach)).toEqual(unknownLink)
      expect(await now.claim(secret)).toMatchObject({ ok: true, role: 'coach' })
    }
  })

  it('L2 rotating twice with the same secret revokes nobody who came in by it', async () => {
    const { door, links } = await hall(make)
    const ria = (await door.bearer(token(await door.claim(links.bos.secrets.coach))))?.seat ?? ''
    const secret = newSecret(real)
    await door.rotate('bos', 'coach', secret, ria)
    const anneke = token(await door.claim(secret))
    expect(await door.rotate('bos', 'coach', secret, ria)).toEqual({ ok: true })
    expect(await door.bearer(anneke)).not.toBeNull()
    expect(await door.rotate('bos', 'coach', 'kort', ria)).toEqual(unknownLink)
    expect(await door.rotate('nergens', 'coach', secret, null)).toEqual({ ok: false, code: 'plein-unknown' })
  })

  it('S5 no claim that races with a rotation outlives it', async () => {
    const { door, links } = await hall(make)
    const claims = Array.from({ length: 20 }, () => door.claim(links.bos.secrets.screen))
    const rotated = door.rotate('bos', 'screen', newSecret(real), null)
    const late = Array.from({ length: 20 }, () => door.claim(links.bos.secrets.screen))
    expect(await rotated).toEqual({ ok: true })
    const answers = await Promise.all([...claims, ...late])
    const tokens = answers.filter((answer) => answer.ok).map(token)
    expect(await Promise.all(tokens.map((each) => door.bearer(each)))).toEqual(tokens.map(() => null))
  })

  it('S5 a revoked seat is nobody at once, and after a restart', async () => {
    const { door, links, told, restarted } = await hall(make)
    const wim = token(await door.join({ ticket: links.bos.ticket }))
    const seat = (await door.bearer(wim))?.seat ?? ''
    const asking = restarted()
    const racing = asking.bearer(wim)
    const revoked = door.revoke('bos', seat)
    expect(await door.bearer(wim)).toBeNull()
    await Promise.all([revoked, racing])
    expect(told.revoked).toEqual([seat])
    expect(await restarted().bearer(wim)).toBeNull()
  })

  it('S5 a look-up that is under way when the seat is revoked is not remembered', async () => {
    const { links, disk, states } = await hall(make)
    let release: (() => void) | null = null
    const slow: Store = {
      ...disk,
      seatByToken: async (hash) => {
        const found = await disk.seatByToken(hash)
        await new Promise<void>((resolve) => {
          release = resolve
        })
        return found
      },
    }
    const door = access({
      store: slow,
      world: real,
      limits: defaultLimits,
      state: async (plein) => (states.has(plein) ? { doorAsks: false, ...states.get(plein)! } : null),
    })
    const wim = token(await door.join({ ticket: links.bos.ticket }))
    const seat = (await disk.load('bos'))?.seats[0]?.id ?? ''
    const looking = door.bearer(wim)
    const goOn = await vi.waitUntil(() => release, 20_000)
    await door.revoke('bos', seat)
    goOn()
    expect(await looking).toBeNull()
  })

  it('S5 the tokens of a deleted Plein are dead at once', async () => {
    const { door, links, store } = await hall(make)
    const wim = token(await door.join({ ticket: links.bos.ticket }))
    expect(await door.bearer(wim)).not.toBeNull()
    await store.commit('bos', null, { deleteAll: true })
    door.forget('bos')
    expect(await door.bearer(wim)).toBeNull()
    expect(await door.join({ code: links.bos.code })).toEqual(unknownCode)
  })

  it('S5 takes nothing that is no token', async () => {
    const { door } = await hall(make)
    for (const bad of ['', 'x', newSecret(real), 'a'.repeat(1_000_000), undefined as unknown as string, {} as string])
      expect(await door.bearer(bad)).toBeNull()
  })

  it('lets a screen without a keyboard in by a short code, once', async () => {
    const { door, told } = await hall(make)
    const { code, secret } = knocks(door)
    expect(code).toMatch(/^[2-9B-DF-HJKMNP-TV-XZ]{5}$/)
    expect(door.knocked(secret)).toBe('waiting')
    expect(await door.admit('bos', ` ${code.toLowerCase()} `, 'screen', null)).toEqual({ ok: true })
    expect(told.claimed).toEqual(['screen'])
    expect(await door.admit('markt', code, 'coach', null)).toEqual(unknownKnock)
    const admitted = door.knocked(secret)
    expect(admitted).toMatchObject({ ok: true, plein: 'bos', role: 'screen' })
    expect(door.knocked(secret)).toEqual(admitted)
    expect(await door.bearer(token(admitted))).toMatchObject({ plein: 'bos', role: 'screen' })
    expect(door.knocked(newSecret(real))).toEqual(unknownKnock)
    expect(await door.admit('nergens', knocks(door).code, 'screen', null)).toEqual({ ok: false, code: 'plein-unknown' })
  })

  it('lets one coach only use a code that two enter at once', async () => {
    const { door } = await hall(make)
    const { code } = knocks(door)
    const answers = await Promise.all([door.admit('bos', code, 'screen', null), door.admit('markt', code, 'screen', null)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('forgets a knock after ten minutes, and stops a Plein that guesses', async () => {
    const { door, clock } = await hall(make)
    const first = knocks(door)
    clock.now += 600_000
    expect(await door.admit('bos', first.code, 'screen', null)).toEqual(unknownKnock)
    expect(door.knocked(first.secret)).toEqual(unknownKnock)
    const second = knocks(door)
    for (let guess = 0; guess < 19; guess++) await door.admit('bos', '22222', 'screen', null)
    expect(await door.admit('bos', second.code, 'screen', null)).toEqual(unknownKnock)
    expect(await door.admit('markt', second.code, 'screen', null)).toEqual({ ok: true })
    clock.now += 600_000
    expect(await door.admit('bos', knocks(door).code, 'screen', null)).toEqual({ ok: true })
  })

  it('a screen that was let in and then revoked gets no token any more', async () => {
    const { door } = await hall(make)
    const { code, secret } = knocks(door)
    await door.admit('bos', code, 'screen', null)
    const seat = (await door.bearer(token(door.knocked(secret))))?.seat ?? ''
    await door.revoke('bos', seat)
    expect(door.knocked(secret)).toEqual(unknownKnock)
  })

  it('L1 says so when the disk is full, changes nothing, and goes on when there is space again', async () => {
    const { door, links, trouble, told } = await hall(make)
    const ria = token(await door.claim(links.bos.secrets.coach))
    const knock = knocks(door)
    trouble.always = full
    expect(await door.join({ code: links.bos.code })).toEqual(storageFailed)
    expect(await door.claim(links.bos.secrets.coach)).toEqual(storageFailed)
    expect(await door.rotate('bos', 'coach', newSecret(real), null)).toEqual(storageFailed)
    expect(await door.rotateJoin('bos')).toEqual(storageFailed)
    expect(await door.admit('bos', knock.code, 'screen', null)).toEqual(storageFailed)
    expect(door.knocked(knock.secret)).toBe('waiting')
    expect(told).toEqual({ revoked: [], claimed: ['coach'], joins: [], waiting: [], devices: ['bos'] })
    trouble.always = null
    expect(await door.bearer(ria)).not.toBeNull()
    expect(await door.join({ code: links.bos.code })).toMatchObject({ ok: true })
    expect(await door.admit('bos', knock.code, 'screen', null)).toEqual({ ok: true })
    trouble.always = full
    const seat = (await door.bearer(ria))?.seat ?? ''
    await expect(door.revoke('bos', seat)).rejects.toThrow('disk full')
    expect(await door.bearer(ria)).toBeNull()
  })

  it('draws another code when the one it drew is taken', async () => {
    const { door, trouble } = await hall(make)
    trouble.next.push({ ok: false, reason: 'conflict' }, { ok: false, reason: 'conflict' })
    expect(await door.rotateJoin('bos')).toMatchObject({ ok: true })
  })
})

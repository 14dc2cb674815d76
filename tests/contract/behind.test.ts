/** What was begun before a coach was put out, or before the door was locked, is not done after it. */
import { expect, it } from 'vitest'
import { newSecret } from '../../server/access/secrets.ts'
import { onNewDisk } from '../support/stores.ts'
import { hall, knocks, real, token } from './hall.ts'

it('S5 R3 a coach who is put out while letting in another device has let in nobody', async () => {
  const { door, links } = await hall(onNewDisk)
  const put = token(await door.claim(links.bos.secrets.coach))
  const { seat } = (await door.bearer(put))!
  const { code, secret } = knocks(door)
  const [rotated, admitted] = await Promise.all([
    door.rotate('bos', 'coach', newSecret(real), null),
    door.admit('bos', code, 'coach', seat),
  ])
  expect(rotated).toEqual({ ok: true })
  expect(admitted).toEqual({ ok: false, code: 'token-unknown' })
  expect(await door.bearer(put)).toBeNull()
  expect(door.knocked(secret)).toBe('waiting')
})

it.each([
  ['locked', { doorLocked: true }, { ok: false, code: 'door-locked' }],
  ['asking', { doorLocked: false, doorAsks: true }, { ok: true, waiting: expect.any(String) }],
])('A15 who began to join before the door was %s, and shows many tokens, gets no seat after it', async (_, door, answer) => {
  const it = await hall(onNewDisk)
  const get = it.states.get.bind(it.states)
  it.states.get = (plein) => {
    const now = get(plein)
    it.states.set(plein, { stage: 'open', ...door })
    return now
  }
  expect(await it.door.join({ ticket: it.links.bos.ticket }, [newSecret(real)])).toEqual(answer)
})

it('A15 who began to join before the code was replaced, and shows many tokens, gets no seat by the old one', async () => {
  const it = await hall(onNewDisk)
  const find = it.store.pleinByLink.bind(it.store)
  it.store.pleinByLink = async (link) => {
    it.store.pleinByLink = find
    const plein = await find(link)
    await it.door.rotateJoin('bos')
    return plein
  }
  expect(await it.door.join({ ticket: it.links.bos.ticket }, [newSecret(real)])).toEqual({ ok: false, code: 'code-unknown' })
})

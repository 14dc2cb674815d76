import { expect, it } from 'vitest'
import { closes } from '../../shared/wire/closes.ts'
import type { Device } from '../../shared/wire/messages.ts'
import { atWork } from '../support/atWork.ts'
import { claim, join, type Phone } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

const devices = ({ told }: Phone): Device[] => told.own.findLast((own) => own.devices !== undefined)?.devices ?? []
const own = ({ told }: Phone): string => told.own.findLast((one) => one.device !== undefined)?.device ?? ''

it('A18 R3 coaches see which devices are in, one tap ends one within a second on both sockets, and nobody else hears of it', async () => {
  const server = await startServer()
  const made = await server.makePlein([{ kind: 'ideas' }])
  const joost = await claim(server, 'Joost', made.links.coach)
  const anneke = await claim(server, 'Anneke', made.links.coach)
  const samir = await claim(server, 'Samir', made.links.owner)
  const beamer = await claim(server, 'Beamer', made.links.screen)
  const fatma = await join(server, 'Fatma', made)
  const roles = (of: Phone) =>
    devices(of)
      .map(({ role }) => role)
      .sort()
  for (const desk of [joost, anneke]) await expect.poll(() => roles(desk)).toEqual(['coach', 'coach', 'owner', 'screen'])
  expect(devices(joost).every(({ since }) => since !== null && since % 60_000 === 0)).toBe(true)
  expect(own(joost)).not.toBe(own(anneke))
  expect(devices(joost).map(({ device }) => device)).toEqual(expect.arrayContaining([own(joost), own(anneke)]))

  const desk = anneke.open('desk')
  await expect.poll(() => desk.provider.synced).toBe(true)
  expect(await joost.ask({ type: 'device.end', device: own(anneke) })).toMatchObject({ ok: true })
  const since = atWork()
  await expect.poll(() => [anneke.told.byes, anneke.socket.connected, desk.closes]).toEqual([['revoked'], false, [closes.token]])
  expect(since()).toBeLessThan(1000)
  await expect.poll(() => roles(joost)).toEqual(['coach', 'owner', 'screen'])
  expect(await joost.ask({ type: 'device.end', device: own(joost) })).toMatchObject({ ok: false, error: { code: 'device-own' } })
  expect(await joost.ask({ type: 'device.end', device: own(anneke) })).toMatchObject({ ok: false, error: { code: 'device-unknown' } })

  // The link still holds: whoever has it comes back, as another device.
  await claim(server, 'Anneke', made.links.coach)
  await expect.poll(() => roles(joost)).toEqual(['coach', 'coach', 'owner', 'screen'])
  const screen = devices(joost).find(({ role }) => role === 'screen')
  expect(await joost.ask({ type: 'device.end', device: screen?.device ?? '' })).toMatchObject({ ok: true })
  await expect.poll(() => beamer.told.byes).toEqual(['revoked'])
  for (const other of [samir, beamer, fatma]) {
    expect(JSON.stringify([other.hello(), other.told])).not.toContain(own(joost))
  }
  for (const other of [samir, fatma])
    expect(await other.ask({ type: 'device.end', device: own(joost) })).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  // Noted with the mark of who did it and of the one that went, as the desk shows them.
  const { lines } = (await (await server.organise(`/api/v1/pleins/${made.id}/audit`)).json()) as { lines: Record<string, unknown>[] }
  const ends = lines.filter(({ what }) => what === 'device.end').reverse()
  expect(ends.map(({ by, device, detail }) => [by, device, detail])).toEqual(
    [own(anneke), screen?.device ?? ''].map((gone) => ['coach', own(joost).slice(0, 4), gone.slice(0, 4)]),
  )
  await server.restart()
  await expect.poll(() => joost.socket.connected, { timeout: 15_000 }).toBe(true)
  await expect.poll(() => roles(joost)).toEqual(['coach', 'coach', 'owner'])
})

it('R3 A18 two coaches put each other out at the same moment, twenty times: each time one stays and works on', async () => {
  const server = await startServer({ LIMIT_CLAIMS_BURST: '40' })
  const made = await server.makePlein()
  for (let time = 0; time < 20; time++) {
    const both = [await claim(server, 'Joost', made.links.coach), await claim(server, 'Anneke', made.links.coach)] as const
    for (const desk of both) await expect.poll(() => own(desk)).not.toBe('')
    const [joost, anneke] = both
    const answers = Promise.allSettled([
      joost.ask({ type: 'device.end', device: own(anneke) }),
      anneke.ask({ type: 'device.end', device: own(joost) }),
    ])
    await expect.poll(() => both.filter(({ told }) => told.byes.length > 0).length).toBe(1)
    const left = both.find(({ told }) => told.byes.length === 0)
    // Who is out may never hear an answer.
    await answers
    expect(await left?.ask({ type: 'plein.set', title: `Plein ${time}` })).toMatchObject({ ok: true })
    left?.leave()
  }
})

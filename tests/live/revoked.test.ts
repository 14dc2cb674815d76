import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { dice } from '../../scripts/players/dice.ts'
import { closes } from '../../shared/wire/closes.ts'
import { atWork } from '../support/atWork.ts'
import { type HoldOut, holdOut, manners } from '../support/holdOut.ts'
import { claim, newId } from '../support/phone.ts'
import { startServer } from '../support/server.ts'

/** Races in all; without a number as many as fit in ten seconds. */
const wanted = Number(process.env['RACES'] ?? 0)
const seed = Number(process.env['SEED'] ?? Math.floor(performance.timeOrigin % 1_000_000))
const within = 1000

it('S5 R3 a link is replaced while its devices speak, poll, come and sleep: a second later nobody is obeyed, and none comes back', async () => {
  console.log(`seed ${seed}`)
  const chance = dice(seed)
  const fast = { LIMIT_BURST_COACH: '1000000', LIMIT_RATE_COACH: '1000000' }
  const server = await startServer(fast)
  const made = await server.makePlein()
  const joost = await claim(server, 'Joost', made.links.coach)
  await joost.ask({ type: 'plein.open' })
  let link = made.links.coach
  const until = performance.now() + 10_000
  const clock = atWork()
  let [races, latest] = [0, 0]
  while (wanted > 0 ? races < wanted : performance.now() < until) {
    const devices: HoldOut[] = await Promise.all(manners.map((manner) => holdOut(server, link, manner, clock)))
    await wait(chance.below(30))
    const secret = `${newId()}${newId().slice(1)}`
    expect(await joost.ask({ type: 'link.rotate', role: 'coach', secret })).toMatchObject({ ok: true })
    const at = clock()
    for (const device of devices) device.replaced()
    link = `http://x/coach#${secret}`
    const closed = Promise.all(devices.map((device) => device.letGo())).then(() => clock() - at)
    const got = await Promise.all(devices.map((device) => device.insist(2)))
    expect(await Promise.race([closed, wait(20 * within, 'never')])).toBeLessThanOrEqual(within)
    for (const device of devices) device.stop()
    expect(got).toEqual(devices.map(() => ({ document: closes.token, outcome: 401 })))
    expect(devices.map(({ greeted, turnedAway }) => [greeted, turnedAway])).toEqual(devices.map(() => [0, 2]))
    const accepted = devices.flatMap((device) => device.accepted)
    expect(accepted.filter(({ anew }) => anew)).toEqual([])
    expect(accepted.length).toBeGreaterThanOrEqual(devices.length)
    latest = Math.max(latest, ...accepted.map((one) => one.at - at))
    expect(latest).toBeLessThanOrEqual(within)
    races += devices.length
    expect(joost.socket.connected).toBe(true)
  }
  console.log(`${races} races; the last command was accepted ${Math.round(latest)} ms after the link was replaced`)
  expect(races).toBeGreaterThanOrEqual(manners.length)
}, 600_000)

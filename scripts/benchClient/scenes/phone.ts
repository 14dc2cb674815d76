/** A slow phone in a full room. */
import type { Browser } from 'playwright-core'
import { phone as w } from '../../../client/words/phone.nl.ts'
import { type Device, openDevice, sizes } from '../device.ts'
import { onPhone } from '../expected.ts'
import { share } from '../figures.ts'
import { type Room, steadily } from '../room.ts'
import { begin, end } from '../watch.ts'

/** Milliseconds from a key or tap to the next picture; `grown`: bytes of memory that were kept during it. */
export type Typed = {
  scene: string
  slow: number
  n: number
  p50: number
  p95: number
  long: number
  longest: number
  grown: number
  missing: string[]
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export const phoneOf = async (browser: Browser, room: Room): Promise<Device> => {
  const device = await openDevice(browser, sizes.phone)
  await device.page.goto(room.made.links.join)
  await device.page.getByRole('button', { name: w.join.go, exact: true }).click()
  return device
}

const read = async (scene: string, device: Device, slow: number, n: number, before: number, missing: string[]): Promise<Typed> => {
  const { keys, long } = await end(device.page)
  await device.slow(1)
  const grown = (await device.heap()) - before
  // What took less than 16 ms is not told: it stands for as much.
  const all = [...keys, ...Array.from({ length: Math.max(0, n - keys.length) }, () => 16)]
  return { scene, slow, n, p50: share(all, 0.5), p95: share(all, 0.95), long: long.length, longest: Math.max(0, ...long), grown, missing }
}

/** Writes while ten ideas a second come in and the whole list stands open. */
export const typing = async (browser: Browser, room: Room, slow: number, seconds: number): Promise<Typed> => {
  const device = await phoneOf(browser, room)
  const { page } = device
  try {
    const field = page.locator('form.write textarea')
    await field.waitFor()
    const all = page.locator('section:not(.own) > .cards + .utrecht-button')
    await all.click()
    await field.focus()
    await pause(1000)
    const before = await device.heap()
    await device.slow(slow)
    const work = steadily(10, room.write)
    await pause(300)
    await begin(page)
    const letters = 'Iedereen kent hier iemand die niet meedoet. '
    const began = performance.now()
    let n = 0
    for (; performance.now() - began < seconds * 1000; n += 1) {
      await page.keyboard.press(letters[n % letters.length] ?? 'a')
      await pause(120)
    }
    await work.stop()
    await pause(1000)
    const said = await field.inputValue()
    const lost = said.length === n ? [] : [`${n - said.length} letters`]
    const until = performance.now() + 15_000
    let wrong = await onPhone(page, room)
    while (wrong.length > 0 && performance.now() < until) {
      await pause(200)
      wrong = await onPhone(page, room)
    }
    return await read('write while 10 ideas a second come', device, slow, n, before, [...lost, ...wrong])
  } finally {
    await device.close()
  }
}

/** Gives dots on a ballot with every idea on it. */
export const voting = async (browser: Browser, room: Room, slow: number): Promise<Typed> => {
  const device = await phoneOf(browser, room)
  const { page } = device
  try {
    const items = page.locator('.vote-item')
    await items.first().waitFor()
    await pause(1000)
    const before = await device.heap()
    await device.slow(slow)
    await begin(page)
    const n = 12
    for (let at = 0; at < n; at += 1) {
      await items
        .nth(at % 4)
        .locator('.step')
        .last()
        .focus()
      await page.keyboard.press('Enter')
      await pause(500)
    }
    await page.getByText(w.vote.counts).waitFor()
    const given = await page.locator('.vote-left .digits').textContent()
    const missing = given?.includes(String(20 - n)) ? [] : [`dots: ${given}`]
    return await read('give dots', device, slow, n, before, missing)
  } finally {
    await device.close()
  }
}

/** The screen and the desk with a full board. */
import type { Browser } from 'playwright-core'
import { coach as w } from '../../../client/words/coach.nl.ts'
import { type Device, openDevice, sizes } from '../device.ts'
import { inLists, inRows, onScreen } from '../expected.ts'
import { type Room, steadily } from '../room.ts'
import { type Load, type Smooth, smooth } from '../smooth.ts'

export const screenOf = async (browser: Browser, room: Room): Promise<Device> => {
  const device = await openDevice(browser, sizes.screen)
  await device.page.goto(room.made.links.screen)
  await device.page.locator('.stage-body').first().waitFor()
  return device
}
export const deskOf = async (browser: Browser, room: Room, sheet: 'ideas' | 'groups'): Promise<Device> => {
  const device = await openDevice(browser, sizes.desk)
  const { page } = device
  await page.goto(room.made.links.coach)
  await page.getByRole('button', { name: w.cover.no, exact: true }).click()
  await page.getByRole('tab', { name: w.sheets[sheet] }).click()
  return device
}

type Sizes = { seconds: number; loads: readonly Load[] }

const each = async (
  name: string,
  device: Device,
  { seconds, loads }: Sizes,
  deed: () => Promise<unknown>,
  missing: () => Promise<string[]>,
) => {
  const rows: Smooth[] = []
  try {
    for (const load of loads) rows.push(await smooth(name, device, load, seconds, (perSecond) => steadily(perSecond, deed), missing))
  } finally {
    await device.close()
  }
  return rows
}

/** While people write aloud. */
export const writing = async (browser: Browser, room: Room, how: Sizes): Promise<Smooth[]> => {
  const screen = await screenOf(browser, room)
  const first = await each('screen, ideas come and go', screen, how, room.write, () => onScreen(screen.page, room))
  const desk = await deskOf(browser, room, 'ideas')
  const second = await each('desk, ideas come and go', desk, how, room.write, () => inRows(desk.page, room))
  return [...first, ...second]
}

/** While another coach groups; at the desk all groups stand open. */
export const grouping = async (browser: Browser, room: Room, how: Sizes): Promise<Smooth[]> => {
  // The first page has the names of the groups alone.
  await room.turn(1)
  const screen = await screenOf(browser, room)
  const first = await each('screen, ideas change groups', screen, how, room.place, () => onScreen(screen.page, room))
  const desk = await deskOf(browser, room, 'groups')
  await desk.page.getByRole('button', { name: w.groups.unfoldAll, exact: true }).click()
  const second = await each('desk, ideas change groups', desk, how, room.place, () => inLists(desk.page, room))
  return [...first, ...second]
}

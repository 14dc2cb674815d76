/** A page on which nothing happens: what this machine gives at best, in the same minutes. */
import type { Browser } from 'playwright-core'
import { openDevice, sizes } from '../device.ts'
import { type Load, type Smooth, smooth } from '../smooth.ts'

const nothing = () => ({ stop: async () => 0 })
const right = async () => []

export const empty = async (browser: Browser, seconds: number, loads: readonly Load[]): Promise<Smooth[]> => {
  const device = await openDevice(browser, sizes.screen)
  const rows: Smooth[] = []
  try {
    await device.page.goto('data:text/html,<title>empty</title><p>empty')
    for (const { slow } of loads) rows.push(await smooth('an empty page', device, { perSecond: 0, slow }, seconds, nothing, right))
  } finally {
    await device.close()
  }
  return rows
}

/** From the QR code to the first letter of the first idea, on a slow phone on a slow network that has seen none of it before. */
import type { Browser, Page } from 'playwright-core'
import { phone as w } from '../../../client/words/phone.nl.ts'
import { openDevice, sizes } from '../device.ts'
import type { Room } from '../room.ts'

/** Milliseconds. `usable`: until the button stands there and every script of the page has run. `typable`: from the tap until the field takes a letter. */
export type Joined = { usable: number; typable: number; bytes: number }

/** Tells, by the clock of the device, when a thing first stood on the page; over the pages of one visit. */
const looking = ({ button }: { button: string }) => {
  const tell = (what: string) =>
    (window as unknown as { told(what: string, at: number): void }).told(what, performance.timeOrigin + performance.now())
  tell('began')
  const look = () => {
    const there = [...document.querySelectorAll('button, input[type=submit]')].some(
      (one) => (one.textContent || (one as HTMLInputElement).value).trim() === button && one.getClientRects().length > 0,
    )
    // A module runs before this, so that the button answers.
    if (there && document.readyState !== 'loading') tell('usable')
    if (document.querySelector('form.write textarea')) tell('typable')
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  addEventListener('click', () => tell('tapped'), true)
}

const first = async (page: Page) => {
  const times = new Map<string, number>()
  await page.exposeFunction('told', (what: string, at: number) => void (times.has(what) || times.set(what, at)))
  await page.addInitScript(looking, { button: w.join.go })
  return (what: string) => times.get(what) ?? Number.NaN
}

export const join = async (browser: Browser, room: Room): Promise<Joined> => {
  const device = await openDevice(browser, sizes.phone, 'slow')
  const { page } = device
  try {
    const at = await first(page)
    let bytes = 0
    page.on(
      'response',
      (answer) =>
        void answer
          .request()
          .sizes()
          .then(({ responseBodySize }) => (bytes += responseBodySize))
          .catch(() => undefined),
    )
    await device.slow(4)
    await page.goto(room.made.links.join, { waitUntil: 'commit' })
    const go = page.getByRole('button', { name: w.join.go, exact: true })
    await go.waitFor()
    await page.waitForLoadState('domcontentloaded')
    while (Number.isNaN(at('usable'))) await new Promise((resolve) => setTimeout(resolve, 20))
    await go.click()
    const field = page.locator('form.write textarea')
    await field.waitFor()
    await field.pressSequentially('Ja')
    if ((await field.inputValue()) !== 'Ja') throw new Error('The field did not take what was typed.')
    return { usable: at('usable') - at('began'), typable: at('typable') - at('tapped'), bytes }
  } finally {
    await device.close()
  }
}

/** The organiser's pages, and a line that loses what the server answers. */
import type { Page, Request } from 'playwright-core'
import { organiser as w } from '../../client/words/organiser.nl.ts'
import { button, sizes, type Theatre } from './views.ts'

export type Row = { id: string; title: string; locale: string }

const asks = (it: Theatre, path: string, { method = 'GET', body }: { method?: string; body?: string | null } = {}): Promise<Response> =>
  fetch(`${it.server.origin}${path}`, {
    method,
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    ...(body ? { body } : {}),
  })
/** As the server has it, whatever a page shows. */
export const rowsOf = async (it: Theatre): Promise<Row[]> => ((await (await asks(it, '/api/v1/pleins')).json()) as { pleins: Row[] }).pleins
export const read = async <T>(it: Theatre, path: string): Promise<T> => (await (await asks(it, `/api/v1/${path}`)).json()) as T

export const organises = async (it: Theatre, page?: Page): Promise<Page> => {
  const at = page ?? (await it.device(sizes.desk))
  await at.goto(`${it.origin}/organisator#${it.server.key}`)
  await at.getByRole('heading', { name: w.heading }).waitFor()
  return at
}
export const fillsIn = async (page: Page, title: string): Promise<void> => {
  await button(page, w.make).click()
  await page.getByLabel(w.form.title).fill(title)
  await page.getByLabel(w.form.dilemma).fill('Hoe blijft de haven van iedereen?')
}
export const makes = async (page: Page, title: string): Promise<void> => {
  await fillsIn(page, title)
  await button(page, w.form.go).click()
  await page.getByRole('heading', { name: w.ready.heading(title) }).waitFor()
}
export const linkOn = (page: Page, name: string): Promise<string> => page.getByRole('textbox', { name, exact: true }).inputValue()
export const claims = async (it: Theatre, link: string): Promise<number> =>
  (
    await fetch(`${it.server.origin}/api/v1/claim`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret: new URL(link).hash.slice(1) }),
    })
  ).status

/** The server does what this page asks next under that address, and its answer is lost. */
export const loses = async (it: Theatre, page: Page, method: string, path: string): Promise<void> => {
  let lost = false
  await page.route(`**/api/v1/${path}`, async (route) => {
    const asked = route.request()
    if (lost || asked.method() !== method) return route.fallback()
    lost = true
    await asks(it, new URL(asked.url()).pathname, { method, body: asked.postData() })
    await route.abort('connectionreset')
  })
}
/** What this page asks under that address waits for the answer of this function to be called. */
export const holdsBack = async (page: Page, path: string): Promise<() => void> => {
  let goOn = (): void => undefined
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await page.route(`**/api/v1/${path}`, async (route) => {
    await held
    await route.fallback()
  })
  return goOn
}
/** What the server answers now to what this page asks next under that address comes when this function is called. */
export const answersLate = async (it: Theatre, page: Page, path: string): Promise<() => Promise<void>> => {
  let answered = (): void => undefined
  const held = new Promise<void>((resolve) => {
    answered = resolve
  })
  let first = true
  await page.route(`**/api/v1/${path}`, async (route) => {
    if (!first) return route.fallback()
    first = false
    const json: unknown = await read(it, path)
    await held
    await route.fulfill({ json }).catch(() => undefined)
  })
  const gaveUp = new Promise<void>((resolve) => {
    page.on('requestfailed', (one) => {
      if (new URL(one.url()).pathname === `/api/v1/${path}`) resolve()
    })
  })
  return async () => {
    const own = { predicate: (one: Request) => new URL(one.url()).pathname === `/api/v1/${path}` }
    // On a slow machine the page may have given it up.
    const over = Promise.race([page.waitForEvent('requestfinished', own), gaveUp])
    answered()
    await over
  }
}

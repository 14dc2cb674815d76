/** The moments that nobody hopes for: a locked door, no network, a full Plein, a link that was renewed, the day after. */
import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { coach as coachWords } from '../../client/words/coach.nl.ts'
import { phone as phoneWords } from '../../client/words/phone.nl.ts'
import { screen as screenWords } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { publishBlog } from '../players/http.ts'
import { takePen } from '../players/pen.ts'
import { type OwnServer, startServer } from '../players/server.ts'
import { type Album, type Browsers, type Camera, camera, device, shoot, whyNot } from './camera.ts'
import { type Hall, makeHall } from './hall.ts'
import { shots, type View } from './shots.ts'
import { blog, usual } from './texts.ts'

const group = 'bad-moments'
const inside: View[] = ['phone', 'desk', 'screen', 'owner']

type Place = { browsers: Browsers; album: Album; at: string; only: string | undefined }
const wants = ({ only }: Place, view: View): boolean => only === undefined || shots[view].view === only.split('-')[0]

/** A device that was nowhere before. */
const fresh = async (place: Place, view: View, moment: string, address: string, act?: (page: Page) => Promise<void>, extra = {}) => {
  if (!wants(place, view)) return
  const page = await device(place.browsers.usual, shots[view], extra)
  const file = `${group}/${moment}-${view}.png`
  try {
    await page.goto(address.replace(/^https?:\/\/[^/]+/, place.at))
    await act?.(page)
    await shoot(place.album, page, { file, group, moment, shot: view }, view !== 'screen')
  } catch (error) {
    place.album.missing.push({ file, why: whyNot(error) })
  } finally {
    await page.context().close()
  }
}

const pressJoin = (page: Page) => page.getByRole('button', { name: phoneWords.join.go, exact: true }).click()

const atTheDoor = async (place: Place, hall: Hall, key: string): Promise<void> => {
  const { links } = hall.made
  await fresh(place, 'phone', 'join-by-code', `${place.at}/`)
  await fresh(place, 'phone', 'join-by-scan', links.join)
  await fresh(place, 'phone', 'wrong-code', `${place.at}/`, async (page) => {
    await page.getByRole('textbox').first().fill('AAAA AAA')
    await pressJoin(page)
    await page.getByRole('alert').first().waitFor()
  })
  await fresh(place, 'desk', 'without-link', `${place.at}/coach`)
  await fresh(place, 'screen', 'without-link', `${place.at}/scherm`, async (page) => void (await page.locator('.knock-code').waitFor()))
  await fresh(place, 'owner', 'without-link', `${place.at}/eigenaar`)
  await fresh(place, 'organiser', 'wrong-key', `${place.at}/organisator#${'x'.repeat(43)}`)
  await fresh(place, 'organiser', 'list', `${place.at}/organisator#${key}`)
  await fresh(place, 'phone', 'without-javascript', `${place.at}/`, undefined, { javaScriptEnabled: false })
  await hall.must({ type: 'door.set', locked: true })
  await fresh(place, 'phone', 'door-locked', links.join, async (page) => {
    await pressJoin(page)
    await page.getByRole('heading', { name: phoneWords.join.stops.locked.heading }).waitFor()
  })
  await hall.must({ type: 'door.set', locked: false })
}

const everywhere = async (place: Place, views: Camera, moment: string, ready?: (page: Page, view: View) => Promise<void>) => {
  for (const view of inside) {
    if (!wants(place, view)) continue
    try {
      await ready?.(await views.page(view), view)
      await views.take(group, moment, view as 'phone')
    } catch (error) {
      place.album.missing.push({ file: `${group}/${moment}-${view}.png`, why: whyNot(error) })
    }
  }
}

/** Cut off with half a sentence on the phone; then full. */
const cutOff = async (place: Place, hall: Hall, views: Camera): Promise<void> => {
  await everywhere(place, views, 'offline', async (page, view) => {
    if (view === 'phone') await page.getByRole('textbox').first().fill('Een buurtgroep met een sleutel van de schuur')
    await page.context().setOffline(true)
    const said = view === 'screen' ? screenWords.away : view === 'desk' ? coachWords.lost : shared.connection.away
    await page.getByText(said).first().waitFor()
  })
  for (const view of inside) if (wants(place, view)) await (await views.page(view)).context().setOffline(false)
  const left = hall.ideas - 1
  await hall.write('idea', await hall.enter('ideas'), usual.ideas(left))
  if (!wants(place, 'phone')) return
  const page = await views.page('phone')
  await page.getByText(shared.connection.away).first().waitFor({ state: 'hidden' })
  for (const text of ['Een buurtgroep met een sleutel van de schuur', 'En een lijst aan de muur']) {
    await page.getByLabel(phoneWords.write.idea.label, { exact: true }).fill(text)
    await page.getByRole('button', { name: phoneWords.write.idea.send, exact: true }).last().click()
  }
  await page.getByText(phoneWords.own.state.refused).first().waitFor()
  await views.take(group, 'full', 'phone')
}

export const badMoments = async (
  browsers: Browsers,
  server: OwnServer,
  album: Album,
  host: string,
  only: string | undefined,
): Promise<void> => {
  console.log(group)
  const named = (url: string) => url.replace('127.0.0.1', host)
  const small = 5
  const tight = await startServer({ LIMIT_DESK_BATCH: '200', LIMIT_IDEAS_PER_PLEIN: `${small}`, LIMIT_TAKE_BACK: '300' })
  const place = { browsers, album, at: named(tight.url), only }
  try {
    const hall = await makeHall(tight.url, tight.key, 1, small)
    await atTheDoor(place, hall, tight.key)
    await hall.must({ type: 'plein.open' })
    await hall.enter('ideas')
    const views = camera(browsers, album, place.at, hall.made, tight.key)
    for (const view of inside) if (wants(place, view)) await views.page(view)
    await everywhere(place, views, 'alone')
    await cutOff(place, hall, views)
    for (const role of ['screen', 'owner'] as const)
      await hall.must({ type: 'link.rotate', role, secret: randomBytes(32).toString('base64url') })
    for (const view of ['screen', 'owner'] as const) if (wants(place, view)) await views.take(group, 'link-renewed', view)
    hall.leave()
    await views.close()
    if (wants(place, 'phone') || wants(place, 'desk')) await theBlog(place, tight)
  } finally {
    await tight.stop()
  }
  await theEnd({ ...place, at: named(server.url) }, server)
}

/** What the owner tells of it, read by somebody who was not there. */
const theBlog = async (place: Place, { url, key }: OwnServer): Promise<void> => {
  const hall = await makeHall(url, key, 3, 3)
  await hall.must({ type: 'plein.open' })
  await hall.write('idea', await hall.enter('ideas'), usual.ideas(3))
  await hall.must({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await hall.must({ type: 'framing.adopt', text: usual.adopted, sources: [] })
  await hall.must({ type: 'plein.close', confirmed: true })
  const { board, token } = hall.owner
  await board.until(() => board.map('plein').get('sealed') === true, 'closing can be taken back no more')
  const pen = await takePen(url, hall.owner, 'text/blog')
  await pen.write(blog)
  const { address } = await publishBlog(url, hall.made.id, token, pen.words())
  pen.put()
  hall.leave()
  for (const view of ['phone', 'desk'] as const) await fresh(place, view, 'blog', address)
}

/** Deleted while everybody is there, and found empty by who comes the day after. */
const theEnd = async (place: Place, server: OwnServer): Promise<void> => {
  const hall = await makeHall(server.url, server.key, 1, 0)
  await hall.must({ type: 'plein.open' })
  const views = camera(place.browsers, place.album, place.at, hall.made, server.key)
  for (const view of inside) if (wants(place, view)) await views.page(view)
  await fetch(`${server.url}/api/v1/pleins/${hall.made.id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${server.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ confirm: true }),
  })
  await everywhere(place, views, 'deleted', async (page, view) => {
    await page
      .getByText(view === 'screen' ? screenWords.knock.heading : shared.ended.deleted.heading)
      .first()
      .waitFor()
  })
  await fresh(place, 'phone', 'day-after', hall.made.links.join, async (page) => {
    await pressJoin(page)
    await page.getByRole('textbox').first().waitFor()
  })
  hall.leave()
  await views.close()
}

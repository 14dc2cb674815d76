import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { outcomeNl } from '../../client/words/outcome.nl.ts'
import { mailbox } from '../blog/mailbox.ts'
import { holds } from '../support/bytes.ts'
import { claim, type Phone } from '../support/phone.ts'
import { saved } from '../support/saved.ts'
import type { MadePlein } from '../support/server.ts'
import { asker, bearer, expectProblem, town } from './asking.ts'

const soon = { timeout: 15_000 }
const built = existsSync(fileURLToPath(new URL('../../dist/index.html', import.meta.url)))
const hour = 3_600_000

const said = ['De haven is van iedereen', 'Niemand luistert naar de schippers', 'Een vaste avond op de kade']

/** A Plein with three shared ideas, and its owner at work on the blog. `ahead`: milliseconds that the clock of the server is. */
const evening = async (env: Record<string, string> = {}, ahead = 0) => {
  const it = await town({ LIMIT_TAKE_BACK: '200', LIMIT_DESK_BATCH: '50', ...env })
  it.setClock(ahead)
  const made: MadePlein = await it.makePlein({
    title: 'Plein over de haven',
    locale: 'nl',
    programme: [{ kind: 'ideas' }, { kind: 'harvest' }],
  })
  const [joost, wim] = [await claim(it, 'Joost', made.links.coach), await claim(it, 'Wim', made.links.owner)]
  await joost.ask({ type: 'plein.open' })
  const [board, desk] = [joost.open('board'), joost.open('desk')]
  await expect.poll(() => board.provider.synced && desk.provider.synced, soon).toBe(true)
  const { current } = board.maps()['plein'] as { current: string }
  for (const text of said) await joost.ask({ type: 'idea.enter', as: 'idea', text, phase: current })
  await joost.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await expect.poll(() => board.doc.getMap('ideas').size, soon).toBe(3)
  const ideas = new Map([...board.doc.getMap<{ text: string }>('ideas')].map(([id, { text }]) => [text, id]))
  const blog = wim.open('text/blog')
  await expect.poll(() => blog.provider.synced, soon).toBe(true)
  const write = async (words: string): Promise<void> => {
    const field = blog.doc.getText('text')
    blog.doc.transact(() => {
      field.delete(0, field.length)
      field.insert(0, words)
    })
    await expect.poll(() => saved(wim, 'text/blog'), soon).toBe(true)
  }
  const path = `/api/v1/pleins/${made.id}/blog`
  const as =
    (who: Phone) =>
    (method: string, body?: unknown, at = path) =>
      it.ask(method, at, body, bearer(who.token))
  const close = async (): Promise<void> => {
    await joost.ask({ type: 'plein.close', confirmed: true })
    await expect.poll(async () => (await as(wim)('GET')).body.ready, soon).toBe(true)
  }
  return { ...it, made, joost, wim, ideas, write, path, close, asWim: as(wim), asJoost: as(joost) }
}

describe('the blog of the day after', () => {
  beforeAll(() => {
    if (!built) throw new Error('The client is not built: npm run build.')
  })

  it('K2 K3 K4 K5 is written by the owner, quotes what was shared, stands as a page without a script, and is taken back', async () => {
    const it = await evening()
    const { asWim, asJoost, write, ideas, joost, close, ask } = it
    const words = `# De kade\n\nHet ging niet zoals ik dacht.\n\n> ${said[0]}\n> — een idee uit de zaal\n\n> ${said[1]}\n\n[Hoe de vraag veranderde]`
    await write(words)
    // Reading it once more would not help yet.
    for (const some of [words, 'Andere woorden']) expectProblem(await asWim('POST', { words: some }), 409, 'blog-not-yet')
    expectProblem(await asWim('GET', undefined, `${it.path}.html`), 409, 'blog-not-yet')
    await joost.ask({ type: 'idea.hide', ideas: [ideas.get(said[1]!)!] })
    await close()
    const told = (await asWim('GET')).body
    expect(told).toMatchObject({ shared: false, published: null, ready: true })
    expect(told.quotes.map(({ text }: { text: string }) => text).sort()).toEqual(
      [...said.filter((one) => one !== said[1]), 'Hoe blijft de straat leefbaar?'].sort(),
    )
    expect(told.moments.length).toBe(3)
    const refused = await asWim('POST', { words })
    expectProblem(refused, 409, 'quote-withdrawn')
    expect(refused.body.quotes).toEqual([said[1]])
    expectProblem(await asWim('GET', undefined, `${it.path}.md`), 409, 'quote-withdrawn')
    expect(await ask('GET', '/blog/2026-11-27-plein-over-de-haven')).toMatchObject({ status: 404 })

    const fine = words.replace(`> ${said[1]}`, `Er was ook boosheid. <script>alert(1)</script>`)
    await write(fine)
    expectProblem(await asWim('POST', { words }), 409, 'blog-changed')
    for (const [who, status] of [[asJoost, 403]] as const) {
      expect((await who('POST', { words: fine })).status).toBe(status)
      expect((await who('DELETE')).status).toBe(status)
      expect((await who('GET', undefined, `${it.path}.html`)).status).toBe(status)
    }
    const published = await asWim('POST', { words: fine })
    expect(published.status, published.text).toBe(201)
    const { pathname } = new URL(published.body.address)
    expect(pathname).toMatch(/^\/blog\/\d{4}-\d\d-\d\d-plein-over-de-haven$/)
    const page = await ask('GET', pathname)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';(?!.*script)/)
    expect(page.text).toContain('<html lang="nl"')
    expect(page.text).toContain('<title>De kade</title>')
    expect(page.text).toContain(said[0])
    expect(page.text).toContain(outcomeNl.forms.presented)
    expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page.text).not.toMatch(/<script|Niemand luistert/)
    expect((await ask('HEAD', `${pathname}/`)).status).toBe(200)
    expectProblem(await ask('POST', pathname), 405, 'method-not-allowed')

    // What is typed next is not on the page before the owner says so.
    await write(`${fine}\n\nEn nog iets.`)
    expect((await ask('GET', pathname)).text).not.toContain('En nog iets.')
    expect((await asWim('POST', { words: `${fine}\n\nEn nog iets.` })).body.address).toBe(published.body.address)
    expect((await ask('GET', pathname)).text).toContain('En nog iets.')
    // A page is known by its moment where a backup is put back: whatever the clock, it is not that of the page before.
    const before = Date.parse((await asWim('GET')).body.published.at)
    it.setClock(-60_000)
    const again = await asWim('POST', { words: `${fine}\n\nEn nog iets.` })
    expect(Date.parse(again.body.at)).toBeGreaterThan(before)
    expect((await asWim('DELETE')).status).toBe(204)
    const once = await asWim('POST', { words: `${fine}\n\nEn nog iets.` })
    expect(Date.parse(once.body.at)).toBeGreaterThan(Date.parse(again.body.at))
    it.setClock(0)
    const file = await asWim('GET', undefined, `${it.path}.html`)
    expect(file.headers.get('content-disposition')).toMatch(/attachment; filename="\d{4}-\d\d-\d\d-blog-plein-over-de-haven\.html"/)
    expect(file.text).not.toMatch(/<link|<script|src=/)
    expect((await asWim('GET', undefined, `${it.path}.md`)).text).toContain(`> ${said[0]}`)

    expect((await asWim('DELETE')).status).toBe(204)
    expect((await asWim('DELETE')).status).toBe(204)
    const gone = await ask('GET', pathname, undefined, { 'Accept-Language': 'nl' })
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('Hier staat geen blog')
    expect((await asWim('GET')).body.published).toBeNull()
    await it.restart()
    expect((await ask('GET', pathname)).status).toBe(404)
    expect((await asWim('POST', { words: `${fine}\n\nEn nog iets.` })).body.address).toBe(published.body.address)
    expect((await ask('DELETE', `/api/v1/pleins/${it.made.id}`, { confirm: true }, it.organiser)).status).toBe(204)
    expect((await ask('GET', pathname)).status).toBe(404)
  })

  it('K5 two Pleinen of one name and one day have two addresses', async () => {
    // Noon of the next day: no midnight falls between the two.
    const it = await evening({}, 36 * hour - (Date.now() % (24 * hour)))
    const words = 'Kort mag.'
    await it.write(words)
    await it.close()
    const first = (await it.asWim('POST', { words })).body.address as string
    const other = await it.makePlein({ title: 'Plein over de haven', locale: 'nl' })
    const [joost, wim] = [await claim(it, 'Joost', other.links.coach), await claim(it, 'Wim', other.links.owner)]
    await joost.ask({ type: 'plein.open' })
    await joost.ask({ type: 'plein.close', confirmed: true })
    const blog = wim.open('text/blog')
    await expect.poll(() => blog.provider.synced, soon).toBe(true)
    blog.doc.getText('text').insert(0, words)
    const publish = () => it.ask('POST', `/api/v1/pleins/${other.id}/blog`, { words }, bearer(wim.token))
    await expect.poll(async () => (await publish()).status, soon).toBe(201)
    const second = (await publish()).body.address as string
    expect(second).toMatch(new RegExp(`^${first}-[a-z0-9]{7}$`))
    expect((await it.ask('GET', new URL(second).pathname)).status).toBe(200)
    // On its date nobody reads it any more, also while the server has not deleted it yet.
    await it.restart(91 * 24 * hour)
    expect((await it.ask('GET', new URL(second).pathname)).status).toBe(404)
  })

  it('K6 without mail the text is offered, and no address is taken', async () => {
    const it = await evening()
    const reminder = `${it.path.replace(/blog$/, 'reminder')}`
    for (const who of [it.asWim, it.asJoost]) {
      const { body } = await who('GET', undefined, reminder)
      expect(body).toMatchObject({ mails: false, state: null, at: null })
      expect(body.text).toContain(`/eigenaar/${it.made.id}`)
      expect(body.text).not.toMatch(/[?#]\S/)
    }
    expectProblem(await it.asWim('POST', { address: 'wim@haven.example' }, reminder), 409, 'mail-not-set')
    expect((await it.ask('GET', reminder, undefined, it.organiser)).status).toBe(401)
  })

  it('K6 S5 the mail goes the morning after, also when the server was off at night; then the address is in no file any more', async () => {
    const box = await mailbox()
    const it = await evening({ SMTP_URL: box.url, MAIL_FROM: 'Plein <plein@stad.example>' })
    const reminder = `${it.path.replace(/blog$/, 'reminder')}`
    expectProblem(await it.asWim('POST', { address: 'wim' }, reminder), 400, 'bad-request')
    expectProblem(await it.asWim('POST', { address: 'wim@haven.example\r\nBcc: x@y.example' }, reminder), 400, 'bad-request')
    expect((await it.asJoost('POST', { address: 'joost@haven.example' }, reminder)).status).toBe(403)
    expect((await it.asWim('POST', { address: 'eerst@haven.example' }, reminder)).status).toBe(204)
    expect((await it.asWim('DELETE', undefined, reminder)).status).toBe(204)
    expect((await it.asWim('GET', undefined, reminder)).body).toMatchObject({ mails: true, state: null })
    expect((await it.asWim('POST', { address: 'wim.van.de.haven@haven.example' }, reminder)).status).toBe(204)
    const shown = await it.asJoost('GET', undefined, reminder)
    expect(shown.body.state).toBe('waiting')
    expect(shown.text).not.toContain('wim.van')
    await it.close()
    const at = Date.parse((await it.asWim('GET', undefined, reminder)).body.at)
    expect(box.mails).toEqual([])
    await it.restart(at - Date.now() + 1000)
    await expect.poll(() => box.mails.length, soon).toBe(1)
    expect(box.mails[0]?.to).toEqual(['wim.van.de.haven@haven.example'])
    await expect.poll(async () => (await it.asWim('GET', undefined, reminder)).body.state, soon).toBe('sent')
    await it.restart(hour)
    expectProblem(await it.asWim('POST', { address: 'wim@haven.example' }, reminder), 409, 'reminder-too-late')
    await it.stop()
    expect(box.mails).toHaveLength(1)
    const addresses = ['wim.van.de.haven@', 'eerst@haven']
    expect(holds(it.folder, addresses)).toEqual([])
    for (const address of addresses) expect(it.log()).not.toContain(address)
  })
})

it('R5 K1 without a seat of this Plein there is no blog, whatever is asked', async () => {
  const it = await town()
  const [one, two] = [await it.makePlein(), await it.makePlein()]
  const foreign = await it.claim(two.links.owner)
  const participant = await it.join(one.code)
  const ask = asker(it.origin)
  const deeds: [string, string, unknown?][] = [
    ['GET', 'blog'],
    ['GET', 'blog.html'],
    ['POST', 'blog', { words: 'x' }],
    ['PATCH', 'blog', { shared: true }],
    ['DELETE', 'blog'],
    ['GET', 'reminder'],
    ['POST', 'reminder', { address: 'wim@haven.example' }],
    ['DELETE', 'reminder'],
  ]
  for (const [method, path, body] of deeds)
    for (const token of [foreign, participant]) {
      const { status, body: told } = await ask(method, `/api/v1/pleins/${one.id}/${path}`, body, bearer(token))
      expect([method, path, status, told?.code]).toEqual([method, path, 403, 'not-allowed'])
    }
})

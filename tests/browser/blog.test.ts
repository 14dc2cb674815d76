/** The day after: a mail in the morning, an honest story, and a page that anybody can read. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { blog as pageWords } from '../../client/words/blog.nl.ts'
import { coach as coachWords } from '../../client/words/coach.nl.ts'
import { dayAfter as w } from '../../client/words/dayAfter.nl.ts'
import { chainLines } from '../../shared/blog/blocks.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { certificate } from '../blog/certificate.ts'
import { mailbox } from '../blog/mailbox.ts'
import { silent, violations } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { hardToHear } from '../support/ears.ts'
import { misfits } from '../support/fits.ts'
import { claim } from '../support/phone.ts'
import { startServer } from '../support/server.ts'
import { button, sizes } from '../support/views.ts'

const pictures = process.env['PICTURES']
const long = { timeout: 30_000 }
const ok = (answer: Answer): void => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
}
const look = async (page: Page, name: string) => pictures && page.screenshot({ path: `${pictures}/blog-${name}.png`, fullPage: true })

const said = [
  'Een vaste avond met de schippers',
  'De kade moet open blijven, ook als het donker is',
  'Vraag het de kinderen van de Havenstraat',
]
const asked = 'Hoe blijft de haven van iedereen?'
const turned = 'Wie voelt zich thuis in de haven, en wie niet?'

const town = async () => {
  const box = await mailbox()
  const server = await startServer({
    SMTP_URL: box.url,
    MAIL_FROM: 'Plein <plein@stad.example>',
    LIMIT_TAKE_BACK: '300',
    LIMIT_DESK_BATCH: '100',
  })
  const made = await server.makePlein([{ kind: 'ideas', title: 'Stil schrijven' }, { kind: 'reframe' }, { kind: 'harvest' }])
  const coach = await claim(server, 'Anneke', made.links.coach)
  const [board, desk] = [coach.open('board'), coach.open('desk')]
  await expect.poll(() => board.provider.synced && desk.provider.synced, long).toBe(true)
  ok(await coach.ask({ type: 'framing.correct', framing: [...board.doc.getMap('framings').keys()][0] as string, text: asked }))
  ok(await coach.ask({ type: 'plein.open' }))
  await expect.poll(() => board.maps()['plein']?.['current'], long).toBeTruthy()
  const now = () => board.maps()['plein']?.['current'] as string
  for (const text of said) ok(await coach.ask({ type: 'idea.enter', as: 'idea', text, phase: now() }))
  ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' }))
  await expect.poll(() => board.doc.getMap('ideas').size, long).toBe(3)
  const [first] = board.doc.getMap('ideas').keys()
  ok(await coach.ask({ type: 'phase.next' }))
  ok(await coach.ask({ type: 'framing.adopt', text: turned, sources: [{ kind: 'idea', id: first as string }] }))
  ok(await coach.ask({ type: 'phase.next' }))
  await expect.poll(() => [...board.doc.getMap<{ kind: string }>('phases')].find(([id]) => id === now())?.[1].kind, long).toBe('harvest')
  ok(await coach.ask({ type: 'idea.enter', as: 'closing', text: 'Ik ga vaker luisteren op de kade', phase: now() }))
  ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as: 'closing' }))

  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const faults: string[] = []
  const device = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => /Content Security Policy|Uncaught|React/.test(message.text()) && faults.push(message.text()))
    page.on('request', (request) => !request.url().startsWith(server.origin) && faults.push(request.url()))
    return page
  }
  return { box, server, made, coach, device, faults }
}

test('K1 K2 K3 K4 K5 K6 the morning after one mail comes; the owner tells the story with what was shared, publishes it in two presses, and a stranger reads it without a script', async () => {
  const { box, server, made, coach, device, faults } = await town()
  const owner = await device({ viewport: sizes.desk })
  await owner.goto(made.links.owner)
  await owner.getByLabel(w.reminder.address).fill('wim')
  await button(owner, w.reminder.send).click()
  await owner.getByText(w.reminder.wrong).waitFor()
  await owner.getByLabel(w.reminder.address).fill('wim@haven.example')
  await button(owner, w.reminder.send).click()
  await owner.getByText(w.reminder.waiting).waitFor()
  ok(await coach.ask({ type: 'plein.close', confirmed: true }))
  await owner.getByRole('heading', { name: w.heading }).waitFor()
  await owner.getByText(/^De mail komt op .* 0?8:30\.$/).waitFor()
  await look(owner, 'empty')
  expect(await violations(owner)).toEqual([])

  // The server was off at night. At whatever hour this runs, a day and a half later the morning after has been.
  await server.restart(36 * 3_600_000)
  await expect.poll(() => box.mails.length, long).toBe(1)
  expect(box.mails[0]?.to).toEqual(['wim@haven.example'])
  await owner.reload()
  await owner.getByText(w.reminder.sent).waitFor()

  await button(owner, w.begin).click()
  const field = owner.getByLabel(w.label, { exact: true })
  await expect.poll(() => field.inputValue()).toContain(`## ${w.skeleton[0]}`)
  const desk = await device({ viewport: sizes.desk })
  await desk.goto(made.links.coach)
  await button(desk, coachWords.cover.no).click()
  await desk.getByRole('heading', { name: w.reminder.heading }).waitFor()
  await desk.getByText(w.reminder.coach.sent).waitFor()
  expect(await desk.getByLabel(w.labelCoach).count()).toBe(0)
  await button(owner, w.together.share).click()
  await owner.getByText(w.together.both).waitFor()
  const along = desk.getByLabel(w.labelCoach, { exact: true })
  await expect.poll(() => along.inputValue(), long).toContain(`## ${w.skeleton[0]}`)
  await look(desk, 'desk')

  // Below the first heading: it is where the owner wrote last.
  await field.focus()
  await owner.keyboard.press('Control+Home')
  await owner.keyboard.press('End')
  await owner.keyboard.press('Enter')
  await owner.keyboard.press('Enter')
  await owner.keyboard.type('Het liep anders dan ik dacht. Ik praatte te veel.')
  await button(owner, w.kit.putThis(w.kit.chain)).click()
  await owner.getByText(w.kit.moments(3)).click()
  await look(owner, 'kit')
  await button(owner, w.kit.putThis(pageWords.moments.turn.heading)).click()
  await owner.getByText(w.kit.quotes(6)).click()
  await owner.getByLabel(w.kit.find).fill('kade')
  await owner.getByText(w.kit.found(2)).waitFor()
  for (const text of ['Ik ga vaker luisteren op de kade', said[1]!]) await button(owner, w.kit.putThis(text)).click()
  const words = await field.inputValue()
  const order = [w.skeleton[0]!, 'Ik praatte te veel.', chainLines.nl, turned, '> Ik ga vaker luisteren', `> ${said[1]}`, w.skeleton[1]!]
  expect(order.map((part) => words.indexOf(part))).toEqual(order.map((part) => words.indexOf(part)).toSorted((a, b) => a - b))
  expect(words).not.toMatch(/^-1/)
  await expect.poll(() => along.inputValue(), long).toBe(words)
  // What the room never said cannot go out.
  await field.fill(`${words}\n\n> Dit heeft niemand gezegd`)
  await owner.getByText(w.strange(1)).waitFor()
  expect(await button(owner, w.look).getAttribute('aria-disabled')).toBe('true')
  await look(owner, 'strange')
  await field.fill(words)
  await owner.getByText(w.strange(1)).waitFor({ state: 'detached' })
  await expect.poll(() => button(owner, w.look).getAttribute('aria-disabled'), long).toBeNull()
  for (const viewport of [{ width: 320, height: 640 }, sizes.desk]) {
    await owner.setViewportSize(viewport)
    expect(await misfits(owner)).toEqual([])
    expect(await violations(owner)).toEqual([])
    expect(await silent(owner)).toEqual([])
    await look(owner, `written-${viewport.width}`)
  }

  await button(owner, w.look).click()
  await look(owner, 'preview')
  expect(await violations(owner)).toEqual([])
  await button(owner, w.preview.publish).click()
  const link = owner.getByRole('link', { name: /\/blog\// })
  const address = (await link.getAttribute('href')) ?? ''
  expect(new URL(address).origin).toBe(server.origin)

  const stranger = await device({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  const answer = await stranger.goto(address)
  expect([answer?.status(), await stranger.title()]).toEqual([200, pageWords.title('Plein over het groen')])
  for (const text of ['Ik praatte te veel.', 'Ik ga vaker luisteren op de kade', said[1]!]) await stranger.getByText(text).first().waitFor()
  expect(await stranger.locator('.story > li').count()).toBe(2)
  expect(await stranger.locator('.plate').first().innerText()).toBe(asked)
  expect(await stranger.locator('script').count()).toBe(0)
  await look(stranger, 'page-320')
  await stranger.setViewportSize(sizes.desk)
  await look(stranger, 'page')
  const reader = await device({ viewport: { width: 320, height: 640 } })
  await reader.goto(address)
  expect(await misfits(reader)).toEqual([])
  expect([...(await violations(reader)), ...(await hardToHear(reader))]).toEqual([])
  await reader.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(reader)).toEqual([])
  await reader.emulateMedia({ media: 'print' })
  await look(reader, 'print')

  await button(owner, w.published.takeBack).click()
  await owner.getByText(w.published.gone).waitFor()
  expect((await stranger.goto(address))?.status()).toBe(404)
  await stranger.getByText(pageWords.gone.title).waitFor()
  await look(stranger, 'gone')
  await button(owner, w.together.stop).click()
  await expect.poll(() => desk.getByLabel(w.labelCoach).count(), long).toBe(0)
  expect(box.mails).toHaveLength(1)
  expect(faults.filter((fault) => !/ERR_|WebSocket|socket\.io|yjs/.test(fault))).toEqual([])
})

test('K6 while the mail server is not trusted, owner and desk say that no mail went, and offer its text', async () => {
  const box = await mailbox(undefined, certificate(['mail.elders.example']))
  const server = await startServer({ SMTP_URL: box.url, MAIL_FROM: 'Plein <plein@stad.example>', LIMIT_TAKE_BACK: '300' })
  const made = await server.makePlein()
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const coach = await claim(server, 'Anneke', made.links.coach)
  ok(await coach.ask({ type: 'plein.open' }))
  const owner = await (await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', viewport: sizes.phone })).newPage()
  await owner.goto(made.links.owner)
  await owner.getByLabel(w.reminder.address).fill('wim@haven.example')
  await button(owner, w.reminder.send).click()
  await owner.getByText(w.reminder.waiting).waitFor()
  ok(await coach.ask({ type: 'plein.close', confirmed: true }))
  await owner.getByText(/^De mail komt op .* 0?8:30\.$/).waitFor()
  await server.restart(36 * 3_600_000)
  await expect.poll(() => server.log(), long).toContain('certificate-not-trusted')
  expect(server.log()).not.toContain('wim@')
  await owner.reload()
  await owner.getByText(w.reminder.refused).waitFor()
  const desk = await (await browser.newContext({ locale: 'nl-NL', viewport: sizes.desk })).newPage()
  await desk.goto(made.links.coach)
  await button(desk, coachWords.cover.no).click()
  await desk.getByText(w.reminder.coach.refused).waitFor()
  for (const page of [owner, desk]) {
    await page.getByText(w.reminder.text).click()
    await page.getByText(pageWords.letter.subject('Plein over het groen')).waitFor()
    await page.getByRole('link', { name: w.reminder.program }).waitFor()
    expect(await violations(page)).toEqual([])
    await look(page, page === desk ? 'refused-desk' : 'refused-owner')
  }
  expect(box.mails).toEqual([])
})

test('K6 where the server sends no mail, owner and desk say so and offer its text', async () => {
  const server = await startServer()
  const made = await server.makePlein()
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const coach = await claim(server, 'Anneke', made.links.coach)
  ok(await coach.ask({ type: 'plein.open' }))
  ok(await coach.ask({ type: 'plein.close', confirmed: true }))
  for (const [link, sentence] of [
    [made.links.owner, w.reminder.noMail],
    [made.links.coach, w.reminder.coach.noMail],
  ] as const) {
    const page = await (await browser.newContext({ locale: 'nl-NL', viewport: sizes.desk })).newPage()
    await page.goto(link)
    if (link === made.links.coach) await button(page, coachWords.cover.no).click()
    await page.getByText(sentence).waitFor()
    await page.getByText(w.reminder.text).click()
    await page.getByText(pageWords.letter.subject('Plein over het groen')).waitFor()
    const mail = new URL((await page.getByRole('link', { name: w.reminder.program }).getAttribute('href')) ?? '')
    expect(mail.protocol).toBe('mailto:')
    expect(mail.searchParams.get('body')).toContain(`/eigenaar/${made.id}`)
    expect(await page.getByLabel(w.reminder.address).count()).toBe(0)
    expect(await violations(page)).toEqual([])
  }
})

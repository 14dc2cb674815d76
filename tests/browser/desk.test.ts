import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import { claim } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, press, readQr, sizes, type Theatre, theatre } from '../support/views.ts'

const made = async (it: Theatre, kinds: PhaseKind[]): Promise<MadePlein> => {
  const answer = await fetch(`${it.server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein over de brug',
      dilemma: 'Wie mag er over de brug?',
      programme: kinds.map((kind) => ({ kind })),
    }),
  })
  return (await answer.json()) as MadePlein
}
const at = (it: Theatre, link: string): string => link.replace(/^https?:\/\/[^/]+/, it.origin)
const openAt = async (it: Theatre, link: string, size: { width: number; height: number }): Promise<Page> => {
  const page = await it.device(size)
  await page.goto(at(it, link))
  return page
}
const step = (desk: Page, name: string) => desk.locator('.roomcheck > li', { has: desk.locator('strong', { hasText: name }) })
/** Where the room is, as the programme says it. */
const roomAt = (desk: Page, kind: PhaseKind) => desk.locator('.rail-now').getByText(w.kinds[kind]).waitFor()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

test('R3 a new coach: a Zaalcheck that ticks itself, a Wi-Fi picture that stays on the device, and a second coach by code', async () => {
  const it = await theatre()
  const plein = await made(it, ['welcome', 'ideas', 'cluster'])
  const desk = await openAt(it, plein.links.coach, sizes.desk)
  const sent: string[] = []
  desk.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  desk.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  await button(desk, w.cover.no).click()

  // The picture for the wall: odd characters are meant as they are.
  await desk.getByText(w.room.wifiFill).click()
  await desk.getByLabel(w.room.wifiName).fill('Brug; de "zaal"')
  await desk.getByLabel(w.room.wifiPassword).fill('a,b:c\\d')
  expect(await readQr(step(desk, w.room.wifi))).toBe('WIFI:T:WPA;S:Brug\\; de \\"zaal\\";P:a\\,b\\:c\\\\d;;')
  await button(desk, w.room.print).click()
  const sheet = desk.locator('.print-sheet')
  expect(await sheet.locator('svg.qr').count()).toBe(2)
  await desk.emulateMedia({ media: 'print' })
  await expect.poll(() => desk.locator('.rail').evaluate((part) => getComputedStyle(part).visibility)).toBe('hidden')
  expect(await sheet.evaluate((part) => getComputedStyle(part).visibility)).toBe('visible')
  await desk.emulateMedia({ media: null })
  await desk.keyboard.press('Escape')
  await desk.reload()
  await step(desk, w.room.wifi).and(desk.locator('.done')).getByText('Brug; de "zaal"').first().waitFor()

  const wifiKept = () => desk.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('wifi')))
  expect(await wifiKept()).toHaveLength(2)
  await button(desk, w.room.wifiForget).click()
  expect(await wifiKept()).toEqual([])
  expect(await desk.getByLabel(w.room.wifiName).evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await button(desk, w.room.wifiForget).count()).toBe(0)
  await desk.getByLabel(w.room.wifiPassword).fill('a,b:c')

  // A screen by its short code, a phone by the picture: each line ticks itself.
  const wall = await it.device(sizes.screen)
  await wall.goto(`${it.origin}/scherm`)
  await wall.getByRole('heading', { name: screen.knock.heading }).waitFor()
  await step(desk, w.room.screen)
    .getByLabel(w.manage.admitCode)
    .fill(await wall.locator('.knock-code').innerText())
  await button(desk, w.manage.admitScreen).click()
  await wall.waitForURL('**/scherm/*')
  await step(desk, w.room.screen).and(desk.locator('.done')).waitFor()
  // The form has left the page with the focus in it.
  expect(await desk.evaluate(() => document.activeElement === document.body)).toBe(false)
  const fatma = await openAt(it, plein.links.join, sizes.phone)
  await button(fatma, phone.join.go).click()
  for (const name of [w.room.phone, w.room.line]) await step(desk, name).and(desk.locator('.done')).waitFor()

  const other = await it.device(sizes.desk)
  await other.goto(`${it.origin}/coach`)
  await desk.getByText(w.room.coachAdmit).click()
  await step(desk, w.room.coach)
    .getByLabel(w.manage.admitCode)
    .fill(await other.locator('.knock-code').innerText())
  await button(desk, w.manage.admitCoach).click()
  await step(desk, w.room.coach).and(desk.locator('.done')).waitFor()

  // Both desks are live: one opens, the other moves, and each sees what the other did.
  await button(other, w.manage.open).click()
  await roomAt(desk, 'welcome')
  await button(desk, w.rail.next(w.kinds.ideas), false).click()
  await roomAt(other, 'ideas')
  await button(other, w.rail.next(w.kinds.cluster), false).click()
  await roomAt(desk, 'cluster')
  // Nothing of this desk's own is left to take back, and its page stays where it was.
  // By itself it would go after ten seconds.
  await button(desk, w.rail.backTo(w.kinds.welcome), false).waitFor({ state: 'detached', timeout: 6000 })
  await desk.getByRole('tab', { name: w.sheets.groups }).click()
  await button(desk, w.groups.createEmpty).click()
  await desk.getByRole('dialog').getByLabel(w.groups.name).fill('De helling')
  await desk.keyboard.press('Enter')
  await press(button(other, w.undo.anyTitle(w.steps.created)))
  await button(other, w.undo.anyTitle(w.steps.created)).waitFor({ state: 'detached' })
  await desk.getByRole('heading', { name: 'De helling' }).waitFor({ state: 'detached' })

  // The draft that is written with the owner stands under the question itself; empty, it is nothing to have kept.
  await desk.getByRole('tab', { name: w.sheets.question }).click()
  const headings = desk.getByRole('tabpanel').getByRole('heading', { level: 2 })
  await expect.poll(async () => (await headings.allInnerTexts()).slice(0, 2)).toEqual([w.question.adopt, w.question.draft])
  const draft = desk.getByLabel(w.question.draft)
  const state = desk.locator('section.panel', { has: draft }).locator('.row').getByRole('status')
  await expect.poll(() => draft.getAttribute('readonly')).toBeNull()
  await expect.poll(() => state.innerText()).toBe('')
  await draft.fill('Wie mag erover?')
  await state.getByText(w.question.saved).waitFor()

  // What was the room's own goes when this desk can be used no more.
  expect(await wifiKept()).toHaveLength(1)
  const gone = await fetch(`${it.server.origin}/api/v1/pleins/${plein.id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ confirm: true }),
  })
  expect(gone.ok).toBe(true)
  await desk.getByRole('heading', { name: shared.ended.deleted.heading }).waitFor()
  await expect.poll(wifiKept).toEqual([])

  expect(sent.length).toBeGreaterThan(3)
  for (const message of sent) expect(message).not.toMatch(/zaal|a,b:c/)
  expect(it.faults).toEqual([])
})

test('P4 R2 the room is moved by keyboard: start, something else, the way back under the same key; the screen large, black and by page; a slip takes no time off the clock', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '20000' })
  const plein = await made(it, ['ideas', 'cluster', 'pause'])
  const robot = await claim({ origin: it.server.origin } as TestServer, 'Anneke', plein.links.coach)
  const desk = await openAt(it, plein.links.coach, sizes.desk)
  await button(desk, w.manage.open).waitFor()
  await robot.ask({ type: 'plein.open' })
  const board = robot.open('board').doc
  const phases = board.getMap<{ kind: PhaseKind }>('phases')
  await expect.poll(() => phases.size).toBe(3)
  const ideas = [...phases].find(([, { kind }]) => kind === 'ideas')![0]

  // One card: what is asked, one tap for the clock. Nobody has answered yet who sees this device, so text is covered.
  await desk.getByRole('heading', { name: w.kinds.ideas }).waitFor()
  await desk.locator('.now-asked').getByText(w.prompts.ideas).waitFor()
  await button(desk, w.timer.startPlanned(10)).click()
  await desk.getByText(w.now.left('9:5', false), { exact: false }).first().waitFor()
  for (let n = 0; n < 70; n++)
    await robot.ask({ type: 'idea.enter', as: 'idea', text: `Een gedachte over de brug die wat ruimte vraagt, nummer ${n}`, phase: ideas })
  await desk.getByRole('tab', { name: w.sheets.ideas }).click()
  await button(desk, w.cover.covered).first().waitFor()
  // All of them are here, and each behind its own flap.
  await desk.locator('.panel-head h2 b').first().getByText('70', { exact: true }).waitFor()
  expect(await desk.getByText('nummer 3', { exact: false }).count()).toBe(0)
  // One of them is read, and goes back behind its flap by itself; meanwhile the keys are switched off and on.
  const flaps = await desk.locator('.flap').count()
  await button(desk, w.cover.covered).first().click()
  await expect.poll(() => desk.locator('.flap').count()).toBe(flaps - 1)
  const tab = (name: keyof typeof w.sheets) => desk.getByRole('tab', { name: new RegExp(`^${w.sheets[name]}`) })
  const letters = () => desk.getByRole('checkbox', { name: w.manage.keys })
  await desk.keyboard.press('?')
  await letters().uncheck()
  await desk.keyboard.press('Escape')
  await desk.keyboard.press('v')
  expect(await tab('ideas').getAttribute('aria-selected')).toBe('true')
  await tab('manage').click()
  await letters().check()
  await desk.keyboard.press('v')
  await expect.poll(() => tab('votes').getAttribute('aria-selected')).toBe('true')
  await desk.keyboard.press('f')
  await expect.poll(() => desk.evaluate(() => document.fullscreenElement !== null)).toBe(true)
  await desk.keyboard.press('f')
  await expect.poll(() => desk.evaluate(() => document.fullscreenElement !== null)).toBe(false)
  // The button that moved the room is the way back, and then next again. Each time it shows for half a second that it waits: neither the
  // second half of a double tap nor a thumb that was on its way to what stood there moves the room.
  const turns = desk.locator('.moves > .action > button').evaluate(
    (button) =>
      new Promise<string[]>((done) => {
        const seen = new Set<string>()
        const watch = new MutationObserver(() => {
          if (button.getAttribute('aria-busy') !== 'true') return
          const look = button.closest('.action-back') ? 'back' : 'next'
          if (seen.has(look)) return
          const why = document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent
          seen.add(look).add(`${look}: ${why} ${getComputedStyle(button).cursor}`)
          button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
          if (look === 'next') done([...seen])
        })
        watch.observe(button.closest('.moves')!, { attributes: true, childList: true, subtree: true })
      }),
  )
  await button(desk, w.rail.next(w.kinds.cluster), false).click()
  await roomAt(desk, 'cluster')
  await tab('ideas').click()
  await button(desk, w.cover.covered).first().click()
  await expect.poll(() => desk.locator('.flap').count()).toBe(flaps - 1)
  await expect.poll(() => desk.locator('.flap').count()).toBe(flaps)
  await roomAt(desk, 'cluster')
  expect(await turns).toEqual(['back', `back: ${w.rail.turning} progress`, 'next', `next: ${w.rail.turning} progress`])
  await desk.locator('.moves > .action > button:not([aria-busy])', { hasText: w.rail.next(w.kinds.pause) }).waitFor()
  await roomAt(desk, 'cluster')
  await robot.ask({ type: 'phase.enter', phase: ideas })
  await roomAt(desk, 'ideas')
  await desk.keyboard.press('t')
  await desk.locator('.desk-head .clock', { hasText: '9:5' }).waitFor()
  await button(desk, w.cover.no).click()
  await desk.getByText('nummer 3', { exact: false }).first().waitFor()
  await robot.ask({ type: 'ideas.release', ideas: 'all' })

  // The screen: pages, the code large, nothing at all, and back, each in one tap and in words.
  const side = desk.locator('.on-screen')
  const shown = () => board.getMap('plein').get('show')
  const onPage = (page: number) => side.locator('.on-screen-page').getByText(w.side.page(page, 0).replace('0', '').trim()).waitFor()
  await onPage(1)
  await button(side, w.side.pageOn).click()
  await onPage(2)
  await expect.poll(shown).toEqual({ on: 'phase', page: 1 })
  // Where ideas come in live the newest page is shown by itself: left by turning, and come back to in one tap.
  expect(await button(side, w.side.newest).count()).toBe(0)
  await robot.ask({ type: 'phase.edit', phase: ideas, settings: { hidden: false } })
  await button(side, w.side.newest).click()
  await expect.poll(shown).toEqual({ on: 'phase', page: null })
  await side.locator('[aria-pressed=true]', { hasText: w.side.newest }).waitFor()
  await robot.ask({ type: 'phase.edit', phase: ideas, settings: { hidden: true } })
  await button(side, w.side.qr).click()
  await side.locator('.on-screen-now').getByText(w.shown.join).waitFor()
  await expect.poll(shown).toEqual({ on: 'join' })
  await button(side, w.side.dark).click()
  await side.locator('.on-screen-now').getByText(w.shown.dark).waitFor()
  await button(side, w.side.dark).click()
  await side.locator('.on-screen-now').getByText(w.shown.cards(w.contributions.idea, 70)).waitFor()

  // By letter: the idea under the focus is hidden, and comes back.
  const onBoard = () => board.getMap('ideas').size
  await tab('groups').click()
  await desk.keyboard.press('j')
  await expect.poll(() => desk.evaluate(() => document.activeElement?.getAttribute('role'))).not.toBe('tab')
  await desk.keyboard.press('h')
  await expect.poll(onBoard).toBe(69)
  await desk.keyboard.press('z')
  await expect.poll(onBoard).toBe(70)

  // Something else in two presses; the pressed button is the way back; the clock runs on as if nothing had happened.
  await desk.getByRole('tab', { name: w.sheets.now }).focus()
  await desk.keyboard.press('?')
  await desk.getByRole('dialog', { name: w.keys.heading }).waitFor()
  await desk.keyboard.press('Escape')
  await button(desk, w.rail.otherwise).focus()
  await desk.keyboard.press('Enter')
  const play = button(desk.locator('.kinds'), w.kinds.vote)
  await play.focus()
  await desk.keyboard.press('Enter')
  const back = button(desk.locator('.kinds'), w.rail.backTo(w.kinds.ideas), false)
  await back.waitFor()
  expect(await focused(desk)).toContain(w.rail.backTo(w.kinds.ideas))
  // Of ten minutes; where the machine is slow, some are over.
  const resume = button(desk, new RegExp(`^Verder met ${w.kinds.ideas} \\(nog [5-9]:`))
  expect(await resume.count()).toBe(0)
  await desk.keyboard.press('Enter')
  await button(desk, w.timer.pause).first().waitFor()
  await desk
    .getByText(new RegExp(w.now.left('[5-9]:', false)))
    .first()
    .waitFor()
  expect(await focused(desk)).not.toBe('')

  // What another coach put in between is left by the button that says so, with the time that was left; gone on with, it is offered no more.
  await robot.ask({ type: 'phase.play', kind: 'pause' })
  await resume.click()
  await roomAt(desk, 'ideas')
  await robot.ask({ type: 'timer.resume' })
  await robot.ask({ type: 'phase.play', kind: 'pause' })
  await resume.waitFor()
  await robot.ask({ type: 'phase.next' })
  await roomAt(desk, 'cluster')
  await resume.waitFor({ state: 'detached' })
  await robot.ask({ type: 'phase.enter', phase: ideas })
  await roomAt(desk, 'ideas')
  await robot.ask({ type: 'timer.resume' })
  await button(desk, w.timer.pause).first().waitFor()

  // The interlude has been, and next passes it. The second half of a double tap is no way back; a key is.
  await desk.getByRole('listitem').filter({ hasText: w.kinds.vote }).filter({ hasText: w.rail.between }).getByText(w.rail.done).waitFor()
  await button(desk, w.rail.next(w.kinds.cluster), false).first().dblclick()
  await button(desk, w.rail.backTo(w.kinds.ideas), false).waitFor()
  await roomAt(desk, 'cluster')
  await desk.keyboard.press('ArrowLeft')
  await roomAt(desk, 'ideas')

  // A slip with the arrow, taken back with the other one without a question.
  await desk.keyboard.press('ArrowRight')
  await button(desk, w.rail.backTo(w.kinds.ideas), false).waitFor()
  await desk.keyboard.press('ArrowLeft')
  await roomAt(desk, 'ideas')
  await button(desk, w.timer.pause).first().waitFor()
  expect(await desk.getByRole('dialog').count()).toBe(0)
  await desk.keyboard.press('t')
  await button(desk, w.timer.resume).first().waitFor()
  await button(desk, w.rail.next(w.kinds.cluster), false).first().waitFor()

  // A form that was half filled in stands there again after a reload.
  await desk.locator('.rail-now button').first().click()
  await desk.getByText(w.rail.change).click()
  await button(desk, w.rail.edit).click()
  await desk.getByRole('dialog').getByLabel(w.phase.title).fill('De brug op')
  await desk.reload()
  expect(await desk.getByRole('dialog').getByLabel(w.phase.title).inputValue()).toBe('De brug op')
  await button(desk, w.save).click()
  await desk.locator('.rail-now').getByText('De brug op').waitFor()

  // An interlude is entered again on purpose. R is the result of the last round, on and off.
  const vote = [...phases].find(([, { kind }]) => kind === 'vote')![0]
  await robot.ask({ type: 'phase.enter', phase: vote })
  await roomAt(desk, 'vote')
  for (const [at, idea] of [...board.getMap('ideas').keys()].slice(0, 2).entries())
    await robot.ask({ type: 'cluster.create', name: `Groep ${at}`, ideas: [idea] })
  const rounds = board.getMap<{ status: string; revealed: boolean }>('rounds')
  const { round } = (await robot.ask({ type: 'round.open' })) as { round?: string }
  await robot.ask({ type: 'round.close', round: round ?? '', confirmed: true })
  await expect.poll(() => rounds.get(round ?? '')?.status).toBe('closed')
  await tab('votes').click()
  await desk.locator('.sheet').getByText(w.votes.reveal).first().waitFor()
  await desk.keyboard.press('r')
  await expect.poll(() => rounds.get(round ?? '')?.revealed).toBe(true)
  await desk.locator('.sheet').getByText(w.votes.hideResult).first().waitFor()
  await desk.keyboard.press('r')
  await expect.poll(() => rounds.get(round ?? '')?.revealed).toBe(false)

  // Closing: the seconds are those of this server.
  await desk.getByRole('tab', { name: w.sheets.manage }).click()
  await button(desk, w.manage.closePlein).click()
  await button(desk, w.manage.closeGo).click()
  const seconds = async () => Number(/\d+/.exec(await button(desk, /^Neem sluiten terug/).innerText())?.[0])
  await expect.poll(seconds).toBeLessThanOrEqual(20)
  expect(await seconds()).toBeGreaterThan(5)
  expect(it.faults).toEqual([])
})

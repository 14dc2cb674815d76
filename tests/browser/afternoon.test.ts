/** One whole Plein, from the intake to the blog, while real pages look on: what a person on a phone, the coach, the owner and the room see of it. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { owner as w } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { playAll } from '../../scripts/demo/play.ts'
import { makeRoom } from '../../scripts/demo/room.ts'
import { makeTempo } from '../../scripts/demo/tempo.ts'
import { allowed, kept } from '../../scripts/demo/texts/cards.ts'
import { step } from '../../scripts/demo/texts/intake.ts'
import { word } from '../../scripts/demo/texts/owner.ts'
import type { Outcome } from '../../server/outcome/schema.ts'
import { serverProcess } from '../support/process.ts'
import { button, joinByQr, openDesk, sizes, theatre } from '../support/views.ts'

/** Whatever the story tells in a line is looked at before it goes on. */
type Look = [line: RegExp, look: (said: string) => Promise<void>]

test('F1 F2 A8 O1 five wordings change the sign on screen, phone, desk and owner’s page; the outcome of it gives an equal Plein on an empty server', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100', LIMIT_TAKE_BACK: '300' })
  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const lines: string[] = []
  const looks: Look[] = []
  let looking: Promise<void> = Promise.resolve()
  const tempo = {
    ...makeTempo(2000),
    rest: () => looking,
    say: (line: string) => {
      lines.push(line)
      for (const [pattern, look] of looks) if (pattern.test(line)) looking = looking.then(() => look(line))
    },
  }
  const room = await makeRoom(it.server.origin, it.server.key, tempo)
  const { links } = room.made
  const desk = await openDesk(it, at(links.coach))
  const owner = await it.device(sizes.desk)
  await owner.goto(at(links.owner))
  const beamer = await it.device(sizes.screen)
  await beamer.goto(at(links.screen))
  const pages: Page[] = [desk, owner, beamer]
  const everywhere = async (words: string) => {
    for (const page of pages) await page.locator('.plate', { hasText: words }).first().waitFor()
  }
  const idea = 'Ik ken een jongen die het deed en er weer uit is'

  looks.push(
    [/^Onder de vraag lag/, () => everywhere(step.words)],
    [
      /^Het Plein is open/,
      async () => {
        pages.push(await joinByQr(it, at(links.join)))
      },
    ],
    [
      /^Schrijven in stilte/,
      async () => {
        const noor = pages.at(-1)!
        await noor.getByLabel(phone.write.idea.label, { exact: true }).fill(idea)
        await button(noor, phone.write.idea.send).click()
        await noor.locator('.own').getByText(phone.own.state.sent).waitFor()
      },
    ],
    [
      /^De vraagstukeigenaar luistert/,
      async () => {
        await owner.getByText(w.listens.heading).first().waitFor()
        expect(await owner.getByLabel(phone.write.idea.label, { exact: true }).count()).toBe(0)
      },
    ],
    [/^De vraag is nu: /, (said) => everywhere(said.replace('De vraag is nu: ', ''))],
    [
      /^De ene tekst staat nu op het bord/,
      async () => {
        // Before it was allowed, nobody in the room could have read either of them.
        for (const page of [beamer, pages.at(-1)!, owner]) expect(await page.content()).not.toContain(kept.text)
      },
    ],
    [
      /^Het laatste woord/,
      async () => {
        await pages.at(-1)!.getByText(word).first().waitFor()
      },
    ],
  )
  await playAll(room, it.server.origin)
  await looking
  const told = lines.filter((line) => line.startsWith('De vraag is nu: '))
  expect(told).toHaveLength(3)

  const outcome = async (origin: string, key: string, id: string): Promise<Outcome> =>
    (await (await fetch(`${origin}/api/v1/pleins/${id}/outcome.json`, { headers: { Authorization: `Bearer ${key}` } })).json()) as Outcome
  const own = await outcome(it.server.origin, it.server.key, room.made.id)
  expect(own.chain).toHaveLength(5)
  for (const { sources } of own.chain.slice(1)) expect(sources.length).toBeGreaterThan(0)
  const text = JSON.stringify(own)
  expect(text).toContain(idea)
  expect(text).toContain(allowed.words)
  for (const never of [allowed.text, kept.text]) expect(text).not.toContain(never)

  const address = /een blog: (\S+)/.exec(lines.at(-1) ?? '')?.[1] ?? ''
  const context = await it.browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const stranger = await context.newPage()
  await stranger.goto(at(address))
  await stranger.getByRole('heading', { level: 1 }).waitFor()
  for (const { text } of own.chain) expect(await stranger.getByText(text).count()).toBeGreaterThan(0)

  const empty = await serverProcess({})
  const headers = { Authorization: `Bearer ${empty.key}`, 'Content-Type': 'application/json' }
  const made = await fetch(`${empty.origin}/api/v1/imports`, { method: 'POST', headers, body: JSON.stringify({ outcome: own }) })
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: string }
  const again = await outcome(empty.origin, empty.key, id)
  expect({ ...again, plein: { ...again.plein, id: own.plein.id, imported: null } }).toEqual(own)
  expect(it.faults).toEqual([])
})

/** How the question changed, as everybody can look it up: on the screen from ten metres, at the desk, at the owner's seat, on a phone. */
import { expect, test } from 'vitest'
import { coach } from '../../client/words/coach.nl.ts'
import { screen } from '../../client/words/screen.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led, ok } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { still } from '../support/still.ts'
import { button, sheet, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }
const wordings = [
  'Wie mag er op de havenkade staan?',
  'Wie mag er ’s avonds op de havenkade staan, en wie beslist dat?',
  'Hoe blijft de havenkade ’s avonds van iedereen, en wie beslist dat?',
  'Hoe blijft de havenkade ’s avonds van iedereen, ook van wie er slaapt?',
]
const voices = [
  'Mijn kinderen liggen wakker van de muziek',
  'De terrassen moeten leven',
  'Vraag het de schippers',
  'Niemand durft iets te zeggen',
]

test('B1 F7 WCAG 2.2: four wordings with their sources, on every view', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, wordings[0]!, ['ideas', 'reframe'], { ideas: { hidden: true } })
  const beamer = await it.device({ width: 1920, height: 1080 })
  await beamer.goto(plein.at(plein.plein.links.screen))
  await plein.ask({ type: 'plein.open' })
  const fatma = await join(plein.server, 'Fatma', plein.plein)
  for (const text of voices) ok(await fatma.ask({ type: 'idea.post', key: fatma.key(text), as: 'idea', text, phase: plein.phase('ideas') }))
  const desk = () => [...plein.coach.opened('desk').doc.getMap<{ text: string }>('ideas')]
  await expect.poll(() => desk().length, soon).toBe(voices.length)
  const idOf = new Map(desk().map(([id, { text }]) => [text, id]))
  await plein.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  const { cluster } = await plein.ask({
    type: 'cluster.create',
    name: 'Nacht en slaap',
    ideas: [idOf.get(voices[0]!)!, idOf.get(voices[3]!)!],
  })
  await plein.enter('reframe')
  const sources = [
    [{ kind: 'idea' as const, id: idOf.get(voices[1]!)! }],
    [
      { kind: 'cluster' as const, id: String(cluster) },
      { kind: 'idea' as const, id: idOf.get(voices[2]!)! },
    ],
    [{ kind: 'cluster' as const, id: String(cluster) }],
  ]
  for (const [at, text] of wordings.slice(1).entries()) await plein.ask({ type: 'framing.adopt', text, sources: sources[at]! })
  const problems: string[] = []
  const look = async (name: string, page: typeof beamer, more: string[] = []) => {
    if (pictures)
      await page.screenshot({ path: `${pictures}/story-${name}.png`, fullPage: name !== 'screen' && !name.startsWith('screen') })
    for (const problem of [...(await misfits(page)), ...(await violations(page)), ...more]) problems.push(`${name}: ${problem}`)
  }

  // The desk puts it before the room with one tap.
  const anneke = await it.device(sizes.desk)
  await anneke.goto(plein.at(plein.plein.links.coach))
  await button(anneke, coach.question.chainButton).click()
  const story = beamer.locator('.stage-story')
  await story.waitFor()
  await expect.poll(() => story.locator('li').count()).toBe(4)
  for (const text of wordings) expect((await story.innerText()).replace(/\s+/g, ' ')).toContain(text)
  expect(await story.innerText()).toContain('Nacht en slaap')
  expect(await story.getByText(screen.story.first).count()).toBe(1)
  await still(beamer)
  for (const [width, height] of [
    [1920, 1080],
    [1024, 768],
  ] as const) {
    await beamer.setViewportSize({ width, height })
    await still(beamer)
    const sizesOf = await story
      .locator('p, figcaption')
      .evaluateAll((all) =>
        all.filter((one) => one.textContent?.trim()).map((one) => Number.parseFloat(getComputedStyle(one).fontSize) / window.innerHeight),
      )
    for (const size of sizesOf) expect(size).toBeGreaterThanOrEqual(0.04)
    await look(`screen-${width}`, beamer)
  }
  await sheet(anneke, 'question').catch(() => undefined)
  await look('desk', anneke)

  const wim = await it.device(sizes.desk)
  await wim.goto(plein.at(plein.plein.links.owner))
  await wim.getByRole('heading', { name: shared.chain.now }).waitFor()
  const group = wim.locator('.story summary', { hasText: 'Nacht en slaap' }).first()
  await group.click()
  await wim.locator('.story').getByText(voices[0]!).first().waitFor()
  await look('owner', wim)

  for (const size of [sizes.phone, { width: 320, height: 568 }]) {
    const ria = await it.device(size)
    await ria.goto(plein.at(plein.plein.links.join))
    await ria.getByRole('button', { name: /Doe mee/ }).click()
    const fold = ria.locator('details.path > summary')
    await fold.click()
    await ria.getByRole('heading', { name: shared.chain.now }).waitFor()
    await ria.locator('.story summary', { hasText: 'Nacht en slaap' }).first().click()
    await ria.locator('.story').getByText(voices[3]!).first().waitFor()
    await look(`phone-${size.width}`, ria)
  }
  expect(problems).toEqual([])
  expect(it.faults).toEqual([])
})

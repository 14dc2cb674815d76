import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Command } from '../../shared/domain/commands.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import oddTexts from '../data/odd-texts.json' with { type: 'json' }
import london from '../data/polis-london-live-2022.json' with { type: 'json' }
import { claim, join, type Phone } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { writesBefore } from '../support/staging.ts'
import { type Theatre, theatre } from '../support/views.ts'

const kinds: PhaseKind[] = ['welcome', 'checkin', 'burst', 'ideas', 'cluster', 'vote', 'reframe', 'write', 'harvest', 'plenary', 'pause']
const shapes = {
  '16:9': { width: 1920, height: 1080 },
  '16:10': { width: 1280, height: 800 },
  '4:3': { width: 1024, height: 768 },
}
/** Pictures of what was measured, when a folder is named. */
const pictures = process.env['PICTURES']

type Asked = { dilemma: string; prompt: string | null; after: string }
const briefly: Asked = {
  dilemma: 'Hoe blijft de havenkade van iedereen, ook als er duizend woningen bij komen?',
  prompt: null,
  after: 'Hoe blijft de havenkade van iedereen, en wie beslist dat?',
}
const atLength: Asked = {
  dilemma:
    'Hoe houden wij samen de havenkade open, veilig en schoon voor iedereen die er woont, werkt of langskomt, ' +
    'ook als er duizend woningen bij komen en de bussen straks door de straat gaan?',
  prompt: 'Wat zou u morgen al anders doen op de kade, als het aan u lag en geld even geen rol speelde?',
  after:
    'Hoe houden wij samen de havenkade open, veilig en schoon voor iedereen die er woont, werkt of langskomt, ' +
    'en wie beslist daarover als de bussen straks door de straat gaan?',
}
const long = 'Verkeersveiligheidsbevorderingsprogramma’s'
const ideaTexts = [
  'Meer bankjes en minder hekken langs het water',
  'De jongeren wonen hier ook.',
  'Na zes uur is alles dicht, behalve de bank bij de fietsenstalling',
  `Wie betaalt de ${long}?`,
  ...oddTexts.texts.map(({ text }) => text),
  ...london.contributions.map(({ text }) => text),
].filter((text) => text.trim() !== '' && [...text].length <= 500)

const made = async (server: TestServer, key: string, { dilemma, prompt }: Asked): Promise<MadePlein> => {
  const programme = kinds.map((kind) => ({ kind, settings: { prompt } }))
  const answer = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'Plein over de havenkade', dilemma, programme, settings: {} }),
  })
  return (await answer.json()) as MadePlein
}

/** Measured on the page itself: every text that is seen, how tall its letters are, and whether all of it is on the surface. */
const measure = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const height = window.innerHeight
    const problems: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (words === '' || element === null || element.closest('.for-ears, .practice, script, style, noscript')) continue
      const style = getComputedStyle(element)
      if (style.visibility === 'hidden' || style.display === 'none') continue
      const letters = (100 * Number.parseFloat(style.fontSize)) / height
      if (letters < 3.999) problems.push(`${letters.toFixed(2)} vh: ${words.slice(0, 40)}`)
      const card = element.closest('.stage-card:not(.stage-item), .stage-heading h2')
      if (card && getComputedStyle(card).fontSize !== style.fontSize) problems.push(`other letters than its card: ${words.slice(0, 40)}`)
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width === 0) continue
        if (box.left < -1 || box.top < -1 || box.right > window.innerWidth + 1 || box.bottom > height + 1)
          problems.push(`off the surface (${Math.round(box.right)},${Math.round(box.bottom)}): ${words.slice(0, 40)}`)
        for (let around: Element | null = element; around !== null; around = around.parentElement) {
          const edge = around.getBoundingClientRect()
          const { overflow, overflowClipMargin } = getComputedStyle(around)
          const spare = 1 + (Number.parseFloat(overflowClipMargin) || 0)
          if (overflow !== 'visible' && (box.bottom > edge.bottom + spare || box.right > edge.right + spare))
            problems.push(`clipped by ${around.className}: ${words.slice(0, 40)}`)
        }
      }
    }
    // The question: 6 to 11, as large as it can be. Smaller only where nothing else gives way: a wording of more than two lines of six,
    // both wordings of a long change on one page, and beside an idea that fills the page itself.
    for (const one of document.querySelectorAll('.stage .plate:not(.reframing-old) > .plate-text')) {
      const letters = (100 * Number.parseFloat(getComputedStyle(one).fontSize)) / height
      const words = one.textContent ?? ''
      const exempt = words.length > 90 || document.querySelector('.stage-idea')
      if (letters > 11.01 || letters < (exempt ? 4.19 : 5.99))
        problems.push(`the question in ${letters.toFixed(2)} vh: ${words.slice(0, 40)}`)
    }
    const code = document.querySelector('.lobby-code')
    if (code) {
      const letters = (100 * Number.parseFloat(getComputedStyle(code).fontSize)) / height
      const square = (100 * (document.querySelector('.lobby-join .qr')?.getBoundingClientRect().height ?? 0)) / height
      if (letters < 11.99) problems.push(`the code in ${letters.toFixed(2)} vh: ${code.textContent}`)
      if (square < 45) problems.push(`the picture to come in by is ${square.toFixed(2)} vh`)
    }
    // Nothing may lie on the way in.
    const taken = [...document.querySelectorAll('.corner > p, .corner .qr, .clock, .clock-planned')].map((one) =>
      one.getBoundingClientRect(),
    )
    for (const one of document.querySelectorAll(
      '.stage-card, .stage-row, .stage-group h2, .stage-idea-text, .stage-heading h2, .was, .plate',
    ))
      for (const thing of taken) {
        const box = one.getBoundingClientRect()
        if (box.right > thing.left && box.left < thing.right && box.bottom > thing.top && box.top < thing.bottom)
          problems.push(
            `lies on the corner or the clock (${Math.round(box.bottom)} > ${Math.round(thing.top)}): ${(one.textContent ?? '').slice(0, 40)}`,
          )
      }
    if (document.documentElement.scrollHeight > height) problems.push(`${document.documentElement.scrollHeight - height} px below the edge`)
    return problems
  })

/** A whole Plein before one screen. */
const story = async (it: Theatre, shape: keyof typeof shapes, asked: Asked): Promise<string[]> => {
  const server = { origin: it.server.origin } as TestServer
  const plein = await made(server, it.server.key, asked)
  const coach = await claim(server, 'Anneke', plein.links.coach)
  const people = await Promise.all(['Fatma', 'Joost', 'Ria', 'Samir'].map((name) => join(server, name, plein)))
  coach.open('board')
  const board = () => coach.opened('board').doc
  const ask = async (who: Phone, command: Command) => {
    const answer = await who.ask(command)
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer as Record<string, unknown>
  }
  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const problems: string[] = []

  const page = await it.device(shapes[shape])
  await page.goto(at(plein.links.screen))
  const look = async (moment: string, ready: string) => {
    await page.locator(ready).first().waitFor({ state: 'attached' })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    if (pictures) {
      await mkdir(pictures, { recursive: true })
      await page.screenshot({ path: `${pictures}/${moment}-${shape.replace(':', '-')}.png` })
    }
    problems.push(...(await measure(page)).map((problem) => `${moment}, ${shape}: ${problem}`))
  }
  await look('prepared', '.lobby')
  await ask(coach, { type: 'plein.open' })
  const phases = () => [...board().getMap<{ kind: PhaseKind }>('phases')]
  await expect.poll(() => phases().length).toBe(kinds.length)
  const phase = (kind: PhaseKind) => phases().find(([, one]) => one.kind === kind)![0]
  await look('welcome', '.lobby')
  for (const [kind, as] of [
    ['checkin', 'checkin'],
    ['burst', 'question'],
    ['ideas', 'idea'],
  ] as const) {
    await ask(coach, { type: 'phase.next' })
    await look(`${kind}-silent`, '.stage-writing')
    const texts = as === 'idea' ? ideaTexts : ideaTexts.slice(0, 5)
    const asked = as === 'question' ? texts.map((text) => `${text}?`) : texts
    for (const text of asked) await coach.ask({ type: 'idea.enter', as, text, phase: phase(kind) })
    await ask(coach, { type: 'ideas.release', ideas: 'all', as })
    await look(kind, '.stage-card')
    if (kind !== 'burst') continue
    await ask(coach, { type: 'screen.show', show: { on: 'phase', page: 99 } })
    await look('moods', '.stage-moods')
  }
  const ideas = () => [...board().getMap<{ as: string }>('ideas')].filter(([, { as }]) => as === 'idea').map(([id]) => id)
  await expect.poll(() => ideas().length).toBeGreaterThan(40)
  const turn = async (page: number, name: string) => {
    await ask(coach, { type: 'screen.show', show: { on: 'phase', page } })
    await look(name, `[data-page="${page}"]`)
  }
  for (let page = 0; page < 5; page++) await turn(page, `ideas-page${page}`)
  await ask(coach, { type: 'screen.show', show: { on: 'idea', idea: ideas()[1]! } })
  await look('idea', '.stage-idea')
  await ask(coach, { type: 'screen.show', show: { on: 'join' } })
  await look('join', '.lobby')
  await ask(coach, { type: 'screen.show', show: { on: 'dark' } })
  await look('dark', '.stage-dark')
  await ask(coach, { type: 'phase.next' })
  await look('cluster-none', '.stage-card')
  for (const [order, name] of [
    'Van wie is het plein?',
    'Er is niets te doen',
    'Ik voel me niet veilig',
    `Groep over ${long}`,
    'Wie betaalt het?',
  ].entries()) {
    await ask(coach, { type: 'cluster.create', name, ideas: ideas().slice(order * 8, order * 8 + 8) })
    if (order === 2) await look('cluster-3', '.stage-group')
  }
  await look('cluster', '.stage-group')
  for (let page = 1; page < 4; page++) await turn(page, `cluster-page${page}`)
  await ask(coach, { type: 'screen.show', show: { on: 'cluster', cluster: [...board().getMap('clusters').keys()][0]!, page: 0 } })
  await look('cluster-one', '.stage-card')
  await ask(coach, { type: 'phase.next' })
  await look('vote-waiting', '.stage-quiet')
  const { round } = (await ask(coach, { type: 'round.open', budget: 4 })) as { round: string }
  const items = () => board().getMap<{ items: { id: string }[] }>('rounds').get(round)?.items ?? []
  await expect.poll(() => items().length).toBe(5)
  for (const [number, person] of people.entries())
    await ask(person, { type: 'ballot.cast', round, dots: { [items()[number]!.id]: 2, [items()[0]!.id]: 1 } })
  await look('vote-open', '.stage-item')
  await ask(coach, { type: 'round.close', round, confirmed: true })
  await ask(coach, { type: 'round.reveal', round, revealed: true })
  await look('vote-result', '.stage-row')
  await ask(coach, { type: 'phase.next' })
  await look('reframe-before', '.stage-reframe')
  await ask(coach, {
    type: 'framing.adopt',
    text: asked.after,
    sources: [{ kind: 'cluster', id: [...board().getMap('clusters').keys()][0]! }],
  })
  await look('reframe', '.reframing')
  await ask(coach, { type: 'phase.next' })
  await look('write-none', '.stage-staged .stage-help')
  for (const [at, person] of people.entries())
    await ask(person, { type: 'tap.set', on: 'resonance', phase: phase('write'), value: at === 0 ? 'off' : 'touches' })
  await writesBefore(coach, `${asked.after} ${long}`)
  await look('write', '.staged-words')
  await ask(coach, { type: 'phase.next' })
  await look('harvest-none', '.stage-body')
  for (const [text, who, by] of [
    ['Als de zon schijnt, zet ik de bank buiten', 'Wim', '1 mei'],
    [ideaTexts.at(-1)!.slice(0, 200), null, null],
  ] as const)
    await ask(coach, { type: 'idea.enter', as: 'commitment', text, phase: phase('harvest'), ...(who ? { who, by } : {}) })
  await ask(coach, { type: 'idea.enter', as: 'closing', text: 'Ik ga morgen kijken', phase: phase('harvest') })
  for (const as of ['commitment', 'closing'] as const) await ask(coach, { type: 'ideas.release', ideas: 'all', as })
  await look('harvest', '.stage-card')
  await ask(coach, { type: 'phase.next' })
  await look('plenary', '.stage-quiet')
  await ask(coach, { type: 'phase.next' })
  await look('pause', '.stage-quiet')
  await ask(coach, { type: 'plein.close', confirmed: true })
  await look('closed', '.stage-quiet')
  return problems
}

test('R2 in every phase the screen is read from ten metres and holds what is put on it, at 1920 × 1080, 1280 × 800 and 1024 × 768', async () => {
  const it = await theatre()
  const stories = [story(it, '16:9', briefly), story(it, '16:10', atLength), story(it, '4:3', briefly)]
  expect((await Promise.all(stories)).flat()).toEqual([])
  expect(it.faults).toEqual([])
})

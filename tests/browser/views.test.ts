import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import type { PhaseKind } from '../../shared/domain/phases.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import oddTexts from '../data/odd-texts.json' with { type: 'json' }
import { colourViolations, silent, violations } from '../support/axe.ts'
import { claim, join as joinPlein, type Phone } from '../support/phone.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { writesBefore } from '../support/staging.ts'
import { button, theatre, viewSizes } from '../support/views.ts'

const kinds: PhaseKind[] = ['welcome', 'checkin', 'ideas', 'burst', 'cluster', 'vote', 'reframe', 'write', 'harvest', 'plenary', 'pause']
const longWords = [
  'Arbeidsongeschiktheidsverzekeringsmaatschappij',
  'Meervoudigepersoonlijkheidsstoornis',
  'Verkeersveiligheidsbevorderingsprogramma’s',
]
const forced = ['forced colours', { forcedColors: 'active' }] as const
const lights = { phone: [forced], desk: [['dark', { colorScheme: 'dark' }], forced], screen: [forced], owner: [forced] } as const
/** Pictures of all views in all phases, when a folder is named: `PICTURES=folder npm test`. */
const pictures = process.env['PICTURES']

const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}

type Light = { colorScheme?: 'light' | 'dark'; forcedColors?: 'none' | 'active' }
/** The page in this light, painted: under load letters kept the colour of the light before for a frame, and the rules then saw a mix. */
const inLight = async (page: Page, { colorScheme = 'light', forcedColors = 'none' }: Light): Promise<void> => {
  await page.emulateMedia({ colorScheme, forcedColors })
  await page.waitForFunction(
    ([scheme, forced]) => matchMedia(`(prefers-color-scheme: ${scheme}) and (forced-colors: ${forced})`).matches,
    [colorScheme, forcedColors],
  )
  await page.evaluate(
    () =>
      new Promise<void>((painted) => {
        requestAnimationFrame(() => requestAnimationFrame(() => painted()))
      }),
  )
}

const sideways = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const downwards = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)

const made = async (server: TestServer, key: string): Promise<MadePlein> => {
  const answer = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein over de havenkade',
      dilemma: 'Hoe blijft de havenkade van iedereen, ook als er duizend woningen bij komen?',
      programme: kinds.map((kind) => ({ kind })),
      settings: { perspectives: ['bewoner', 'ondernemer', 'ambtenaar'], ownerAdopts: true },
    }),
  })
  return (await answer.json()) as MadePlein
}

const fill = async (coach: Phone, people: Phone[]) => {
  const phases = () => [...coach.opened('board').doc.getMap<{ kind: string }>('phases')].map(([id, { kind }]) => ({ id, kind }))
  await expect.poll(() => phases().length).toBe(kinds.length)
  const phase = (kind: PhaseKind) => phases().find((one) => one.kind === kind)!.id
  const texts = [...longWords, ...oddTexts.texts.map((odd) => (typeof odd === 'string' ? odd : (odd as { text: string }).text))].filter(
    (text) => text.trim() !== '' && [...text].length <= 500,
  )
  const ideas: string[] = []
  for (let at = 0; at < 150; at++) {
    const text = at < texts.length ? texts[at]! : `Een gewone gedachte over de kade, nummer ${at}: meer bankjes en minder hekken`
    const answer = await coach.ask({ type: 'idea.enter', as: 'idea', text, phase: phase('ideas') })
    if (answer.ok) ideas.push(String(answer['idea']))
  }
  expect(ideas.length).toBeGreaterThan(120)
  for (const text of ['Ik woon aan de kade', longWords[0]!])
    ok(await coach.ask({ type: 'idea.enter', as: 'checkin', text, phase: phase('checkin') }))
  const { idea: proposal } = ok(
    await coach.ask({ type: 'idea.enter', as: 'proposal', text: 'Wat mag op de kade, en wie beslist dat?', phase: phase('reframe') }),
  )
  ok(
    await coach.ask({
      type: 'idea.enter',
      as: 'commitment',
      text: 'Als de zon schijnt, zet ik de bank buiten',
      who: 'Wim',
      by: '1 mei',
      phase: phase('harvest'),
    }),
  )
  for (const [at, text] of texts.slice(0, 20).entries())
    await coach.ask({ type: 'idea.enter', as: 'question', text: `${text.slice(0, 480)}${at % 2 ? '?' : ' …?'}`, phase: phase('burst') })
  ok(await coach.ask({ type: 'idea.enter', as: 'closing', text: 'Ik ga morgen kijken', phase: phase('harvest') }))
  return { ideas, proposal: String(proposal), people }
}

test('R2 every view in every phase: readable names, enough contrast in every light, each disabled control says why, nothing sideways at 320 px, everything on the screen of 1024 × 768', async () => {
  const it = await theatre()
  const server = { origin: it.server.origin } as TestServer
  const plein = await made(server, it.server.key)
  const coach = await claim(server, 'Anneke', plein.links.coach)
  const people = await Promise.all(['Fatma', 'Joost', 'Ria'].map((name) => joinPlein(server, name, plein)))
  coach.open('board')

  const at = (link: string) => link.replace(/^https?:\/\/[^/]+/, it.origin)
  const views: Record<string, Page> = {}
  for (const [name, size, link] of viewSizes) {
    const page = await it.device(size)
    await page.goto(name === 'organiser' ? `${it.origin}/organisator#${it.server.key}` : at(plein.links[link]))
    if (name.startsWith('phone')) await button(page, 'Doe mee').click()
    if (name.startsWith('desk')) await button(page, w.cover.no).click()
    views[name] = page
  }

  const problems: string[] = []
  const look = async (moment: string) => {
    const lookAt = async ([name, page]: [string, Page]) => {
      if (name === 'organiser' && moment !== 'prepared') return
      if (pictures) {
        await mkdir(pictures, { recursive: true })
        await page.screenshot({ path: `${pictures}/${moment}-${name}.png`, fullPage: !name.startsWith('screen') })
      }
      // The rules look at one size of each view: what differs with the size is whether it fits.
      if (!name.includes('-')) for (const problem of await violations(page)) problems.push(`${moment}, ${name}: ${problem}`)
      for (const problem of await silent(page)) problems.push(`${moment}, ${name}: ${problem}`)
      if ((await sideways(page)) > 0) problems.push(`${moment}, ${name}: scrolls sideways by ${await sideways(page)} px`)
      // The desk has its own, in the header: where the room goes next.
      const inked = name.startsWith('desk') ? [] : await page.locator('.button-main:visible').allInnerTexts()
      if (inked.length > 1) problems.push(`${moment}, ${name}: more than one action in ink: ${inked.join(', ')}`)
      if (name.startsWith('screen') && (await downwards(page)) > 0)
        problems.push(`${moment}, ${name}: ${await downwards(page)} px below the edge`)
    }
    await Promise.all(Object.entries(views).map(lookAt))
    await Promise.all(
      Object.entries(lights).map(async ([name, others]) => {
        const page = views[name] as Page
        for (const [light, media] of others) {
          await inLight(page, media)
          for (const problem of await colourViolations(page)) problems.push(`${moment}, ${name}, ${light}: ${problem}`)
          // Always back: from one light straight into another, letters were left behind in the colours of the first.
          await inLight(page, {})
        }
      }),
    )
  }
  const everywhere = async (heading: RegExp) => {
    for (const [name, page] of Object.entries(views))
      if (name !== 'organiser') await page.getByText(heading).first().waitFor({ state: 'attached' })
  }

  await everywhere(/havenkade/)
  await look('prepared')
  ok(await coach.ask({ type: 'plein.open' }))
  const { ideas, proposal } = await fill(coach, people)
  for (const kind of kinds) {
    if (kind !== 'welcome') ok(await coach.ask({ type: 'phase.next' }))
    for (const [name, page] of Object.entries(views))
      if (name.startsWith('desk')) await page.locator('.rail-now').getByText(w.kinds[kind]).waitFor({ state: 'attached' })
    if (kind === 'checkin') ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as: 'checkin' }))
    if (kind === 'ideas') {
      await look('ideas-silent')
      ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' }))
    }
    if (kind === 'burst') {
      await look('burst-silent')
      ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as: 'question' }))
    }
    if (kind === 'cluster')
      for (const [order, name] of ['Samen beslissen', longWords[0]!, 'Groen en water', 'Wonen', 'Wie betaalt het?'].entries())
        ok(await coach.ask({ type: 'cluster.create', name, ideas: ideas.slice(order * 20, order * 20 + 20) }))
    if (kind === 'vote') {
      const { round } = ok(await coach.ask({ type: 'round.open', budget: 4 })) as { round: string }
      const items = () => coach.opened('board').doc.getMap<{ items: { id: string }[] }>('rounds').get(round)?.items ?? []
      await expect.poll(() => items().length).toBe(5)
      for (const [number, person] of people.entries())
        ok(await person.ask({ type: 'ballot.cast', round, dots: { [items()[number]!.id]: 2, [items()[0]!.id]: 1 } }))
      await views['phone']!.getByText('4 van 4 stippen over').waitFor()
      await look('vote-open')
      ok(await coach.ask({ type: 'round.close', round, confirmed: true }))
      ok(await coach.ask({ type: 'round.reveal', round, revealed: true }))
      await views['phone']!.getByRole('table').first().waitFor()
    }
    if (kind === 'reframe') {
      ok(await coach.ask({ type: 'ideas.release', ideas: [proposal] }))
      const cluster = [...coach.opened('board').doc.getMap('clusters').keys()][0]!
      ok(
        await coach.ask({
          type: 'framing.adopt',
          text: 'Hoe blijft de havenkade van iedereen, en wie beslist dat?',
          sources: [{ kind: 'cluster', id: cluster }],
          proposal,
        }),
      )
      await everywhere(/en wie beslist dat/)
      // Looked at as it stands: halfway, letters and the chalk behind them are read from two different beats.
      for (const page of Object.values(views)) await page.locator('.reframing-plays').first().waitFor({ state: 'detached' })
    }
    if (kind === 'write') {
      const words = `Wie betaalt de ${longWords[0]} op de kade?`
      await writesBefore(coach, words)
      const { id } = [...coach.opened('board').doc.getMap<{ kind: string }>('phases')]
        .map(([id, one]) => ({ id, ...one }))
        .find((one) => one.kind === kind)!
      for (const [at, person] of people.entries())
        ok(await person.ask({ type: 'tap.set', on: 'resonance', phase: id, value: at === 0 ? 'off' : 'touches' }))
      for (const name of ['phone', 'phone-narrow', 'screen', 'screen-small']) await views[name]!.getByText(words).first().waitFor()
    }
    if (kind === 'harvest')
      for (const as of ['commitment', 'closing'] as const) ok(await coach.ask({ type: 'ideas.release', ideas: 'all', as }))
    await look(kind)
  }
  ok(await coach.ask({ type: 'plein.close', confirmed: true }))
  await views['phone']!.getByText('Het Plein is afgelopen').first().waitFor()
  await look('closed')
  expect(problems).toEqual([])
  expect(it.faults).toEqual([])
})

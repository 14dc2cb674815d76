import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import type { Answer } from '../../shared/wire/messages.ts'
import { claim, type Phone } from '../support/phone.ts'
import { matterNames, quaysideIdeas } from '../support/quayside.ts'
import type { MadePlein, TestServer } from '../support/server.ts'
import { button, settled, sheet, type Theatre, theatre } from '../support/views.ts'

const ok = (answer: Answer): Record<string, unknown> => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer
}

type Meeting = {
  it: Theatre
  plein: MadePlein
  anneke: Phone
  ids: string[]
  desk(size: Size, touch?: boolean): Promise<Page>
  board(): Board
}
type Size = { width: number; height: number }
/** What the room's document says: names of groups with the texts that stand in each, and what is loose. */
type Board = { groups: Record<string, string[]>; loose: string[] }

/** A Plein with `count` ideas that came from paper, in the phase in which they are grouped. */
const meeting = async (count: number): Promise<Meeting> => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_RATE_COACH: '500' })
  const server = { origin: it.server.origin } as TestServer
  const made = await fetch(`${server.origin}/api/v1/pleins`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${it.server.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Plein over de havenkade',
      dilemma: 'Hoe blijft de havenkade van iedereen?',
      programme: [{ kind: 'ideas' }, { kind: 'cluster' }],
    }),
  })
  const plein = (await made.json()) as MadePlein
  const anneke = await claim(server, 'Anneke', plein.links.coach)
  const { doc } = anneke.open('board')
  ok(await anneke.ask({ type: 'plein.open' }))
  await expect.poll(() => doc.getMap('phases').size).toBe(2)
  const [phase] = [...doc.getMap<{ kind: string }>('phases')].find(([, { kind }]) => kind === 'ideas')!
  const ids: string[] = []
  for (const { text } of quaysideIdeas(count))
    ids.push(String(ok(await anneke.ask({ type: 'idea.enter', as: 'idea', text, phase }))['idea']))
  ok(await anneke.ask({ type: 'phase.next' }))
  return {
    it,
    plein,
    anneke,
    ids,
    desk: async (viewport, touch = false) => {
      const page = touch
        ? await (await it.browser.newContext({ viewport, hasTouch: true, locale: 'nl-NL', reducedMotion: 'reduce' })).newPage()
        : await it.device(viewport)
      await page.goto(plein.links.coach.replace(/^https?:\/\/[^/]+/, it.origin))
      await button(page, w.cover.no).click()
      await sheet(page, 'groups')
      await page.getByRole('heading', { name: /^Nog los/ }).waitFor()
      return page
    },
    board: () => {
      const ideas = doc.getMap<{ text: string }>('ideas')
      const places = doc.getMap<string>('places')
      const groups = Object.fromEntries([...doc.getMap<{ name: string }>('clusters').values()].map(({ name }) => [name, [] as string[]]))
      const loose: string[] = []
      for (const [id, { text }] of ideas) {
        const group = doc.getMap<{ name: string }>('clusters').get(places.get(id) ?? '')
        ;(group ? groups[group.name]! : loose).push(text)
      }
      return { groups, loose }
    },
  }
}

const focused = (page: Page): Promise<{ idea: string | null; text: string; tag: string }> =>
  page.evaluate(() => {
    const at = document.activeElement
    return {
      idea: at?.getAttribute('data-idea') ?? null,
      text: at?.closest('label')?.querySelector('.text')?.textContent ?? '',
      tag: at?.tagName ?? '',
    }
  })
const loose = (page: Page, left: number, all: number): Promise<void> =>
  page.getByRole('heading', { name: w.groups.loose(left, all) }).waitFor()
const said = (page: Page): Locator => page.locator('.selection [role=status]')

test('C2 L5 150 ideas into 8 groups with the keyboard alone, before they are shared: few keys, the focus always on the next idea, 20 steps taken back', async () => {
  const { it, anneke, desk: openDesk, board } = await meeting(150)
  const desk = await openDesk({ width: 1280, height: 800 })
  await loose(desk, 150, 150)
  const belongs = new Map(quaysideIdeas(150).map(({ text, matter }) => [text, matter]))
  const made: string[] = []
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await desk.keyboard.press(key)
  }
  const type = async (text: string) => {
    keys += text.length
    await desk.keyboard.type(text)
  }
  /** Reads what is under the cursor and says where it goes; the cursor must then be on another one. */
  const order: (string | null)[] = []
  const place = async () => {
    const { idea, text } = await focused(desk)
    expect(idea).not.toBeNull()
    order.push(idea)
    const matter = belongs.get(text)!
    if (made.includes(matter)) await press(String(made.indexOf(matter) + 1))
    else {
      await press('n')
      await desk.getByRole('dialog').getByLabel(w.groups.name).waitFor()
      await type(matter)
      await press('Enter')
      await desk.getByRole('dialog').waitFor({ state: 'detached' })
      made.push(matter)
    }
    // At once: the next key must already meet the next idea.
    const tag = await desk.evaluate(
      (before) =>
        new Promise<string>((resolve) => {
          const look = () => {
            const at = document.activeElement
            if (at?.getAttribute('data-idea') !== before || at === document.body) resolve(at?.tagName ?? '')
            else setTimeout(look, 4)
          }
          look()
        }),
      idea,
    )
    expect(tag).not.toBe('BODY')
  }

  const search = async () => {
    await press('/')
    await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('search')
  }
  await search()
  await press('ArrowDown')
  for (let n = 0; n < 30; n++) await place()
  // What is alike goes at once: all found are chosen and placed.
  await search()
  await type('markt')
  await press('Enter')
  const found = await desk.locator('[data-list=loose] input:checked').count()
  expect(found).toBeGreaterThan(1)
  expect(found).toBeLessThan(5)
  await press(String(made.indexOf('Winkels') + 1))
  await loose(desk, 120 - found, 150)
  await expect.poll(async () => (await focused(desk)).idea).not.toBeNull()
  for (let left = 120 - found; left > 0; left--) await place()
  await loose(desk, 0, 150)
  await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('loose')
  console.log(`150 ideas in 8 groups: ${keys} keystrokes, ${(keys / 150).toFixed(2)} for each idea, the names of the groups among them`)
  expect(keys).toBeLessThan(2 * 150)

  // What is pressed and waits too long lapses: ten at a time, for a slow machine.
  for (const back of [10, 20]) {
    for (let n = 0; n < 10; n++) await desk.keyboard.press('z')
    await loose(desk, back, 150)
  }
  // What came back last, which stands there a moment before the focus is on it.
  await expect.poll(async () => (await focused(desk)).idea).toBe(order.at(-20))
  for (let n = 0; n < 20; n++) await place()
  await loose(desk, 0, 150)

  expect(board().loose).toEqual([])
  ok(await anneke.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' }))
  await expect.poll(() => Object.values(board().groups).flat().length).toBe(150)
  const expected = Object.fromEntries(
    matterNames.map((name) => [
      name,
      quaysideIdeas(150)
        .filter(({ matter }) => matter === name)
        .map(({ text }) => text)
        .sort(),
    ]),
  )
  const found8 = board()
  expect(Object.fromEntries(Object.entries(found8.groups).map(([name, texts]) => [name, texts.sort()]))).toEqual(expected)
  expect(it.faults).toEqual([])
})

test('L5 on a page that is slow to draw, steps that are taken back in a breath are not taken for one', async () => {
  const { it, anneke, desk: openDesk } = await meeting(6)
  ok(await anneke.ask({ type: 'cluster.create', name: 'Water', ideas: [], open: true }))
  const desk = await openDesk({ width: 1280, height: 800 })
  await loose(desk, 6, 6)
  await desk.locator('[data-list=loose] input').first().focus()
  const first = (await focused(desk)).idea
  for (const left of [5, 4, 3]) {
    await desk.keyboard.press('1')
    await loose(desk, left, 6)
  }
  // What React draws in a turn of its own comes a quarter of a second later.
  await desk.evaluate(() => {
    const real = MessagePort.prototype.postMessage
    MessagePort.prototype.postMessage = function (this: MessagePort, ...said: unknown[]) {
      setTimeout(() => real.apply(this, said as [unknown]), 250)
    }
  })
  for (let n = 0; n < 3; n++) await desk.keyboard.press('z')
  await loose(desk, 6, 6)
  await expect.poll(async () => (await focused(desk)).idea).toBe(first)
  await desk.keyboard.press('1')
  await loose(desk, 5, 6)
  expect(await desk.locator('[data-list=loose] input:checked').count()).toBe(0)
  expect(it.faults).toEqual([])
})

test('C2 C4 C7 C10 on a tablet with thumbs: choose and put there, split, merge, rename, hide, remove, each taken back with one tap', async () => {
  const { anneke, ids, desk: openDesk, board } = await meeting(12)
  ok(await anneke.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' }))
  ok(await anneke.ask({ type: 'cluster.create', name: 'Water', ideas: [ids[0]!, ids[1]!, ids[2]!] }))
  ok(await anneke.ask({ type: 'cluster.create', name: 'Straat', ideas: [ids[3]!] }))
  const desk = await openDesk({ width: 1024, height: 1366 }, true)
  await loose(desk, 8, 12)
  const group = (name: string) => desk.locator('.group', { has: desk.getByRole('heading', { name: new RegExp(name) }) })
  const sizes = () => Object.fromEntries(Object.entries(board().groups).map(([name, texts]) => [name, texts.length]))
  const menu = async (name: string, item: string) => {
    await settled(group(name).locator('.group-tools')).locator('summary').tap()
    await button(group(name), item).tap()
  }
  const undo = async () => button(desk.locator('.selection'), w.undo.mine, false).tap()
  const name = async (text: string) => {
    await desk.getByRole('dialog').getByLabel(w.groups.name).fill(text)
    await button(desk.getByRole('dialog'), w.save, false).tap()
    await desk.getByRole('dialog').waitFor({ state: 'detached' })
  }

  // Two taps choose; then the whole group is the target, also beside its button.
  await desk.locator('[data-list=loose] li').nth(0).tap()
  await desk.locator('[data-list=loose] li').nth(2).tap()
  await said(desk).getByText(w.ideasSheet.chosen(2)).waitFor()
  await group('Straat').tap({ position: { x: 60, y: 20 } })
  await said(desk)
    .getByText(w.groups.placed(2, 'Straat', 6))
    .waitFor()
  await expect.poll(sizes).toEqual({ Water: 3, Straat: 3 })
  await undo()
  await loose(desk, 8, 12)
  await expect.poll(sizes).toEqual({ Water: 3, Straat: 1 })
  // What came back is chosen again: the right group is one tap away.
  await button(group('Water'), w.groups.into(2, 'Water')).tap()
  await expect.poll(sizes).toEqual({ Water: 5, Straat: 1 })

  await group('Water').locator('.group-fold').tap()
  await group('Water').locator('li').nth(0).tap()
  await menu('Water', w.groups.split)
  await name('Sloot')
  await expect.poll(sizes).toEqual({ Water: 4, Straat: 1, Sloot: 1 })
  await undo()
  await expect.poll(sizes).toEqual({ Water: 5, Straat: 1 })

  await menu('Straat', w.groups.merge)
  await desk.getByRole('option', { name: /Water/ }).tap()
  await expect.poll(sizes).toEqual({ Water: 6 })
  await undo()
  await expect.poll(sizes).toEqual({ Water: 5, Straat: 1 })

  await menu('Straat', w.groups.rename)
  await name('Stoep')
  await expect.poll(sizes).toEqual({ Water: 5, Stoep: 1 })
  await undo()
  await expect.poll(sizes).toEqual({ Water: 5, Straat: 1 })

  await desk.locator('[data-list=loose] li').nth(0).tap()
  await button(desk.locator('.selection'), w.ideasSheet.hide, false).tap()
  await loose(desk, 5, 11)
  await expect.poll(() => board().loose.length).toBe(5)
  await undo()
  await loose(desk, 6, 12)

  await menu('Water', w.groups.remove)
  await expect.poll(sizes).toEqual({ Straat: 1 })
  await expect.poll(() => board().loose.length).toBe(11)
  await undo()
  await expect.poll(sizes).toEqual({ Water: 5, Straat: 1 })
})

test('C2 dragging is an extra: one card or all that are chosen, by mouse and by a finger that rests; back to the pile; a slip is taken back', async () => {
  const { it, anneke, ids, desk: openDesk, board } = await meeting(8)
  ok(await anneke.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' }))
  ok(await anneke.ask({ type: 'cluster.create', name: 'Water', ideas: [ids[0]!, ids[1]!] }))
  const desk = await openDesk({ width: 1024, height: 1366 }, true)
  await loose(desk, 6, 8)
  // Dragging stands once its part has come and was run: whoever imports it after the page gets it after the page.
  const part = await desk.waitForFunction(
    () => performance.getEntriesByType('resource').find(({ name }) => /\/drag-[\w-]+\.js$/.test(name))?.name,
  )
  await desk.evaluate(`import(${JSON.stringify(await part.jsonValue())}).then(() => null)`)
  const group = desk.locator('.group', { has: desk.getByRole('heading', { name: /Water/ }) })
  const card = (at: number) => desk.locator('[data-list=loose] li').nth(at)
  const middle = async (one: Locator) => {
    const { x, y, width, height } = (await one.boundingBox())!
    return { x: x + width / 2, y: y + height / 2 }
  }
  const drag = async (from: Locator, to: Locator, before: () => Promise<void> = async () => {}) => {
    const [start, end] = [await middle(from), await middle(to)]
    await desk.mouse.move(start.x, start.y)
    await desk.mouse.down()
    await desk.mouse.move(start.x + 20, start.y + 20, { steps: 3 })
    await desk.locator('.drag-chip').waitFor()
    await desk.mouse.move(end.x, end.y, { steps: 5 })
    await before()
    // What is written on the way is not selected: the next press on it would take the text along.
    expect(await desk.evaluate(() => `${getSelection()}`)).toBe('')
    await desk.mouse.up()
    await desk.locator('.drag-chip').waitFor({ state: 'detached' })
  }
  const chosen = () => desk.locator('.work-card-chosen').count()

  await drag(card(0), group, () => desk.locator('.group.drag-over').waitFor())
  await loose(desk, 5, 8)
  expect(await chosen()).toBe(0)
  // What is chosen goes along.
  await card(0).click()
  await card(1).click()
  await expect.poll(chosen).toBe(2)
  await drag(card(1), group, async () => expect(await desk.locator('.drag-chip').textContent()).toMatch(/^2/))
  await loose(desk, 3, 8)
  await expect.poll(() => board().groups['Water']?.length).toBe(5)
  await button(desk.locator('.selection'), w.undo.mine, false).click()
  await loose(desk, 5, 8)
  // They are here before the answer is, and chosen when that is there.
  await expect.poll(chosen).toBe(2)
  await desk.keyboard.press('Escape')
  await expect.poll(chosen).toBe(0)
  // Out of a group again.
  await group.locator('.group-fold').click()
  await drag(group.locator('li').nth(0), desk.locator('.column-loose h2'))
  await loose(desk, 6, 8)
  // Dropped beside everything, or given up: nothing happens.
  await drag(card(0), group, () => desk.keyboard.press('Escape'))
  await loose(desk, 6, 8)

  const line = await desk.context().newCDPSession(desk)
  const [from, to] = [await middle(card(0)), await middle(group)]
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    line.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] })
  await touch('touchStart', from)
  await desk.locator('.drag-chip').waitFor()
  await touch('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
  await touch('touchMove', to)
  await desk.locator('.group.drag-over').waitFor()
  await touch('touchEnd')
  await loose(desk, 5, 8)
  expect(it.faults).toEqual([])
})

test('C1 two coaches group in two browsers at once: no idea is lost or doubled, and neither loses the focus or the selection to the other', async () => {
  const { it, anneke, ids, desk: openDesk, board } = await meeting(40)
  ok(await anneke.ask({ type: 'ideas.release', ideas: 'all', as: 'idea' }))
  for (const name of ['Eerst', 'Later']) ok(await anneke.ask({ type: 'cluster.create', name, ideas: [], open: true }))
  const [joost, ria] = [await openDesk({ width: 1280, height: 800 }), await openDesk({ width: 1366, height: 1024 })]
  for (const desk of [joost, ria]) await loose(desk, 40, 40)

  // The idea under Joost's cursor, one that he has chosen and one below are moved away by somebody else.
  const list = joost.locator('[data-list=loose] input')
  const order = await list.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-idea')!))
  await list.nth(5).focus()
  await joost.keyboard.press('x')
  await joost.keyboard.press('j')
  await expect.poll(() => Object.keys(board().groups).sort()).toEqual(['Eerst', 'Later'])
  const cluster = [...anneke.opened('board').doc.getMap<{ name: string }>('clusters')].find(([, { name }]) => name === 'Later')![0]
  ok(await anneke.ask({ type: 'ideas.assign', ideas: [order[5]!, order[6]!, order[7]!], cluster }))
  await loose(joost, 37, 40)
  await expect.poll(async () => (await focused(joost)).idea).toBe(order[8])
  await said(joost).getByText(w.ideasSheet.chosen(1)).waitFor()
  ok(await anneke.ask({ type: 'ideas.assign', ideas: [order[5]!, order[6]!, order[7]!], cluster: null }))
  await loose(joost, 40, 40)
  await joost.keyboard.press('Escape')

  await joost.locator('[data-list=loose] input').first().focus()
  await ria.locator('[data-list=loose] input').last().focus()
  const work = async (desk: Page, key: string) => {
    for (let n = 0; n < 24; n++) {
      await desk.keyboard.press(key)
      expect((await focused(desk)).tag).not.toBe('BODY')
    }
  }
  await Promise.all([work(joost, '1'), work(ria, '2')])
  for (const desk of [joost, ria]) await loose(desk, 0, 40)
  await expect.poll(() => board().loose).toEqual([])
  const { groups } = board()
  expect([...groups['Eerst']!, ...groups['Later']!].sort()).toEqual(
    quaysideIdeas(40)
      .map(({ text }) => text)
      .sort(),
  )
  expect(groups['Eerst']!.length).toBeGreaterThan(10)
  expect(groups['Later']!.length).toBeGreaterThan(10)
  expect(ids.length).toBe(40)
  expect(it.faults).toEqual([])
})

import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { led } from '../support/led.ts'
import { join } from '../support/phone.ts'
import { button, openDesk, settled, sheet, theatre } from '../support/views.ts'

const soon = { timeout: 15_000 }
const bench = 'Meer bankjes'
const neighbour = 'Mijn buurman slaat zijn vrouw'
const trees = 'Meer bomen'

/** Ideas that wait at the desk, one below the other. */
const waiting = async (texts: readonly string[] = [bench, neighbour, trees]) => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100', LIMIT_BURST_PHONE: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await plein.ask({ type: 'plein.open' })
  const ria = await join(plein.server, 'Ria', plein.plein)
  const phase = plein.phase('ideas')
  for (const [at, text] of texts.entries()) {
    await ria.ask({ type: 'idea.post', key: ria.key(text), as: 'idea', text, phase })
    // In which order those of one listing stand is left to chance.
    if (texts.length < 4 || at + 1 === texts.length)
      await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size, soon).toBe(at + 1)
  }
  const desk = await openDesk(it, plein.at(plein.plein.links.coach))
  await sheet(desk, 'ideas')
  const row = (text: string) => desk.locator('li.idea', { hasText: text })
  const shares = (text: string) => settled(button(row(text), w.ideasSheet.releaseOne))
  await shares(texts.at(-1)!).waitFor()
  const shared = () => [...plein.coach.opened('board').doc.getMap<{ text: string }>('ideas').values()].map(({ text }) => text).sort()
  return { it, plein, ria, desk, row, shares, shared }
}

/** Presses what lies where the button of this name in the row of `text` lay, as soon as something changes there, or once that was drawn. `taps`: of
 *  how many this is the last. Resolves when it looks, to what says, later, what the row was. */
const presses = async (desk: Page, text: string, name: string, { drawn = false, taps = 2 } = {}): Promise<() => Promise<string>> => {
  const looks = await desk.locator('.work').evaluateHandle(
    (work, { text, name, drawn, taps }) => ({
      pressed: new Promise<string>((done) => {
        const row = [...work.querySelectorAll('li.idea')].find(({ textContent }) => textContent.includes(text))!
        const aimed = [...row.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.getBoundingClientRect()
        const stood = row.textContent
        const watch = new MutationObserver(() => {
          if (row.isConnected && row.textContent === stood) return
          watch.disconnect()
          const soon = (press: () => void) =>
            drawn ? requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(press))) : setTimeout(press)
          soon(() => {
            const hit = document.elementFromPoint(aimed.x + aimed.width / 2, aimed.y + aimed.height / 2)!
            const under = hit.closest('li.idea')?.textContent ?? ''
            const [clientX, clientY] = [aimed.x + aimed.width / 2, aimed.y + aimed.height / 2]
            hit.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: taps, clientX, clientY }))
            done(under)
          })
        })
        watch.observe(work, { childList: true, subtree: true, characterData: true })
      }),
    }),
    { text, name, drawn, taps },
  )
  return () => looks.evaluate(({ pressed }) => pressed)
}

test('S1 the second half of a double tap on *Deel*, and a press that was on its way when an author takes the row above back, shares no other idea', async () => {
  const { it, ria, desk, row, shares, shared } = await waiting()
  const second = await presses(desk, bench, w.ideasSheet.releaseOne)
  await shares(bench).click()
  expect(await second()).toContain(neighbour)
  await shares(neighbour).waitFor()
  const late = await presses(desk, neighbour, w.ideasSheet.releaseOne)
  await ria.ask({ type: 'idea.withdraw', key: ria.key(neighbour) })
  expect(await late()).toContain(trees)
  // What one desk presses is done in its order: by now the others would be there.
  await row(trees).waitFor()
  await expect.poll(shared).toEqual([bench])
  await shares(trees).click()
  await expect.poll(shared).toEqual([trees, bench].sort())
  expect(it.faults).toEqual([])
})

test('S1 nor does it in a list that is scrolled down, which scrolls by itself when it gets shorter; of a press that another hand made slip away it is said', async () => {
  const { it, plein, ria, desk, row, shares, shared } = await waiting(Array.from({ length: 40 }, (_, at) => `Bankje ${at + 1} aan de kade`))
  const list = desk.locator('li.idea')
  await expect.poll(() => list.count()).toBe(40)
  const texts = await list.locator('.text').allTextContents()
  const [above, aimed] = [texts[36]!, texts[37]!]
  await list.last().hover()
  await desk.mouse.wheel(0, 20_000)
  await expect.poll(() => list.last().evaluate((last) => last.getBoundingClientRect().bottom < innerHeight)).toBe(true)
  await shares(aimed).waitFor()
  const second = await presses(desk, aimed, w.ideasSheet.releaseOne, { drawn: true })
  await shares(aimed).click()
  await second()
  await row(aimed).waitFor({ state: 'detached' })
  expect(await desk.getByText(w.rail.unheard).count()).toBe(0)

  const next = texts[38]!
  await shares(next).waitFor()
  const late = await presses(desk, above, w.ideasSheet.releaseOne, { drawn: true, taps: 1 })
  await Promise.all([0, 36].map((at) => ria.ask({ type: 'idea.withdraw', key: ria.key(texts[at]!) })))
  await late()
  await desk.getByText(w.rail.unheard).waitFor()
  // What one desk presses is done in its order: by now another one would be there.
  await shares(next).click()
  await expect.poll(shared).toEqual([aimed, next].sort())
  await expect.poll(() => plein.coach.opened('desk').doc.getMap('ideas').size).toBe(36)
  expect(it.faults).toEqual([])
})

test('A7 a key shares the next row at once, also while it has just slid to its place', async () => {
  const { desk, shares, shared } = await waiting()
  const keyed = desk.locator('.work').evaluate(
    (work) =>
      new Promise<string>((done) => {
        const watch = new MutationObserver(() => {
          const slid = work.querySelector<HTMLElement>('li.idea button[data-turning]')
          if (slid === null) return
          watch.disconnect()
          slid.click()
          done(slid.closest('li')?.textContent ?? '')
        })
        watch.observe(work, { attributeFilter: ['data-turning'], subtree: true })
      }),
  )
  await shares(bench).click()
  await expect.poll(shared).toEqual([bench, neighbour].sort())
  expect(await keyed).toContain(neighbour)
})

test('I10 words that come just before the press are not shared unread, of a text that waits and of one that the room has read', async () => {
  const { plein, ria, desk, row, shares, shared } = await waiting()
  const worse = 'Mijn buurman Piet slaat zijn vrouw'
  const waits = await presses(desk, neighbour, w.ideasSheet.releaseOne)
  await ria.ask({ type: 'idea.edit', key: ria.key(neighbour), text: worse })
  expect(await waits()).toContain(worse)
  await shares(bench).click()
  await expect.poll(shared).toEqual([bench])

  await ria.ask({ type: 'idea.edit', key: ria.key(bench), text: 'Meer bankjes aan de kade' })
  const edit = desk.locator('li.idea', { has: desk.locator('.edit') })
  const go = settled(button(edit, w.ideasSheet.editRelease))
  await go.waitFor()
  const changes = await presses(desk, 'aan de kade', w.ideasSheet.editRelease)
  await ria.ask({ type: 'idea.edit', key: ria.key(bench), text: 'Piet moet weg' })
  expect(await changes()).toContain('Piet moet weg')
  await shares(trees).click()
  await expect.poll(shared).toEqual([trees, bench].sort())
  await row(worse).waitFor()
  await go.click()
  await expect.poll(shared).toEqual([trees, 'Piet moet weg'].sort())
  expect(plein.coach.opened('desk').doc.getMap('ideas').size).toBe(1)
})

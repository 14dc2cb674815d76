/** What somebody changes is a draft until the phone has it on disk; the screen answers before that. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { deadDisk, slowDisk } from '../support/disk.ts'
import { led } from '../support/led.ts'
import { button, sizes, theatre, writes } from '../support/views.ts'

const soon = { timeout: 20_000, interval: 50 }
const goesAndComes = async (page: Page) => {
  const at = page.url()
  await page.goto('about:blank')
  await page.goto(at)
}

/** Ria, with an idea of hers in the group Groen, about whose name she is asked. */
const author = async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas', 'cluster'])
  await plein.ask({ type: 'plein.open' })
  const ria = await it.device(sizes.phone)
  const slow = await slowDisk(ria)
  await ria.goto(plein.at(plein.plein.links.join))
  await button(ria, phone.join.go).click()
  await writes(ria, 'idea', 'Meer bankjes')
  const texts = (document: 'board' | 'desk') => JSON.stringify(plein.coach.opened(document).doc.getMap('ideas').toJSON())
  await expect.poll(() => texts('desk'), soon).toContain('Meer bankjes')
  const own = ria.locator('.own')
  const form = own.locator('form')
  const edit = async (text: string) => {
    await button(own, /^Pas aan/).click()
    await form.getByRole('textbox').fill(text)
  }
  const save = button(form, phone.own.save)
  return { it, plein, ria, slow, texts, own, form, edit, save }
}

test('L4 a change of an own idea is a draft until it is on disk: a page that goes in between loses no word, and the form is gone with the press', async () => {
  const { it, plein, ria, slow, texts, own, form, edit, save } = await author()
  const words = 'Meer bankjes, want mijn moeder kan niet ver lopen'
  await edit(words)
  await deadDisk(ria, plein.plein.id)
  await save.click()
  await own.locator('.said', { hasText: words }).waitFor()
  expect(await form.count()).toBe(0)
  await goesAndComes(ria)
  await expect.poll(() => form.getByRole('textbox').inputValue(), soon).toBe(words)
  expect(texts('desk')).not.toContain('moeder')

  // On a disk that is slow only: pressed twice it goes once, and what is typed in the form that was opened again stays there.
  await slow(true)
  await save.dblclick()
  await own.locator('.said', { hasText: words }).waitFor()
  await edit(`${words}, en ik ook niet`)
  await slow(false)
  await expect.poll(() => texts('desk'), soon).toContain('moeder')
  await ria.reload()
  await expect.poll(() => form.getByRole('textbox').inputValue(), soon).toBe(`${words}, en ik ook niet`)
  await save.click()
  await expect.poll(() => texts('desk'), soon).toContain('en ik ook niet')
  await expect.poll(() => ria.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('edit/')))).toEqual([])
  await ria.reload()
  await own.locator('.said', { hasText: 'en ik ook niet' }).waitFor()
  expect(await form.count()).toBe(0)
  expect(it.faults).toEqual([])
})

test('L4 another name for a group is a draft until it is on disk, and the question is gone with the press', async () => {
  const { it, plein, ria, slow, texts } = await author()
  await plein.ask({ type: 'ideas.release', ideas: 'all' })
  await expect.poll(() => texts('board'), soon).toContain('Meer bankjes')
  const ideas = [...plein.coach.opened('board').doc.getMap('ideas').keys()]
  const { cluster } = await plein.ask({ type: 'cluster.create', name: 'Groen', ideas })
  await plein.enter('cluster')
  await plein.ask({ type: 'cluster.ask', clusters: [String(cluster)], asking: true })
  await button(ria, phone.verify.words).and(ria.locator(':not([aria-busy])')).click()
  const field = ria.getByLabel(phone.verify.label)
  const send = button(ria, phone.verify.send)
  const thanks = ria.getByText(phone.verify.thanks)
  const drafts = () => ria.evaluate(() => Object.entries(localStorage).flatMap(([key, text]) => (key.includes('name/') ? [text] : [])))
  await field.fill('Zitten in de schaduw')
  await deadDisk(ria, plein.plein.id)
  await send.click()
  await thanks.waitFor()
  expect(await field.count()).toBe(0)
  await goesAndComes(ria)
  await expect.poll(() => field.inputValue(), soon).toBe('Zitten in de schaduw')

  await slow(true)
  await send.dblclick()
  await thanks.waitFor()
  expect(await field.count()).toBe(0)
  expect(await drafts()).toEqual(['Zitten in de schaduw'])
  await slow(false)
  await expect.poll(drafts).toEqual([])
  expect(await field.count()).toBe(0)
  expect(it.faults).toEqual([])
})

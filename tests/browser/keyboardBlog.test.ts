import { expect, test } from 'vitest'
import { dayAfter as w } from '../../client/words/dayAfter.nl.ts'
import { led } from '../support/led.ts'
import { press, tabTo } from '../support/tabbing.ts'
import { button, sizes, theatre } from '../support/views.ts'

test('K1 K3 K5 the owner tells the story with nothing but a keyboard: begins, puts in the chain and a quote, lets a coach in and out, reads it over, publishes, takes it back', async () => {
  const it = await theatre({ LIMIT_DESK_BATCH: '200', LIMIT_TAKE_BACK: '300' })
  const { plein, at, ask, phase } = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  await ask({ type: 'plein.open' })
  await ask({ type: 'idea.enter', as: 'idea', text: 'De kade blijft open als het donker is', phase: phase('ideas') })
  await ask({ type: 'ideas.release', ideas: 'all', as: 'idea' })
  await ask({ type: 'plein.close', confirmed: true })
  const owner = await it.device(sizes.desk)
  await owner.goto(at(plein.links.owner))
  await owner.getByRole('heading', { name: w.heading }).waitFor()
  /** Whatever a press takes off the page: the next Tab goes on from there, and not from the top. */
  const kept = () => expect.poll(() => owner.evaluate(() => document.activeElement !== document.body)).toBe(true)
  const does = async (...given: Parameters<typeof press>) => {
    await press(...given)
    await kept()
  }
  await does(owner, button(owner, w.begin))
  const field = owner.getByLabel(w.label, { exact: true })
  await expect.poll(() => field.inputValue()).toContain(`## ${w.skeleton[0]}`)
  // In the field, behind the first question.
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
  await owner.keyboard.press('Enter')
  await owner.keyboard.press('Enter')
  await owner.keyboard.type('Het liep anders dan ik dacht.')
  await does(owner, button(owner, w.kit.putThis(w.kit.chain)))
  await does(owner, owner.locator('summary', { hasText: w.kit.quotes(2) }))
  await does(owner, button(owner, w.kit.putThis('De kade blijft open als het donker is')))
  const words = await field.inputValue()
  expect(words).toMatch(/anders dan ik dacht\..+> De kade blijft open als het donker is.+## /s)

  await does(owner, button(owner, w.together.share))
  await owner.getByText(w.together.both).waitFor()
  await kept()
  await does(owner, button(owner, w.together.stop))
  await owner.getByText(w.together.alone).waitFor()
  await kept()

  await expect.poll(() => button(owner, w.look).getAttribute('aria-disabled'), { timeout: 30_000 }).toBeNull()
  await does(owner, button(owner, w.look))
  await owner.getByRole('dialog').waitFor()
  await owner.keyboard.press('Escape')
  await owner.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await button(owner, w.look).evaluate((one) => one === document.activeElement)).toBe(true)
  await does(owner, button(owner, w.look))
  await does(owner, button(owner, w.preview.publish))
  const link = owner.getByRole('link', { name: /\/blog\// })
  await link.waitFor()
  await kept()
  await tabTo(owner, link)
  const address = (await link.getAttribute('href')) ?? ''
  const path = new URL(address).pathname
  expect((await fetch(`${it.server.origin}${path}`)).status).toBe(200)
  await does(owner, button(owner, w.published.takeBack))
  await owner.getByText(w.published.gone).waitFor()
  await kept()
  expect((await fetch(`${it.server.origin}${path}`)).status).toBe(404)
  expect(it.faults).toEqual([])
})

/** The room moves on, or the Plein ends, while the owner is in the middle of a sentence. */
import { expect, test } from 'vitest'
import { intake } from '../../client/words/intake.nl.ts'
import { owner as w } from '../../client/words/owner.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { sharedLater } from '../../client/words/sharedLater.nl.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led } from '../support/led.ts'
import { newId } from '../support/phone.ts'
import { typing } from '../support/typing.ts'
import { button, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']
const soon = { timeout: 20_000, interval: 50 }
const narrow = { width: 320, height: 568 }
const comesTo = async (kinds: Parameters<typeof led>[2], env = {}) => {
  const it = await theatre({ LIMIT_DESK_BATCH: '100', ...env })
  const plein = await led(it, 'Wie zorgt er voor de kade?', kinds)
  const wim = await it.device(sizes.desk)
  const opens = () => wim.goto(plein.at(plein.plein.links.owner))
  return { it, plein, wim, opens, says: (text: string) => wim.getByText(text).first().waitFor() }
}
const inPhase = (kind: keyof typeof shared.kinds) => w.phase(shared.kinds[kind])

test('L4 the owner who says the last word is not taken from it when the coach moves on from the harvest and back, nor at closing', async () => {
  const { it, plein, wim, opens, says } = await comesTo(['harvest', 'plenary', 'pause'])
  await plein.ask({ type: 'plein.open' })
  await opens()
  const field = wim.getByLabel(w.word.label)
  await field.pressSequentially('Ik neem')
  await plein.enter('plenary')
  await says(inPhase('plenary'))
  await wim.keyboard.type(' u mee')
  expect(await typing(wim)).toBe('Ik neem u mee')
  // Where nobody is in it, it makes place for what is asked now.
  const above = () =>
    wim.evaluate(() => {
      const [word, draft] = ['.word', '.draft:not([hidden])'].map((one) => document.querySelector(one)!.getBoundingClientRect().top)
      return word! < draft!
    })
  expect(await above()).toBe(true)
  await wim.locator('h1').click()
  expect(await above()).toBe(true)
  await plein.enter('pause')
  await says(inPhase('pause'))
  expect(await above()).toBe(false)
  expect(await field.inputValue()).toBe('Ik neem u mee')

  await field.press('End')
  await plein.enter('harvest')
  await says(inPhase('harvest'))
  await wim.keyboard.type(' naar huis')
  await plein.ask({ type: 'plein.close', confirmed: true })
  await says(w.stage.closed)
  await wim.keyboard.type(', en terug')
  expect(await typing(wim)).toBe('Ik neem u mee naar huis, en terug')
  await button(wim, w.word.send).click()
  await wim.locator('blockquote').getByText('Ik neem u mee naar huis, en terug').waitFor()
  expect(it.faults).toEqual([])
})

test('L4 nor from a commitment, a card or a change of their own at closing: the button is barred, the words stay, also for who looks later', async () => {
  const { it, plein, wim, opens, says } = await comesTo(['harvest'], { LIMIT_TAKE_BACK: '2000' })
  await plein.ask({ type: 'plein.open' })
  await opens()
  await wim.getByText(phone.cards.heading).click()
  const card = wim.getByLabel(phone.cards.label)
  await card.fill('Ik durf het niet')
  const closing = wim.locator('form.write').filter({ has: button(wim, phone.write.closing.send) })
  await closing.getByRole('textbox').fill('Dank')
  await button(closing, phone.write.closing.send).click()
  await button(wim, phone.own.editThis('Dank')).click()
  const change = wim.getByLabel(phone.own.edited)
  await change.fill('Dank u')
  const act = wim.getByLabel(phone.promise.act, { exact: true })
  await act.pressSequentially('bel ik')
  await plein.ask({ type: 'plein.close', confirmed: true })
  await says(w.stage.closed)
  const over = async (field: typeof act, more: string, text: string) => {
    await field.focus()
    await wim.keyboard.press('End')
    await wim.keyboard.type(more)
    expect(await typing(wim)).toBe(text)
    const go = wim.locator('form').filter({ has: field }).getByRole('button').last()
    expect(await go.getAttribute('aria-disabled')).toBe('true')
    await wim
      .locator(`[id="${await go.getAttribute('aria-describedby')}"]`)
      .getByText(phone.why.over)
      .waitFor()
  }
  // The field that the owner is in keeps the cursor.
  await wim.keyboard.type(' de buren')
  expect(await typing(wim)).toBe('bel ik de buren')
  await expect.poll(() => plein.coach.ask({ type: 'mine', keys: [] }), soon).toMatchObject({ error: { code: 'plein-sealed' } })
  await over(act, ' op', 'bel ik de buren op')
  await over(card, ' te zeggen', 'Ik durf het niet te zeggen')
  await over(change, ' wel', 'Dank u wel')
  await wim.reload()
  await wim.getByText(phone.cards.heading).click()
  await over(act, '.', 'bel ik de buren op.')
  await over(card, '.', 'Ik durf het niet te zeggen.')
  await over(change, '.', 'Dank u wel.')
  await wim.setViewportSize(narrow)
  expect([...(await misfits(wim)), ...(await violations(wim))]).toEqual([])
  if (pictures) await wim.screenshot({ path: `${pictures}/owner-closed.png`, fullPage: true })
  expect(it.faults).toEqual([])
})

test('L4 nor from the next wording at closing: it goes on being kept, and says that it can be adopted no more', async () => {
  const { it, plein, wim, opens, says } = await comesTo(['plenary'])
  await plein.ask({ type: 'plein.open' })
  await opens()
  const draft = plein.coach.open('text/draft').doc.getText('text')
  await wim.getByLabel(w.draft.label).pressSequentially('Van wie')
  await plein.ask({ type: 'plein.close', confirmed: true })
  await says(w.stage.closed)
  await wim.keyboard.type(' is de kade?')
  expect(await typing(wim)).toBe('Van wie is de kade?')
  await expect.poll(() => draft.toString(), soon).toBe('Van wie is de kade?')
  await wim.locator('.draft:not([hidden])').getByText(phone.why.over).waitFor()
  expect(it.faults).toEqual([])
})

test('L4 who answers the intake when the Plein is opened stays in it, until the room moves on and they are out of it', async () => {
  const { it, plein, wim, opens, says } = await comesTo(['plenary', 'pause'])
  await opens()
  const field = wim.locator('.intake textarea').first()
  // It takes nothing until what stands in it has come.
  await expect.poll(() => field.isEditable(), soon).toBe(true)
  await field.pressSequentially('Ik lig wakker')
  await plein.ask({ type: 'plein.open' })
  await says(inPhase('plenary'))
  await wim.keyboard.type(' van de kade')
  expect(await typing(wim)).toBe('Ik lig wakker van de kade')
  expect(await wim.getByText(intake.reread).count()).toBe(0)
  await wim.locator('h1').click()
  expect(await field.inputValue()).toBe('Ik lig wakker van de kade')
  await plein.enter('pause')
  await wim.getByText(intake.reread).click()
  await expect.poll(() => field.inputValue(), soon).toBe('Ik lig wakker van de kade')
  expect(await wim.locator('.intake').count()).toBe(1)
  expect(it.faults).toEqual([])
})

test('L4 N2 an owner whose link is replaced reads what was not sent, finds it again behind the new link, and can take it off the device', async () => {
  const { it, plein, wim, opens } = await comesTo(['harvest'])
  await opens()
  await button(wim, intake.add.own).click()
  const own = wim.locator('.intake textarea').last()
  await expect.poll(() => own.isEditable(), soon).toBe(true)
  await own.pressSequentially('Voor niemand anders')
  await plein.ask({ type: 'plein.open' })
  const word = wim.getByLabel(w.word.label)
  await word.fill('Ik neem u mee')
  await wim.getByText(phone.cards.heading).click()
  await wim.getByLabel(phone.cards.label).fill('Ik durf het niet')
  const secret = `${newId()}${newId().slice(1)}`
  await plein.ask({ type: 'link.rotate', role: 'owner', secret })
  await wim.getByRole('heading', { name: shared.ended.revoked.heading }).and(wim.locator(':focus')).waitFor()
  const said = wim.locator('.said')
  await wim.getByRole('heading', { name: phone.own.state.refused }).first().waitFor()
  await said.getByText('Ik neem u mee').waitFor()
  expect(await said.getByText('Ik durf het niet').isVisible()).toBe(false)
  expect(await wim.getByText('Voor niemand anders').count()).toBe(0)
  await wim.setViewportSize(narrow)
  expect([...(await misfits(wim)), ...(await violations(wim))]).toEqual([])
  if (pictures) await wim.screenshot({ path: `${pictures}/owner-put-out.png`, fullPage: true })

  await wim.goto(plein.at(plein.plein.links.owner).replace(/#.*/, `#${secret}`))
  await expect.poll(() => word.inputValue(), soon).toBe('Ik neem u mee')
  await plein.ask({ type: 'link.rotate', role: 'owner', secret: `${newId()}${newId().slice(1)}` })
  await button(wim, sharedLater.leave.go).click()
  await button(wim, sharedLater.leave.yes).click()
  await wim.waitForURL('**/eigenaar')
  expect(await wim.evaluate(() => Object.keys(localStorage).filter((key) => /^(seat|draft):/.test(key)))).toEqual([])
  expect(it.faults).toEqual([])
})

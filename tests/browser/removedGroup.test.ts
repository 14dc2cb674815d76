import { expect, test } from 'vitest'
import { phone } from '../../client/words/phone.nl.ts'
import { shared } from '../../client/words/shared.nl.ts'
import { violations } from '../support/axe.ts'
import { misfits } from '../support/fits.ts'
import { led } from '../support/led.ts'
import { joinByQr, sizes, theatre } from '../support/views.ts'

const pictures = process.env['PICTURES']

test('V17 a group that is removed while Fatma votes takes no more dots on her phone, which says why; the one she gave can go elsewhere', async () => {
  const it = await theatre()
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['cluster', 'vote'], { vote: { over: 'clusters' } })
  await plein.ask({ type: 'plein.open' })
  const group = async (name: string) => String((await plein.ask({ type: 'cluster.create', name, ideas: [], open: true }))['cluster'])
  const removed = await group('Verhardingsonderhoudsvoorzieningen')
  await group('Groen')
  await plein.enter('vote')
  await plein.ask({ type: 'round.open', over: 'clusters', budget: 3, maximum: 3 })
  const fatma = await joinByQr(it, plein.at(plein.plein.links.join))
  const item = (name: string) => fatma.locator('.vote-item').filter({ hasText: name })
  const [hard, green] = [item('Verhardings'), item('Groen')]
  const more = (of: typeof hard) => of.locator('.step').last()
  const less = (of: typeof hard) => of.locator('.step').first()
  await more(hard).click()
  await fatma.getByText(phone.vote.left(2, 3)).waitFor()
  await fatma.getByText(phone.vote.counts).waitFor()

  await plein.ask({ type: 'cluster.remove', cluster: removed })
  await hard.getByText(`(${shared.result.gone})`).waitFor()
  expect(await more(hard).getAttribute('aria-disabled')).toBe('true')
  expect(await more(hard).getAttribute('aria-label')).toContain(shared.result.gone)
  await more(hard).click({ force: true })
  await fatma.getByRole('status').getByText(shared.result.gone).waitFor()
  await fatma.getByText(phone.vote.left(2, 3)).waitFor()
  for (const size of [sizes.phone, { width: 320, height: 568 }]) {
    await fatma.setViewportSize(size)
    expect([...(await misfits(fatma)), ...(await violations(fatma))]).toEqual([])
  }
  if (pictures) await fatma.screenshot({ path: `${pictures}/removed-group.png`, fullPage: true })

  await less(hard).click()
  await fatma.getByText(phone.vote.left(3, 3)).waitFor()
  for (let dot = 0; dot < 3; dot++) await more(green).click()
  await fatma.getByText(phone.vote.left(0, 3)).waitFor()
  await fatma.getByText(phone.vote.counts).waitFor()
  expect(await fatma.getByRole('alert').count()).toBe(0)
  expect(it.faults).toEqual([])
})

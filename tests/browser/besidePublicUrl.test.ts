import { expect, test } from 'vitest'
import { coach as w } from '../../client/words/coach.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import { led } from '../support/led.ts'
import { button, openDesk, sizes, theatre } from '../support/views.ts'

test('an address of this machine that the desk offers opens on a phone and at a desk without TLS, also where PUBLIC_URL has it', async () => {
  const it = await theatre({ PUBLIC_URL: 'https://plein.example.nl' })
  const plein = await led(it, 'Wie zorgt er voor de kade?', ['ideas'])
  expect(plein.plein.links.join).toMatch(/^https:\/\/plein\.example\.nl\//)
  const failed: string[] = []
  const fatma = await it.device(sizes.phone)
  fatma.on('requestfailed', (request) => failed.push(`${request.url()}: ${request.failure()?.errorText}`))
  await fatma.goto(plein.at(plein.plein.links.join))
  await button(fatma, phone.join.go).click()
  await fatma.getByRole('heading', { name: phone.inside.prepared.heading }).waitFor()
  const joost = await openDesk(it, plein.at(plein.plein.links.coach))
  await joost.getByRole('tab', { name: w.sheets.now }).waitFor()
  // And over a line on which all is heard.
  await plein.ask({ type: 'plein.open' })
  await fatma.getByRole('textbox').first().waitFor()
  expect(failed).toEqual([])
  expect(it.faults).toEqual([])
})

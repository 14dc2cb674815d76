import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { organiser as w } from '../../client/words/organiser.nl.ts'
import { linkOn, organises } from '../support/organising.ts'
import { button, sizes, theatre } from '../support/views.ts'

const readCode = ('default' in jsqr ? jsqr.default : jsqr) as typeof jsqr.default
const pictures = process.env['PICTURES']
const question =
  'Hoe zorgen wij er samen voor dat de straat leefbaar blijft voor wie er woont en werkt, nu er zoveel nieuwe huizen bij komen en de bus er niet meer langs rijdt, en wat hebben wij daar van elkaar en van de gemeente voor nodig in de komende jaren? '.repeat(
    3,
  )
/** CSS millimetres. */
const mm = 96 / 25.4
const page180 = { width: Math.round(180 * mm), height: Math.round(267 * mm) }

const papers: [name: string, title: string, dilemma: string][] = [
  ...[40, 130, 200, 500].map((length): [string, string, string] => [
    String(length),
    'Plein over de Lange Nieuwstraat',
    question.slice(0, length).trim(),
  ]),
  ['one word', 'W'.repeat(120), 'W'.repeat(500)],
  ['lines', 'Haven', 'Regel\n'.repeat(83)],
  ['six lines', 'Haven', `${'Zo blijft de kade van wie er woont en werkt, en van wie er komt.\n'.repeat(6)}`],
]

test('A1 the poster is one page, whatever is asked and however the Wi-Fi is called: a QR that is read from a distance, with its code', async () => {
  const it = await theatre()
  const page = await organises(it)
  for (const [name, title, dilemma] of papers) {
    await button(page, w.make).first().click()
    await page.getByLabel(w.form.title).fill(title)
    await page.getByLabel(w.form.dilemma).fill(dilemma.trim())
    await page.getByLabel(w.form.meeting).fill('2030-03-12')
    await button(page, w.form.go).click()
    const join = await linkOn(page, w.links.participant)
    await button(page, w.print.go).click()
    await page.getByLabel(w.print.network).fill('Stadskantoor Utrecht gasten 2030')
    await page.getByLabel(w.print.password).fill('W'.repeat(name === 'one word' ? 63 : 12))
    if (pictures) await page.screenshot({ path: `${pictures}/poster-screen-${name}.png`, fullPage: true })
    await page.emulateMedia({ media: 'print' })
    const pdf = await page.pdf({ preferCSSPageSize: true, ...(pictures ? { path: `${pictures}/poster-${name}.pdf` } : {}) })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), name).toHaveLength(2)
    await page.setViewportSize(page180)
    const poster = page.locator('.paper-poster')
    if (pictures) await poster.screenshot({ path: `${pictures}/poster-${name}.png` })
    const over = await poster.evaluate((at) => {
      const { top, bottom, left, right } = at.getBoundingClientRect()
      const boxes = [...at.children].map((one) => one.getBoundingClientRect())
      const apart = boxes.slice(1).map((box, at) => box.top - boxes[at]!.bottom)
      return {
        off: boxes.some((box) => box.top < top || box.bottom > bottom || box.left < left - 1 || box.right > right + 1),
        wide: [...at.querySelectorAll('*')].some((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0),
        apart: Math.min(...apart) > 0,
      }
    })
    expect(over, name).toEqual({ off: false, wide: false, apart: true })
    const code = poster.locator('svg.qr')
    const { data, width, height } = PNG.sync.read(await code.screenshot())
    expect(readCode(new Uint8ClampedArray(data), width, height)?.data, name).toBe(join)
    // A phone reads it from some eight times its size.
    expect(Math.min(width, height) / mm, name).toBeGreaterThan(name === 'one word' ? 60 : 75)
    await page.emulateMedia({ media: null })
    await page.setViewportSize(sizes.desk)
    await button(page, w.print.back).click()
    await button(page, w.ready.done).click()
  }
  expect(it.faults).toEqual([])
})

/** What is opened before a picture is taken, and what a phone that takes part does. */
import type { Page } from 'playwright-core'
import type { SheetName } from '../../client/coach/desk.ts'
import { coach } from '../../client/words/coach.nl.ts'
import { organiser } from '../../client/words/organiser.nl.ts'
import { phone } from '../../client/words/phone.nl.ts'
import type { Moment } from './moments.ts'
import { type Shot, sheetAt } from './shots.ts'

const sent = 'De jongens in mijn straat willen werken. Niemand vraagt het hun.'
const half = 'Misschien kan de sporthal op maandag'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const sheet = (page: Page, name: SheetName) => page.getByRole('tab', { name: coach.sheets[name] }).click()

/** What it answers is done after the picture: a phone on which somebody writes does not go along with the room. */
const takePart: Partial<Record<Moment, (page: Page) => Promise<undefined | (() => Promise<unknown>)>>> = {
  welcome: async (page) => {
    await button(page, phone.signals.hand).click()
    return () => button(page, phone.signals.hand).click()
  },
  silent: async (page) => {
    const field = page.getByLabel(phone.write.idea.label, { exact: true })
    await field.fill(sent)
    await button(page, phone.write.idea.send).click()
    await page.getByText(phone.own.state.sent).first().waitFor()
    await field.fill(half)
    return () => field.fill('')
  },
  voting: async (page) => {
    for (const nth of [0, 0, 2]) {
      const counts = page.getByText(phone.vote.counts)
      await page.locator('.vote-item').nth(nth).locator('.step').last().click()
      await counts.waitFor()
    }
    return undefined
  },
  harvest: async (page) => {
    await button(page, phone.write.picks.closing).click()
    await page.getByLabel(phone.write.closing.label, { exact: true }).fill('Ik ga eerst luisteren.')
    return undefined
  },
}

/** `null`: there is nothing to open at this moment. What it answers puts back how it was. */
export const press = (page: Page, { open }: Shot, moment: string): (() => Promise<(() => Promise<unknown>) | undefined>) | null => {
  switch (open) {
    case undefined:
      return async () => undefined
    case 'sheet': {
      const name = sheetAt[moment as Moment]
      if (name === undefined) return null
      return async () => {
        await sheet(page, name)
        return () => sheet(page, 'now')
      }
    }
    case 'form':
      return async () => {
        await button(page, organiser.make).click()
        return () => page.reload()
      }
    case 'row':
      return async () => {
        await page.locator('.plein-line .button').first().click()
        return () => page.reload()
      }
    case 'own':
      return async () => takePart[moment as Moment]?.(page)
    default:
      return open satisfies never
  }
}

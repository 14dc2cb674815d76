import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Found = Awaited<ReturnType<AxeBuilder['analyze']>>
const told = ({ violations }: Found): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`).join(' | ')}`)

/** What axe finds against WCAG 2.0 to 2.2, A and AA. */
export const violations = async (page: Page): Promise<string[]> =>
  told(await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze())

/** Those of its rules that can say something else of the same page in other light. */
export const colourViolations = async (page: Page): Promise<string[]> =>
  told(await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze())

/** Controls that cannot be used now and do not say why; one that is at work says so itself. */
export const silent = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const says = (control: Element) => {
      const whys = (control.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '')
      return [...whys, control.getAttribute('title') ?? ''].some((why) => why.trim() !== '')
    }
    return [...document.querySelectorAll('[aria-disabled="true"], :disabled')]
      .filter((control) => control.getAttribute('aria-busy') !== 'true')
      .filter((control) => !says(control) && !says(control.closest('fieldset') ?? control))
      .map((control) => `does not say why: ${control.outerHTML.slice(0, 120)}`)
  })

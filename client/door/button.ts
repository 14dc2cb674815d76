import { element, set } from './element.ts'

const appearances = { main: 'utrecht-button--primary-action', plain: 'utrecht-button--secondary-action' } as const

/** The button of the other pages (parts/Button.tsx), without React. While it is busy it stays reachable, and says so. */
export const button = (tone: keyof typeof appearances, onPress: (() => void) | 'submit') => {
  const it = element('button', { type: onPress === 'submit' ? 'submit' : 'button' })
  let still = false
  it.addEventListener('click', (event) => {
    if (still) event.preventDefault()
    else if (onPress !== 'submit') onPress()
  })
  it.addEventListener('keydown', (event) => {
    // A key that is held down presses once.
    if (event.repeat && event.key === 'Enter') event.preventDefault()
  })
  /** What stands on it. */
  const says = (words: string, busy = false) => {
    still = busy
    it.className = `utrecht-button ${appearances[tone]} button button-${tone}${busy ? ' utrecht-button--disabled button-busy' : ''}`
    set(it, { 'aria-disabled': busy ? 'true' : null, 'aria-busy': busy ? 'true' : null })
    if (it.textContent !== words) it.textContent = words
  }
  return { it, says }
}

/** The bar at the bottom edge, in reach of a thumb. */
export const thumbBar = (...buttons: readonly (HTMLElement | null)[]): HTMLElement =>
  element('div', { class: 'thumb-bar' }, element('div', { class: 'thumb' }, ...buttons))

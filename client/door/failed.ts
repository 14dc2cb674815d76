import { element } from './element.ts'
import { beginWords } from './words.ts'

/** What is behind the door could not be fetched: the sentence that React's pages say too (parts/Failed.tsx). */
export const failed = (page: HTMLElement): void => {
  const w = beginWords().failed
  const again = element('button', { type: 'button', class: 'button button-main' }, w.again)
  again.addEventListener('click', () => location.reload())
  const lines = [element('h1', {}, w.heading), element('p', {}, w.kept), element('p', {}, again)]
  page.replaceChildren(element('main', { class: 'first' }, ...lines))
}

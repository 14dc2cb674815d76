import { keepClear } from '../parts/keepClear.ts'
import { onLanguage } from '../session/language.ts'
import { go } from '../session/place.ts'
import { button, thumbBar } from './button.ts'
import { element } from './element.ts'
import { top } from './top.ts'
import { type Found, tryLines, verdictOf, ways } from './ways.ts'
import { lineWords } from './words.ts'

/** For a phone on which nothing works: which line this network stops, in one sentence. It comes with the door, because a page that is
 *  fetched would not come. The function that comes back takes it away. */
export const linesPage = (page: HTMLElement): (() => void) => {
  let found: Partial<Found> = {}
  let run = 0
  const head = top()
  const heading = element('h1')
  const verdict = element('p', { role: 'status', class: 'verdict' })
  const rows = ways.map((way) => ({ way, name: element('dt'), is: element('dd') }))
  const back = button('plain', () => (history.length > 1 ? history.back() : go('/')))
  const again = button('main', () => test())
  const bar = thumbBar(back.it, again.it)
  const say = () => {
    const w = lineWords()
    const done = ways.every((way) => found[way] !== undefined)
    head.say()
    heading.textContent = w.heading
    verdict.textContent = done ? w.verdict[verdictOf(found as Found)] : w.busy
    for (const { way, name, is } of rows) {
      name.textContent = w.ways[way]
      is.textContent = found[way] === undefined ? w.found.waiting : found[way] ? w.found.yes : w.found.no
    }
    back.says(w.back)
    again.says(w.again, !done)
  }
  const test = () => {
    run += 1
    const mine = run
    found = {}
    say()
    void tryLines((way, is) => {
      if (run !== mine) return
      found[way] = is
      say()
    })
  }
  const list = element('dl', { class: 'lines' }, ...rows.map(({ name, is }) => element('div', {}, name, is)))
  page.replaceChildren(element('main', { class: 'phone' }, head.it, heading, verdict, list, bar))
  test()
  const letGo = keepClear(bar)
  const leaveLanguage = onLanguage(say)
  return () => {
    run = -1
    letGo()
    leaveLanguage()
  }
}
